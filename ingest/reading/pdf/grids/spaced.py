"""Tables without upright lines: between rules, on shaded rows, or set by space alone."""

import itertools
from statistics import median

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.drawn.shapes import Place, Shape, turned
from ingest.reading.pdf.grids.spans import CLOSE, all_cells, said
from ingest.reading.pdf.grids.tables import Draft
from ingest.reading.pdf.layout.lines import lines_of
from ingest.reading.pdf.layout.rows import Row, rows_of
from ingest.tabular import is_value, is_year

_NARROWEST = 100.0  # points; what is narrower is no table's rule or band
_RULE = 4.0  # points; what is higher is no rule
_BAND = (7.0, 60.0)  # heights of a shaded row
_SAME = 2.5  # points between the ends of rules or bands of one width
_FAR = 90.0  # points between two rules or bands of one table
_VALUES, _VALUES_ALONE = 0.4, 0.75  # share of values among cells, with rules or bands and without
_MOST_MARKS = 400
_MOST_HEADS = 3  # rows of headings
_GROUPS_ABOVE = 3.0  # of the type size, from headings to those over several of them


def take_spaced(
    glyphs: list[Glyph], bands: list[Place], charts: list[Place], page: int
) -> tuple[list[Draft], list[Glyph]]:
    """The tables without upright lines on a page, top first, and the characters that stand in none."""
    rows = [row for row in rows_of(glyphs) if not any(_lies_in(row, chart) for chart in charts)]
    drafts: list[Draft] = []
    taken: set[int] = set()
    for zone in _zones(bands):
        inside = [cut for row in rows if (cut := _within(row, zone)) is not None]
        found = _table(_with_groups(_with_header(inside, rows, zone), rows), page, _VALUES, 2)
        if found is not None and not taken & found[1]:
            drafts.append(found[0])
            taken |= found[1]
    for run in _aligned(rows):
        found = _table(_with_groups(run, rows), page, _VALUES_ALONE, 3)
        if found is not None and not taken & found[1]:
            drafts.append(found[0])
            taken |= found[1]
    left = [g for g in glyphs if id(g) not in taken]
    return sorted(drafts, key=lambda d: -d.top), left


def _lies_in(row: Row, chart: Place) -> bool:
    """True where the row, or the most of it, is lettering of the chart."""
    within = sum(chart.x0 <= (p[0].x0 + p[-1].x1) / 2 <= chart.x1 for p in row.pieces)
    return chart.y0 - 2 * row.size <= row.y <= chart.y1 + row.size and 2 * within >= len(row.pieces)


def bands_of(shapes: list[Shape], turn: int) -> list[Place]:
    """The rules and shaded rows among the shapes, as they lie on the page turned upright."""
    found = []
    for shape in shapes[:_MOST_MARKS]:
        place = turned(shape.place, turn)
        flat = place.height < _RULE or (shape.filled and shape.simple and _BAND[0] <= place.height <= _BAND[1])
        if not shape.picture and flat and place.width >= _NARROWEST:
            found.append(place)
    return found


def _zones(bands: list[Place]) -> list[Place]:
    """Where rules or bands of one width lie above one another."""
    marks: list[list[Place]] = []
    for place in bands:
        alike = [m for m in marks if abs(m[0].x0 - place.x0) < _SAME and abs(m[0].x1 - place.x1) < _SAME]
        if not alike:
            marks.append([])
        (alike or marks)[-1].append(place)
    zones = []
    for group in marks:
        run: list[Place] = []
        for place in sorted(group, key=lambda p: -p.y1):
            if run and min(p.y0 for p in run) - place.y1 > _FAR:
                zones += [run]
                run = []
            run.append(place)
        zones += [run]
    return [Place(z[0].x0, min(p.y0 for p in z), z[0].x1, max(p.y1 for p in z)) for z in zones if len(z) >= 2]


def _within(row: Row, zone: Place) -> Row | None:
    if not zone.y0 <= row.y + 0.3 * row.size <= zone.y1:
        return None
    pieces = [p for p in row.pieces if zone.x0 - 4 <= p[0].x0 and (p[0].x0 + p[-1].x1) / 2 <= zone.x1]
    return Row(row.y, row.size, pieces) if pieces else None


def _with_header(inside: list[Row], rows: list[Row], zone: Place) -> list[Row]:
    """The rows with the one right above the first band, and the one below the last, where they have as many pieces."""
    if len(inside) < 2:
        return inside
    most = max(len(r.pieces) for r in inside)
    pitch = median([a.y - b.y for a, b in itertools.pairwise(inside)])
    wide = Place(zone.x0, zone.y0 - 2 * pitch, zone.x1, zone.y1 + 2 * pitch)
    near = [cut for row in rows if (cut := _within(row, wide)) is not None and not zone.y0 <= row.y <= zone.y1]
    beyond = [max(zone.y0 - row.y, row.y - zone.y1) for row in near]
    more = [r for r, far in zip(near, beyond, strict=True) if far < 1.4 * pitch and len(r.pieces) >= max(2, most - 1)]
    edge = min(row.spread(0)[0] for row in inside)
    bare = [row for row in more if row.spread(0)[0] > edge + 2 * row.size]  # its label stands above and below it
    more += [row for row in near if len(row.pieces) == 1 and any(abs(row.y - b.y) < CLOSE * pitch for b in bare)]
    return sorted([*inside, *more], key=lambda r: -r.y)


def _with_groups(table: list[Row], rows: list[Row]) -> list[Row]:
    """The table with the row above it where its headings bear the same names: those above tell them apart."""
    names = [said(piece) for piece in table[0].pieces[1:]] if table else []
    if len(set(names)) == len(names) or any(map(is_value, names)):
        return table
    above = min((row for row in rows if row.y > table[0].y), key=lambda r: r.y, default=None)
    if above is None or above.y - table[0].y > _GROUPS_ABOVE * table[0].size:
        return table
    return [above, *table] if 2 <= len(above.pieces) < len(table[0].pieces) else table


def _aligned(rows: list[Row]) -> list[list[Row]]:
    """Runs of rows in three pieces or more, as a table set by space alone has them."""
    runs: list[list[Row]] = [[]]
    for row in rows:
        before = runs[-1][-1] if runs[-1] else None
        label = before is not None and len(row.pieces) == 1 and abs(row.spread(0)[0] - before.spread(0)[0]) < 3
        narrow = label and before is not None and row.spread(0)[1] < before.spread(len(before.pieces) - 1)[0]
        if (before is not None and before.y - row.y > 3.2 * row.size) or (len(row.pieces) < 3 and not narrow):
            runs.append([])
        if len(row.pieces) >= 3 or narrow:
            runs[-1].append(row)
    for run in runs:
        while run and len(run[-1].pieces) < 3 and not run[-1].pieces[0][0].char.islower():
            run.pop()
    return [run for run in runs if len(run) >= 3]


def _table(rows: list[Row], page: int, values: float, fewest: int) -> tuple[Draft, set[int]] | None:
    """The rows as a table, and the characters in it; None where they do not make one up."""
    counts = [len(r.pieces) for r in rows]
    width = max((n for n in counts if counts.count(n) >= max(2, 0.3 * len(counts))), default=0)
    full = [r for r in rows if len(r.pieces) == width]
    heads = min(_MOST_HEADS, next((i for i, r in enumerate(rows) if len(r.pieces) == width), 0))
    if width < fewest or len(rows) < 3 or len(full) < 0.5 * (len(rows) - heads):
        return None
    columns = [(min(r.spread(k)[0] for r in full), max(r.spread(k)[1] for r in full)) for k in range(width)]
    if any(a[1] > b[0] for a, b in itertools.pairwise(columns)):
        return None
    told = [said(piece) for row in full for piece in row.pieces[1:]]
    if sum(is_value(s) or is_year(s) for s in told) < values * len(told) or not any(
        map(_is_word, rows[0].pieces + rows[-1].pieces)
    ):
        return None
    cells = all_cells(rows, columns)
    if cells is None:
        return None
    taken = {id(g) for row in cells for cell in row for g in cell}
    whole = _wrapped(cells, [r.y for r in rows])
    drafted = [[lines_of(_spread_out(cell), page) for cell in row] for row in whole]
    return Draft(drafted, page, rows[0].y + rows[0].size, columns[0][0]), taken


def _is_word(piece: list[Glyph]) -> bool:
    return sum(g.char.isalpha() for g in piece) >= 2


def _wrapped(rows: list[list[list[Glyph]]], ys: list[float]) -> list[list[list[Glyph]]]:
    """The rows with labels that run over two lines put together."""
    steps = [a - b for a, b in itertools.pairwise(ys)]
    usual = median(steps)
    out: list[list[list[Glyph]]] = []
    waiting = False
    for i, row in enumerate(rows):
        label = bool(row[0]) and not any(row[1:])
        lower = bool(row[0]) and row[0][0].char.islower()
        close = i > 0 and steps[i - 1] < CLOSE * usual
        bare = close and not row[0] and not any(out[-1][1:])  # values at the middle of their label's lines
        if out and (waiting or bare or (label and (lower or close))):
            out[-1] = [a + b for a, b in zip(out[-1], row, strict=True)]
            waiting = False
            continue
        following = rows[i + 1] if i + 1 < len(rows) else None
        begun = following is not None and bool(following[0]) and following[0][0].char.islower() and any(following[1:])
        waiting = label and begun
        out.append(row)
    return out


def _spread_out(cell: list[Glyph]) -> list[Glyph]:
    """The characters of a cell in the order of reading, a line break between its lines."""
    out: list[Glyph] = []
    for g in cell:
        if out and abs(out[-1].y - g.y) > 0.45 * g.size:
            out.append(Glyph("\n", 0, 0, 0, 0, 0))
        out.append(g)
    return out
