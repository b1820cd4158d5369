"""Lines and letters stand where the page shows them: within scaled forms, on rotated pages, in designs."""

from pathlib import Path

import pytest

from tests.ingest.fixtures.made import body, case, cell, everything, made, tables, told
from tests.ingest.fixtures.pdfs import Page, form, line

_ROWS = (("Kommune", "2020", "2021"), ("Fjordby", "61", "63"), ("Lillevik", "55", "58"))
_TURNS = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}


def _table(x: float, y: float, scale: float = 1) -> str:
    """The operators of a ruled table whose upper left corner is at the point."""
    out = []
    for r, row in enumerate(_ROWS):
        for c, text in enumerate(row):
            left, low = x + 90 * c * scale, y - 20 * (r + 1) * scale
            out.append(f"{left} {low} {90 * scale} {20 * scale} re S")
            out.append(line(left + 4 * scale, low + 6 * scale, text, 9 * scale, bold=r == 0))
    return "\n".join(out)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_table_on_a_rotated_page(tmp_path: Path, rotate: int) -> None:
    """The page is turned, and its writing with it, so that it is read upright."""
    text = line(60, 460, "Tabell 1 viser hvor mange som kan svømme i hver kommune i regionen.")
    page = Page(over=f"q {_TURNS[rotate]} cm {_table(60, 440)} {text} Q", rotate=rotate)
    (table,) = tables(made(tmp_path, [page]))
    assert cell(table, "Lillevik", "2021") == "58"


@pytest.mark.parametrize("scale", [0.24, 0.5, 2.0])
@pytest.mark.parametrize("by", ["cm", "matrix", "twice"])
def test_a_table_within_a_scaled_form(tmp_path: Path, scale: float, by: str) -> None:
    content = _table(60 / scale, 700 / scale, 1 / scale)
    matrix = f"{scale} 0 0 {scale} 0 0"
    more = {
        "cm": (form(content),),
        "matrix": (form(content, matrix),),
        "twice": (
            "<< /Type /XObject /Subtype /Form /BBox [0 0 5000 5000] /Resources << /XObject << /In 7 0 R >> >>"
            " /Length 6 >>\nstream\n/In Do\nendstream",
            form(content, matrix),
        ),
    }[by]
    set_ = f"{matrix} cm" if by == "cm" else ""
    page = Page(over=f"q {set_} /Form Do Q", resources="/XObject << /Form 6 0 R >>")
    body(page)
    (table,) = tables(made(tmp_path, [page], *more))
    assert cell(table, "Lillevik", "2021") == "58"


@pytest.mark.parametrize("pitch", [30, 50, 90])
@pytest.mark.parametrize("scale", [0.24, 1.0])
def test_a_pattern_behind_the_text_is_no_table(tmp_path: Path, pitch: float, scale: float) -> None:
    steps = [(x, y) for x in range(8) for y in range(14)]
    tiles = [
        f"{40 + x * pitch / scale} {100 + y * pitch / scale} {pitch / scale} {pitch / scale} re f" for x, y in steps
    ]
    page = Page(under=f"q {scale} 0 0 {scale} 0 0 cm 0.9 g /Form Do Q", resources="/XObject << /Form 6 0 R >>")
    page.paragraph(
        44, 400, ["Av elevene på små skoler kan 41 prosent ikke svømme, og det gjelder", "både hall og sjø."]
    )
    body(page)
    parsed = made(tmp_path, [page], form("\n".join(tiles)))
    assert tables(parsed) == []
    assert any("Av elevene på små skoler kan 41 prosent ikke svømme, og det" in text for text in told(parsed))


def test_the_case_of_a_design_within_a_form() -> None:
    parsed = case("form-xobject-design")
    assert tables(parsed) == []
    assert "Av elevene på små skoler kan 41 prosent ikke svømme." in everything(parsed)


def test_the_case_of_a_rotated_table() -> None:
    (table,) = tables(case("rotated-table"))
    assert cell(table, "Lillevik", "2022") == "57"
    assert [row.page for row in table.rows] == [3, 3, 3]
