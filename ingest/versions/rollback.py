"""Back to a version of the index that is still there: by itself the one before the live one."""

from pathlib import Path

from assistant.errors import IngestError
from assistant.index.holding import only_writer
from assistant.index.manifest import Manifest, live_version, make_live, manifest_of, version_dir
from assistant.index.sums import damage


def rollback(index_dir: Path, version: str = "") -> Manifest:
    """Make the version before the live one (or `version`) live again, once all of its files are found whole.

    Nothing is deleted: the next ingestion that changes something clears away what is not live then. Raises IngestError
    where there is no such version, IndexBusy, or UnusableIndex.
    """
    live = live_version(index_dir)
    with only_writer(index_dir):
        complete = sorted(path.parent.name for path in (index_dir / "versions").glob("*/manifest.json"))
        wanted = version or max((name for name in complete if name < live), default="")
        if wanted not in complete:
            raise _nothing(index_dir, [name for name in complete if name != live])
        manifest = manifest_of(index_dir, wanted)
        if wrong := damage(version_dir(index_dir, wanted), manifest.files):
            raise IngestError("version_damaged", version=wanted, why=wrong[0], live=live)
        make_live(index_dir, wanted)
        return manifest


def _nothing(index_dir: Path, others: list[str]) -> IngestError:
    if others:
        return IngestError("version_missing", index_dir=index_dir, others=", ".join(others))
    return IngestError("version_only", index_dir=index_dir)
