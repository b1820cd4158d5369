"""One page of a PDF read: its lines in reading order, its tables, and what there is to say about it."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.reasons import Reason, reason
from ingest.reading.pdf.drawn.filled import glyphs_of, page_fields
from ingest.reading.pdf.drawn.glyphs import ASIDE, Glyph, Letters, page_letters
from ingest.reading.pdf.drawn.shapes import Place, Shape, joined, page_drawing
from ingest.reading.pdf.grids.believed import believed, without_stripes
from ingest.reading.pdf.grids.charts import chart_places, marked
from ingest.reading.pdf.grids.rules import Grid, grids_of, rules_of
from ingest.reading.pdf.grids.spaced import bands_of, take_spaced
from ingest.reading.pdf.grids.tables import Draft, take_tables
from ingest.reading.pdf.layout.boxes import set_in, take_boxes
from ingest.reading.pdf.layout.bullets import bulleted, dashed
from ingest.reading.pdf.layout.columns import ordered_lines
from ingest.reading.pdf.layout.folds import fold_of, sides_of
from ingest.reading.pdf.layout.lines import Line
from ingest.reading.pdf.layout.margins import without_line_numbers
from ingest.reading.pdf.layout.pulled import without_pulled
from ingest.reading.pdf.layout.tiles import take_tiles

_FEWEST_UNNAMED = 3  # letters; a bullet or two in a font of symbols is no damage
_SHARE_UNNAMED = 0.01


@dataclass(slots=True)
class Sheet:
    """What was read of a page; `bare` says that it is a picture without text, `unnamed` that letters are missing.

    `fold` is where two pages meet that stand side by side on it. `digits` says how often each stands in the page's
    content, `letters` how many letters do, whether shown or not.
    """

    lines: list[Line]
    drafts: list[Draft] = field(default_factory=list)
    warnings: list[Reason] = field(default_factory=list)
    bare: bool = False
    unnamed: bool = False
    digits: Counter[str] = field(default_factory=Counter)
    letters: int = 0
    fold: float | None = None

    @property
    def halves(self) -> list[tuple[list[Line], list[Draft]]]:
        """The lines and tables, once or, where two pages stand side by side, for each of them."""
        if self.fold is None:
            return [(self.lines, self.drafts)]
        left = [line for line in self.lines if line.x0 < self.fold], [d for d in self.drafts if d.left < self.fold]
        right = [line for line in self.lines if line.x0 >= self.fold], [d for d in self.drafts if d.left >= self.fold]
        return [left, right]


def read_sheet(page: Any, number: int, form: Any = None) -> Sheet:
    """A pypdfium2 page, the `number`-th of its document, read; `form` is the document's form environment, if any."""
    drawing = page_drawing(page)
    letters = page_letters(page, drawing)
    fields = page_fields(page, form) if form is not None else []
    glyphs = without_pulled(without_line_numbers(letters.glyphs)) + glyphs_of(fields, letters.turn)
    lowest = min((g.y for g in glyphs if g.char != "\n"), default=0.0)
    drafts: list[Draft] = []
    for turn, across in letters.aside.items():
        turned, left, _ = _ruled(across, drawing.shapes, turn, number)
        drafts += [replace(draft, top=draft.top + lowest - ASIDE) for draft in turned]
        glyphs += [g if g.char == "\n" else g._replace(y=g.y + lowest - ASIDE) for g in left]
    fold = None if letters.turn or letters.aside else fold_of(glyphs, drawing.shapes, Place(*page.get_bbox()))
    lines: list[Line] = []
    for own, shapes in [(glyphs, drawing.shapes)] if fold is None else sides_of(glyphs, drawing.shapes, fold):
        found, tables = _arranged(own, shapes, letters.turn, number)
        lines += found
        drafts += tables
    bare = not lines and not drafts and drawing.pictured
    unnamed = letters.unnamed >= max(_FEWEST_UNNAMED, _SHARE_UNNAMED * letters.known)
    warnings = _warnings(letters, number, unnamed)
    if fields:
        warnings.append(reason("form", page=number, count=len(fields)))
    return Sheet(lines, drafts, warnings, bare, unnamed, letters.digits, letters.known, fold)


def _arranged(glyphs: list[Glyph], shapes: list[Shape], turn: int, number: int) -> tuple[list[Line], list[Draft]]:
    """The lines in reading order and the tables, top first, of a page or a half of one."""
    drafts, glyphs, grids = _ruled(glyphs, shapes, turn, number)
    whole = joined(shapes)
    charts = chart_places(whole, turn, [grid.place for grid in grids])
    spaced, glyphs = take_spaced(glyphs, bands_of(whole, turn), charts, number)
    tiles, glyphs = take_tiles(glyphs, number)
    boxes, glyphs = take_boxes(glyphs, shapes, turn, charts, number)
    lines = marked(bulleted(dashed(ordered_lines(glyphs, number)), shapes, turn, charts), charts)
    return set_in(_inserted(lines, tiles), boxes), sorted([*drafts, *spaced], key=lambda d: -d.top)


def _ruled(
    glyphs: list[Glyph], shapes: list[Shape], turn: int, number: int
) -> tuple[list[Draft], list[Glyph], list[Grid]]:
    """The ruled tables in one direction of writing, the characters in none of them, and the grids."""
    rules = rules_of(shapes, turn)
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
