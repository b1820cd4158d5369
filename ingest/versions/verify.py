"""The live version's files, each read whole and held against what its manifest says of them."""

from pathlib import Path

from assistant.index.manifest import load_manifest, version_dir
from assistant.index.sums import damage
from assistant.reasons import Reason


def verify(index_dir: Path) -> tuple[int, list[Reason]]:
    """How many files were checked, and what is wrong; raises UnusableIndex where there is no manifest to go by."""
    manifest = load_manifest(index_dir)
    return len(manifest.files), damage(version_dir(index_dir, manifest.version), manifest.files)
