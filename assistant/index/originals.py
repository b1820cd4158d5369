"""The index's own copies of the files that were indexed: what a citation opens, and all that is ever served."""

import re
from pathlib import Path

from assistant.index.manifest import IndexedDocument

_HASH = re.compile(r"[0-9a-f]{64}")


def original_of(index_dir: Path, document: IndexedDocument) -> Path | None:
    """The copy of the document's file; None where the index has none. Its name comes from its content alone."""
    if not _HASH.fullmatch(document.sha256):
        return None
    folder = (index_dir / "originals").resolve()
    suffix = Path(document.source).suffix.lower()
    path = folder / f"{document.sha256}{suffix}"
    # A symbolic link in there would lead out of the folder.
    return path if path.is_file() and path.resolve().parent == folder else None


def is_pdf(path: Path | None) -> bool:
    """Whether the copy is shown page by page."""
    return path is not None and path.suffix == ".pdf"
