"""The index's own copies of the files, by content, so that a citation opens when the file has moved."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.errors import ReadError
from ingest.gathering.collect import sha256_of
from ingest.versions.salvage import hashes

FOLDERS = ("originals", "read")  # both hold the words of reports, in files that begin with a content's hash


def copy_of(sha256: str, places: Sequence[str], originals: Path, *, anew: bool = False) -> Path:
    """The index's copy of a content that lies (or lay) at `places`, made where there is none or `anew` is set.

    Raises ReadError where there is no copy and none of the files holds the content any more.
    """
    copy = originals / f"{sha256}{Path(places[0]).suffix.lower()}"
    if copy.exists() and not anew:
        return copy
    draft = copy.with_suffix(".draft")
    for place in places:
        if Path(place).is_file():
            shutil.copyfile(place, draft)
            if sha256_of(draft) == sha256:  # the file may have changed since it was looked at
                return draft.replace(copy)
            draft.unlink()
    if copy.exists():
        return copy
    raise ReadError("gone")


def clear_copies(index_dir: Path) -> None:
    """Remove what was kept of files that no version of the index needs: nobody expects a removed report in there."""
    needed: Iterable[set[str]] = (hashes(folder) for folder in (index_dir / "versions").glob("*"))
    keep = set().union(*needed)
    for folder in FOLDERS:
        for path in (index_dir / folder).iterdir():
            if path.suffix == ".draft" or path.name[:64] not in keep:
                path.unlink(missing_ok=True)
