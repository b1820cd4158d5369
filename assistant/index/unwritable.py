"""A Chroma database that cannot be written where it lies, opened all the same.

Chroma writes a few bytes whenever it opens a database. On a read-only mount or a full disk that fails, though nothing
need be written to answer: its database is then copied to where there is room, beside links to the files of the graph.
"""

import os
import shutil
import tempfile
from pathlib import Path

from assistant.index.sums import is_skeleton

_WORDS = ("readonly", "read-only", "unable to open", "disk is full", "no space", "disk i/o", "permission denied")


def is_unwritable(error: BaseException | None) -> bool:
    """Whether Chroma failed because it could not write."""
    while error is not None:
        if any(words in str(error).lower() for words in _WORDS):
            return True
        error = error.__cause__ or error.__context__
    return False


def copied(chroma: Path) -> Path:
    """A folder with the database copied and the rest linked; raises OSError where there is room nowhere."""
    reason: OSError | None = None
    for place in dict.fromkeys((tempfile.gettempdir(), "/dev/shm")):
        if not os.access(place, os.W_OK):
            continue
        folder = Path(tempfile.mkdtemp(prefix="index-", dir=place))
        try:
            for path in chroma.iterdir():
                if path.is_file():
                    shutil.copyfile(path, folder / path.name)
                elif any(is_skeleton(file) for file in path.iterdir()):  # which Chroma writes, and which is small
                    shutil.copytree(path, folder / path.name)
                else:
                    (folder / path.name).symlink_to(path.absolute(), target_is_directory=True)
            return folder
        except OSError as error:
            reason = error
            shutil.rmtree(folder, ignore_errors=True)
    raise reason or OSError("there is no room for a copy of the index's database")
