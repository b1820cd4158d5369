"""Text that lies outside the path that its painting is cut off at."""

import ctypes
from typing import Any

from pypdfium2 import raw

_MOST = 40  # points of a path; one of more is a drawing's


def clipped(text: Any) -> bool:
    """True where a text object of PDFium lies outside one of the paths that clip it, or nearly so."""
    clip = raw.FPDFPageObj_GetClipPath(text)
    count = raw.FPDFClipPath_CountPaths(clip) if clip else 0
    if count <= 0:
        return False
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(text, *edges):
        return False
    left, bottom, right, top = (e.value for e in edges)
    middle = (bottom + top) / 2
    for i in range(count):
        box = _box(clip, i)
        if box is None:
            continue
        x0, y0, x1, y1 = box
        if right <= x0 or left >= x1 or not y0 <= middle <= y1:
            return True
    return False


def _box(clip: Any, path: int) -> tuple[float, float, float, float] | None:
    """The edges of a path."""
    count = raw.FPDFClipPath_CountPathSegments(clip, path)
    if not 0 < count <= _MOST:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    xs, ys = [], []
    for i in range(count):
        segment = raw.FPDFClipPath_GetPathSegment(clip, path, i)
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            xs.append(x.value)
            ys.append(y.value)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None
