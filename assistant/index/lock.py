"""One ingestion at a time into one index."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import IndexBusy


@contextmanager
def only_writer(index_dir: Path) -> Iterator[None]:
    """Hold the index's lock; raises IndexBusy where another process has it. A killed process lets go of it."""
    with (index_dir / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise IndexBusy("index_busy", index_dir=index_dir) from error
        yield
