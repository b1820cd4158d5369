"""Readers hold the version that they have open, so that no writer clears it away, in this process or another; and one
ingestion at a time writes.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import IndexBusy


def hold(folder: Path) -> int:
    """A descriptor that holds the version in `folder` until it is closed; raises OSError where there is none."""
    descriptor = os.open(folder / "manifest.json", os.O_RDONLY)
    # A file system without locks: the version before the live one is kept all the same.
    with contextlib.suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


@contextlib.contextmanager
def unheld(folder: Path) -> Iterator[bool]:
    """Whether nobody holds the version; where it is so, nobody can while the block runs."""
    try:
        descriptor = os.open(folder / "manifest.json", os.O_RDONLY)
    except OSError:  # left behind by a writer that was killed
        yield True
        return
    try:
        yield _alone(descriptor)
    finally:
        os.close(descriptor)


def _alone(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # no locks here
        pass
    return True


@contextlib.contextmanager
def only_writer(index_dir: Path) -> Iterator[None]:
    """Hold the index's lock; raises IndexBusy where another process has it. A killed process lets go of it."""
    with (index_dir / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise IndexBusy("index_busy", index_dir=index_dir) from error
        yield
