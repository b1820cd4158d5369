"""Whether letters can be seen: the page is painted, and looked at where they should stand."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from ingest.reading.pdf.drawn.shapes import Place

_SCALE = 1.5  # pixels a point
_LARGEST = 4_000_000  # pixels; larger pages are painted smaller
_CONTRAST = 12  # of 255, between letters and what is behind them


def unseen(page: Any, letters: dict[int, list[Place]]) -> set[int]:
    """Those of the texts whose letters (places on the page, by text) leave no trace on a pypdfium2 page."""
    width, height = page.get_size()
    scale = min(_SCALE, (_LARGEST / max(1.0, width * height)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True)
    try:
        pixels = np.array(picture.to_numpy(), dtype=np.int16).reshape(picture.height, picture.width)
    finally:
        picture.close()
    place = _Placing(page, pixels.shape)
    return {text for text, places in letters.items() if not _shows(pixels, map(place.of, places))}


class _Placing:
    """From points on the page to pixels, the page's rotation and edges reckoned with."""

    def __init__(self, page: Any, shape: tuple[int, ...]) -> None:
        left, bottom, right, top = page.get_bbox()
        self._origin = (left, bottom)
        self._size = (right - left, top - bottom)
        self._shape = shape
        self._turns = (page.get_rotation() // 90) % 4

    def of(self, place: Place) -> tuple[slice, slice]:
        """(rows, columns) of the pixels in which the place lies."""
        (left, bottom), (width, height) = self._origin, self._size
        corners = [
            self._seen((x - left) / width, (y - bottom) / height)
            for x in (place.x0, place.x1)
            for y in (place.y0, place.y1)
        ]
        rows, columns = self._shape[0], self._shape[1]
        across = sorted(c[0] * columns for c in corners)
        down = sorted(c[1] * rows for c in corners)
        return slice(max(0, int(down[0])), int(down[-1]) + 1), slice(max(0, int(across[0])), int(across[-1]) + 1)

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        """The place (0 to 1, y upwards) as it is seen (y downwards) after the page's own rotation."""
        return ((x, 1 - y), (y, x), (1 - x, y), (1 - y, 1 - x))[self._turns]


def _shows(pixels: "np.ndarray[Any, np.dtype[np.int16]]", places: Iterable[tuple[slice, slice]]) -> bool:
    seen = total = 0
    for rows, columns in places:
        patch = pixels[rows, columns]
        if patch.size:
            total += 1
            seen += int(patch.max()) - int(patch.min()) > _CONTRAST
    return total > 0 and seen > total / 3
