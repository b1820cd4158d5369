"""Pages that are pictures read by Tesseract, an optional program of its own, with Norwegian (`nor`)."""

import csv
import io
import shutil
import subprocess
from functools import lru_cache
from itertools import groupby
from statistics import median
from typing import Any

from assistant.errors import ReadError
from assistant.pdfium import LOCK
from ingest.reading.pdf.layout.lines import Line

_DPI = 300
_MOST_PIXELS = 40_000_000  # a page larger than A2 at full resolution is rendered smaller
_SECONDS = 120.0  # for one page
_SIZE = 10.0  # points; what is read of a picture has no type size, only heights that differ by letter
_LARGE = 1.5  # times the usual height: a heading


@lru_cache(maxsize=1)
def check_tesseract() -> str:
    """Where Tesseract is. Raises ReadError where it, or its Norwegian, is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        raise ReadError("scanned_no_tesseract")
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=_SECONDS)
    if "nor" not in (told.stdout + told.stderr).split():
        raise ReadError("scanned_no_norwegian")
    return program


def recognised_lines(document: Any, index: int) -> list[Line]:
    """The lines that Tesseract reads on the page (counted from 0), top down, with their places in points."""
    program = check_tesseract()
    picture, scale, height = _picture(document, index)
    command = [program, "stdin", "stdout", "-l", "nor", "--psm", "1", "tsv"]
    found = subprocess.run(command, input=picture, capture_output=True, check=True, timeout=_SECONDS)
    return _lines(found.stdout.decode("utf-8", "replace"), scale, height, index + 1)


def _picture(document: Any, index: int) -> tuple[bytes, float, float]:
    """(the page as PNG, points a pixel, height in points)."""
    with LOCK:
        page = document[index]
        try:
            width, height = page.get_size()
            scale = min(_DPI / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            image = page.render(scale=scale, grayscale=True).to_pil()
        finally:
            page.close()
    stream = io.BytesIO()
    image.save(stream, "PNG", dpi=(72 * scale, 72 * scale))
    return stream.getvalue(), 1 / scale, height


def _lines(table: str, scale: float, height: float, page: int) -> list[Line]:
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row["level"] == "5" and row["text"].strip() and float(row["conf"]) > 0]
    groups = [list(g) for _, g in groupby(words, key=lambda w: (w["block_num"], w["par_num"], w["line_num"]))]
    heights = [max(int(w["height"]) for w in group) for group in groups]
    usual = median(heights) if heights else 1
    return [
        Line(
            " ".join(w["text"] for w in group),
            int(group[0]["left"]) * scale,
            (int(group[-1]["left"]) + int(group[-1]["width"])) * scale,
            height - max(int(w["top"]) + int(w["height"]) for w in group) * scale,
            _SIZE * (_LARGE if tall > _LARGE * usual else 1),
            page,
        )
        for group, tall in zip(groups, heights, strict=True)
    ]
