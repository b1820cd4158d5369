"""One page of a PDF read: its lines in reading order, its tables, and what there is to say about it."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.reasons import Reason, reason
from ingest.reading.pdf.drawn.filled import glyphs_of, page_fields
from ingest.reading.pdf.drawn.glyphs import ASIDE, Glyph, Letters, page_letters
from ingest.reading.pdf.drawn.shapes import Drawing, joined, page_drawing
from ingest.reading.pdf.grids.believed import believed, without_stripes
from ingest.reading.pdf.grids.charts import chart_places, marked
from ingest.reading.pdf.grids.rules import Grid, grids_of, rules_of
from ingest.reading.pdf.grids.spaced import bands_of, take_spaced
from ingest.reading.pdf.grids.tables import Draft, take_tables
from ingest.reading.pdf.layout.bullets import bulleted
from ingest.reading.pdf.layout.columns import ordered_lines
from ingest.reading.pdf.layout.lines import Line
from ingest.reading.pdf.layout.margins import without_line_numbers
from ingest.reading.pdf.layout.tiles import take_tiles

_FEWEST_UNNAMED = 3  # letters; a bullet or two in a font of symbols is no damage
_SHARE_UNNAMED = 0.01


@dataclass(slots=True)
class Sheet:
    """What was read of a page; `bare` says that it is a picture without text, `unnamed` that letters are missing.

    `digits` says how often each stands in the page's content, `letters` how many letters do, whether shown or not.
    """

    lines: list[Line]
    drafts: list[Draft] = field(default_factory=list)
    warnings: list[Reason] = field(default_factory=list)
    bare: bool = False
    unnamed: bool = False
    digits: Counter[str] = field(default_factory=Counter)
    letters: int = 0


def read_sheet(page: Any, number: int, form: Any = None) -> Sheet:
    """A pypdfium2 page, the `number`-th of its document, read; `form` is the document's form environment, if any."""
    drawing = page_drawing(page)
    letters = page_letters(page, drawing)
    fields = page_fields(page, form) if form is not None else []
    glyphs = without_line_numbers(letters.glyphs) + glyphs_of(fields, letters.turn)
    lowest = min((g.y for g in glyphs if g.char != "\n"), default=0.0)
    drafts, glyphs, grids = _ruled(glyphs, drawing, letters.turn, number)
    for turn, across in letters.aside.items():
        turned, left, _ = _ruled(across, drawing, turn, number)
        drafts += [replace(draft, top=draft.top + lowest - ASIDE) for draft in turned]
        glyphs += [g if g.char == "\n" else g._replace(y=g.y + lowest - ASIDE) for g in left]
    tables = [grid.place for grid in grids]
    shapes = joined(drawing.shapes)
    charts = chart_places(shapes, letters.turn, tables)
    spaced, glyphs = take_spaced(glyphs, bands_of(shapes, letters.turn), charts, number)
    drafts = sorted([*drafts, *spaced], key=lambda d: -d.top)
    tiles, glyphs = take_tiles(glyphs, number)
    lines = marked(bulleted(ordered_lines(glyphs, number), drawing.shapes, letters.turn, charts), charts)
    lines = _inserted(lines, tiles)
    bare = not lines and not drafts and drawing.pictured
    unnamed = letters.unnamed >= max(_FEWEST_UNNAMED, _SHARE_UNNAMED * letters.known)
    warnings = _warnings(letters, number, unnamed)
    if fields:
        warnings.append(reason("form", page=number, count=len(fields)))
    return Sheet(lines, drafts, warnings, bare, unnamed, letters.digits, letters.known)


def _ruled(
    glyphs: list[Glyph], drawing: Drawing, turn: int, number: int
) -> tuple[list[Draft], list[Glyph], list[Grid]]:
    """The ruled tables in one direction of writing, the characters in none of them, and the grids."""
    rules = rules_of(drawing.shapes, turn)
    if len(rules) <= 4:
        return [], glyphs, []
    grids = believed(without_stripes(grids_of(rules), glyphs), glyphs)
    return *take_tables(glyphs, grids, number), grids


def _inserted(lines: list[Line], tiles: list[Line]) -> list[Line]:
    """The lines with those of figures in large type put where they stand on the page."""
    if not tiles:
        return lines
    at = next((i for i, line in enumerate(lines) if line.y < tiles[0].y), len(lines))
    return [*lines[:at], *tiles, *lines[at:]]


def _warnings(letters: Letters, number: int, unnamed: bool) -> list[Reason]:
    said = []
    if letters.hidden:
        said.append(reason("hidden", page=number))
    if unnamed:
        said.append(reason("unnamed", page=number, count=letters.unnamed))
    return said
