"""Files brought to the disk before what points to them is, so that a power cut leaves no pointer to half a version."""

import os
from pathlib import Path


def sync_tree(folder: Path) -> None:
    """Every file in the folder, then every folder from the innermost outwards, and the folder that it lies in."""
    paths = sorted(folder.rglob("*"), key=lambda path: len(path.parts), reverse=True)
    for path in (*(path for path in paths if path.is_file()), *(path for path in paths if path.is_dir())):
        sync(path)
    sync(folder)
    sync(folder.parent)


def sync(path: Path) -> None:
    """One file or folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
