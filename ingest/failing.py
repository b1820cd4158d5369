"""What made an ingestion fail, in one line that says what to do."""

import errno
import sqlite3
from pathlib import Path

from assistant.errors import IngestError

_FULL = ("no space left", "disk is full", "disk full", "os error 28", "disk quota exceeded")


def explained(error: Exception, index_dir: Path) -> IngestError | None:
    """The error to raise in the place of `error`; None where it is a defect of ours, to be seen as it is.

    Chroma has no kind of error of its own for a full disk, so that its words have to do.
    """
    if _is_full(error):
        return IngestError("disk_full", index_dir=index_dir)
    if isinstance(error, OSError | sqlite3.Error):
        why = (isinstance(error, OSError) and error.strerror) or error
        return IngestError("index_unwritable", index_dir=index_dir, why=why)
    return None


def _is_full(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if any(words in str(error).lower() for words in _FULL):
            return True
        error = error.__cause__ or error.__context__
    return False
