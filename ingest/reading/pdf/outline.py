"""The outline (bookmarks) of a PDF."""

from itertools import islice
from typing import Any

from ingest.words.characters import squeezed, tidy

_MOST = 3000  # entries; a damaged outline can go in circles
_DEEPEST = 8


def outline_of(document: Any) -> dict[str, int]:
    """Squeezed title -> level (1 outermost) of the outline's entries; empty where there is none to be read."""
    levels: dict[str, int] = {}
    try:
        for entry in islice(document.get_toc(max_depth=_DEEPEST), _MOST):
            key = squeezed(tidy(entry.get_title() or ""))
            if key:
                levels.setdefault(key, entry.level + 1)
    except Exception:  # an outline is a help, never a need
        return levels
    return levels
