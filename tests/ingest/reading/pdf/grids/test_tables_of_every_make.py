"""Tables with header rows that span, on shaded rows, between three rules, by space alone: each cell under its heads."""

import itertools
from pathlib import Path

import pytest

from ingest.document import Table
from tests.ingest.fixtures.made import body, case, cell, made, tables, told
from tests.ingest.fixtures.pdfs import Page, line

_COSTS = (
    ("Post", "2021", "2022", "2023"),
    ("Leie av hall", "1 204", "1 310", "1 455"),
    ("Lærere", "2 050", "2 111", "2 340"),
    ("Transport", "310", "298", "-"),
    ("Sum", "3 564", "3 719", "3 795"),
)
_WAYS = ("zebra", "header alone", "three rules", "rule a row", "space", "odd rows")


def _set(way: str, x: float, y: float, step: float, width: float) -> str:
    """The operators of the table, right-aligned numbers, its upper edge at `y`."""
    under, out = [], []
    last = len(_COSTS) - 1
    for r, row in enumerate(_COSTS):
        low = y - step * (r + 1)
        shaded = {"zebra": True, "header alone": r == 0, "odd rows": r % 2 == 1}.get(way, False)
        if shaded:
            under.append(f"{0.9 if r % 2 or way != 'zebra' else 1} g {x} {low} {width} {step} re f 0 g")
        if way == "rule a row" or (way in ("three rules", "header alone") and r in (0, last)):
            under.append(f"0.5 w {x} {low} m {x + width} {low} l S")
        if way == "three rules" and r == 0:
            under.append(f"1 w {x} {y} m {x + width} {y} l S")
        for c, text in enumerate(row):
            at = x + 6 if c == 0 else x + width * (0.4 + 0.19 * c) - 5.0 * len(text)
            out.append(line(at, low + 0.3 * step, text, 9, bold=r == 0))
    return "\n".join(under + out)


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize(("x", "step", "width"), [(60, 20, 400), (70, 14, 300), (60, 26, 470)])
def test_a_table_without_upright_lines(tmp_path: Path, way: str, x: float, step: float, width: float) -> None:
    page = Page(under=_set(way, x, 680, step, width))
    page.put(60, 740, "6 Kostnader", 16, bold=True)
    page.put(x, 690, "Tabell 6.1 Utgifter til svømming (1 000 kroner)", 10, bold=True)
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    assert table.header == _COSTS[0]
    assert [row.cells for row in table.rows] == list(_COSTS[1:])


@pytest.mark.parametrize("lined", [True, False], ids=["rules", "space"])
@pytest.mark.parametrize("first", [230, 205, 217, 245], ids=["centred", "left", "off", "far off"])
def test_years_over_headings_that_repeat(tmp_path: Path, lined: bool, first: float) -> None:
    out = [line(x, 674, year, 9) for x, year in ((first, "2022"), (first + 140, "2019"))]
    for y, row in (
        (662, ("Trinn", "Jenter", "Gutter", "Jenter", "Gutter")),
        (645, ("4. trinn", "63", "57", "60", "54")),
        (631, ("7. trinn", "79", "73", "76", "71")),
        (617, ("10. trinn", "85", "81", "82", "80")),
    ):
        out += [line(x, y, text, 9) for x, text in zip((60, 205, 275, 345, 415), row, strict=True)]
    page = Page(over="\n".join([*out, *(["0.5 w 60 657 m 460 657 l 60 610 m 460 610 l S"] if lined else [])]))
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    assert table.header == ("Trinn", "2022 › Jenter", "2022 › Gutter", "2019 › Jenter", "2019 › Gutter")
    assert cell(table, "10. trinn", "2019 › Jenter") == "82"


@pytest.mark.parametrize("way", ["zebra", "three rules", "space"])
def test_a_label_over_two_lines(tmp_path: Path, way: str) -> None:
    page = Page(under=_set(way, 60, 680, 24, 400))
    page.over = line(66, 680 - 24 * 2 - 2, "i høytiden", 9)
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    assert table.rows[0].cells[0] == "Leie av hall i høytiden"
    assert cell(table, "Leie av hall i høytiden", "2022") == "1 310"


@pytest.mark.parametrize("label", ["both rows", "upper row", "lower row"])
@pytest.mark.parametrize("units", [False, True])
def test_header_rows_that_span(tmp_path: Path, label: str, units: bool) -> None:
    heads = (670, 650, 630) if units else (670, 650)
    y, tall = {"both rows": (heads[-1], 690 - heads[-1]), "upper row": (670, 20), "lower row": (heads[-1], 20)}[label]
    out = [f"60 {y} 120 {tall} re S", line(64, y + tall / 2 - 3, "Trinn", 9)]
    out += [f"60 {low} 120 20 re S" for low in heads if low != y and label != "both rows"]
    for i, year in enumerate(("2023", "2021")):
        x = 180 + 120 * i
        out += [f"{x} 670 120 20 re S", line(x + 48, 676, year, 9)]
        for j, sex in enumerate(("Jenter", "Gutter")):
            for low, text in zip(heads[1:], (sex, "Prosent"), strict=False):
                out += [f"{x + 60 * j} {low} 60 20 re S", line(x + 4 + 60 * j, low + 6, text, 9)]
    for r, row in enumerate((("4. trinn", "61", "55", "58", "52"), ("7. trinn", "78", "74", "75", "70"))):
        for c, text in enumerate(row):
            left, wide, low = *((60, 120) if c == 0 else (120 + 60 * c, 60)), heads[-1] - 20 * (r + 1)
            out += [f"{left} {low} {wide} 20 re S", line(left + 4, low + 6, text, 9)]
    page = Page(over="\n".join(out))
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    last = " › Prosent" if units else ""
    assert cell(table, "7. trinn", f"2021 › Gutter{last}") == "70"
    assert table.header[0] == "Trinn"


def _row(y: float, texts: tuple[str, ...], *, step: float = 80, left: float = 60, right: bool = True) -> str:
    """A row of texts, the first at the left, the others at the right (or left) edges of columns `step` wide."""
    edge = [0.0] + [100 + step * c for c in range(1, len(texts))]
    places = [
        left + at - (5.0 * len(text) if c and right else 0)
        for c, (at, text) in enumerate(zip(edge, texts, strict=True))
    ]
    return "\n".join(line(x, y, text, 9) for x, text in zip(places, texts, strict=True) if text)


def _drawn(tmp_path: Path, *operators: str) -> Table:
    page = Page(over="\n".join(operators))
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    return table


@pytest.mark.parametrize("right", [True, False])
def test_headings_at_an_edge_of_their_columns(tmp_path: Path, right: bool) -> None:
    """Of the two ways to share four columns out, the one by which no heading has the same words below it twice."""
    years = ("Post", "", "2020", "", "2021") if right else ("Post", "2020", "", "2021", "")
    rows = (years, ("", "Plan", "Bruk", "Plan", "Bruk"), ("Hall", "1204", "1310", "1455", "1502"))
    rows = (*rows, ("Buss", "310", "298", "305", "311"))
    out = [_row(690 - 18 * r, row, right=right) for r, row in enumerate(rows)]
    table = _drawn(tmp_path, *(f"60 {y} 450 0.7 re f" for y in (704, 668, 630)), *out)
    assert table.header == ("Post", "2020 › Plan", "2020 › Bruk", "2021 › Plan", "2021 › Bruk")


def test_a_table_is_none_where_headings_may_be_shared_out_in_two_ways(tmp_path: Path) -> None:
    rows = (
        ("", "", "2020", "", "2021"),
        ("Post", "Aaaa", "Bbbb", "Cccc", "Dddd"),
        ("Hall", "1204", "1310", "1455", "1502"),
    )
    out = [_row(690 - 18 * r, row) for r, row in enumerate((*rows, ("Buss", "3101", "2982", "3053", "3114")))]
    page = Page(over="\n".join([*(f"60 {y} 450 0.7 re f" for y in (704, 668, 630)), *out]))
    body(page)
    assert not any("2020" in head for table in tables(made(tmp_path, [page])) for head in table.header)


def test_a_heading_of_two_lines_is_over_its_own_column_alone(tmp_path: Path) -> None:
    rows = (
        ("Svar", "Enig", "enig", "Uenig"),
        ("Hallen er varm", "70", "20", "10"),
        ("Timene er nok", "39", "30", "31"),
    )
    out = [_row(680 - 18 * r, row) for r, row in enumerate(rows)]
    rules = [f"60 {y} 380 0.7 re f" for y in (705, 674, 638)]
    table = _drawn(tmp_path, *rules, _row(691, ("", "", "Delvis")), *out)
    assert table.header == ("Svar", "Enig", "Delvis enig", "Uenig")


@pytest.mark.parametrize("twice", [True, False])
def test_lines_drawn_cell_by_cell_that_jut_out(tmp_path: Path, twice: bool) -> None:
    out = [_row(680 - 18 * r, row) for r, row in enumerate(_COSTS)]
    rules = []
    for y in (695, 674, 602):
        for x in (60, 180, 260, 340):
            rules += [f"2 w {x - 1} {y} m {x + (121 if x == 60 else 81)} {y} l S"] * (2 if twice else 1)
    table = _drawn(tmp_path, *rules, *out)
    assert (table.header, table.rows[-1].cells) == (_COSTS[0], _COSTS[-1])


def test_shaded_rows_filled_cell_by_cell_below_a_filled_header(tmp_path: Path) -> None:
    out = []
    for r, row in enumerate(_COSTS):
        low = 674 - 18 * r
        if r % 2 == 1 or r == 0:
            out += [
                f"{0.8 if r else 0.6} g {x} {low} {w} 18 re f 0 g"
                for x, w in ((60, 150), (210, 95), (305, 80), (385, 80))
            ]
        out.append(_row(low + 6, row))
    table = _drawn(tmp_path, *out)
    assert table.header == _COSTS[0]
    assert [row.cells for row in table.rows] == list(_COSTS[1:])


@pytest.mark.parametrize("low", [620, 600], ids=["no rule below", "a rule below"])
def test_values_at_the_middle_of_a_label_of_two_lines(tmp_path: Path, low: float) -> None:
    out = [_row(680 - 18 * r, row) for r, row in enumerate(_COSTS[:3])]
    out += [
        _row(632, ("Buss til hallen for dem som",)),
        _row(626, ("", "310", "298", "-")),
        _row(620, ("bor langt unna",)),
    ]
    rules = [f"60 {y} 380 0.7 re f" for y in (695, 674, low if low < 620 else 640)]
    table = _drawn(tmp_path, *rules, *out)
    assert table.rows[-1].cells == ("Buss til hallen for dem som bor langt unna", "310", "298", "-")


def test_a_table_with_lines_between_its_columns_alone(tmp_path: Path) -> None:
    """No line around it, and none between the rows of values."""
    out = [line(64, 676, "Skole", 9), line(224, 686, "Elever", 9), line(384, 686, "Lærere", 9)]
    out += [line(x, 668, text, 9) for x, text in ((184, "2018"), (264, "2019"), (344, "2018"), (424, "2019"))]
    for r, row in enumerate((("Nord", "1204", "1310", "14", "15"), ("Sør", "980", "875", "11", "9"))):
        out += [line(64 if c == 0 else 104 + 80 * c, 650 - 14 * r, text, 9) for c, text in enumerate(row)]
    rules = [
        "60 662 430 0.7 re f",
        "180 680 310 0.7 re f",
        *(f"{x} 630 0.7 {h} re f" for x, h in ((180, 66), (340, 66))),
    ]
    rules += [f"{x} 630 0.7 50 re f" for x in (260, 420)]
    table = _drawn(tmp_path, *rules, *out)
    assert table.header == ("Skole", "Elever › 2018", "Elever › 2019", "Lærere › 2018", "Lærere › 2019")
    assert table.rows[1].cells == ("Sør", "980", "875", "11", "9")


def test_values_with_another_in_brackets(tmp_path: Path) -> None:
    rows = (("Alder", "2017", "2019"), ("Under 18", "81 (120)", "82 (131)"), ("Alle", "70 [66–74]", "71 [67–75]"))
    out = [_row(680 - 18 * r, row) for r, row in enumerate(rows)]
    table = _drawn(tmp_path, *(f"60 {y} 280 0.7 re f" for y in (695, 674, 638)), *out)
    assert table.header == rows[0] and table.rows[1].cells == rows[2]


def test_columns_of_prose_are_no_table(tmp_path: Path) -> None:
    page = Page()
    for i in range(9):
        page.put(60, 700 - 13 * i, "Elevene i 4. klasse har fått opplæring")
        page.put(320, 700 - 13 * i, "og de kan svømme 200 meter i hallen")
    assert tables(made(tmp_path, [page])) == []


def test_the_case_of_a_two_row_header() -> None:
    (table,) = tables(case("two-row-header"))
    assert cell(table, "7. trinn", "2021 › Gutter") == "70"
    assert table.header[0] == "Trinn"


def test_the_case_of_shaded_rows() -> None:
    parsed = case("zebra-table")
    (table,) = tables(parsed)
    assert cell(table, "Leie av hall", "2021") == "1 204"
    assert cell(table, "Transport", "2023") == "-"
    assert table.title == "Tabell 6.1 Utgifter til svømming (1 000 kroner)"
    assert told(parsed)[-1] == "Utgiftene har økt hvert år i perioden."


def test_numbers_whose_groups_go_in_even_steps_are_values(tmp_path: Path) -> None:
    """5, 160, 315: a number's groups of three digits are no ticks of an axis."""
    rows = (("Post", "2017", "2016"), ("Inventar", "5 160 315", "3 565 583"), ("Sum", "6 960 000", "4 811 841"))
    out = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            left, low = 60 + 120 * c, 680 - 20 * (r + 1)
            out += [f"{left} {low} 120 20 re S", line(left + 4, low + 6, text, 9)]
    page = Page(over="\n".join(out))
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    assert cell(table, "Inventar", "2017") == "5 160 315"


def test_a_thick_rule_over_years_at_the_right_of_their_columns(tmp_path: Path) -> None:
    """As browsers draw them: each line cell by cell, the one above all 2 px wide."""
    out = []
    edges = (60, 162, 213, 266, 317, 370)
    for y, wide in ((672, 3), (629, 1), (607, 1), (586, 1)):
        out += [f"{a - 0.7} {y} {b - a + 1.4} {wide} re f" for a, b in itertools.pairwise(edges)]
    out += [f"{a - 0.7} 651 {b - a + 1.4} 1 re f" for a, b in itertools.pairwise(edges[1:])]
    for x, year in ((254, "2023"), (358, "2022")):
        out.append(line(x - 22, 657, year, 9))
    out.append(line(120, 646, "Fylke", 9))
    rows = (
        ("", "Jenter", "Gutter", "Jenter", "Gutter"),
        ("Troms", "640", "655", "612", "630"),
        ("Oslo", "1", "2", "3", "4"),
    )
    for r, row in enumerate(rows):
        out += [line(edges[c + 1] - 8 - 4.6 * len(t), 636 - 22 * r, t, 9) for c, t in enumerate(row) if t]
    page = Page(over="\n".join(out))
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    assert cell(table, "Troms", "2022 › Gutter") == "630"
