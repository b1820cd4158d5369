"""Tables with header rows that span, on shaded rows, between three rules, by space alone: each cell under its heads."""

from pathlib import Path

import pytest

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
