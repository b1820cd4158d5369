"""What a page does not show is not read, what it shows is, on whatever ground, and damaged letters are named."""

from pathlib import Path

import pytest

from assistant.reasons import reason
from ingest.reading import read_report
from tests.ingest.fixtures.made import blocks, body, case, everything, made
from tests.ingest.fixtures.pdfs import Page, form, line, pdf

_HIDDEN = "Av elevene kan 99 prosent ikke finnes i teksten."


@pytest.mark.parametrize(
    "operators",
    [
        f"1 1 1 rg {line(60, 600, _HIDDEN)} 0 g",
        f"0.99 g {line(60, 600, _HIDDEN)} 0 g",
        f"0 0 0 0 k {line(60, 600, _HIDDEN)} 0 g",
        f"3 Tr {line(60, 600, _HIDDEN)} 0 Tr",
        f"/Faint gs {line(60, 600, _HIDDEN)} /Full gs",
        f"/OC /Layer BDC {line(60, 600, _HIDDEN)} EMC",
        f"{line(60, 600, _HIDDEN)} 0.2 0.2 0.6 rg 50 590 400 30 re f 0 g",
        f"{line(60, 600, _HIDDEN)} 1 g 50 590 400 30 re f 0 g",
        f"0.9 0.95 1 rg 50 590 400 30 re f {line(60, 600, _HIDDEN)} 0 g",
        f"0 g 50 590 400 30 re f {line(60, 600, _HIDDEN)}",
        f"0.5 0.1 0.1 rg 50 590 400 30 re f {line(60, 600, _HIDDEN)} 0 g",
        line(60, -40, _HIDDEN),
        line(60, 900, _HIDDEN),
        line(700, 600, _HIDDEN),
        line(-400, 600, _HIDDEN),
    ],
)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_text_that_is_not_shown_is_left_out_and_named(tmp_path: Path, operators: str, rotate: int) -> None:
    layer = "<< /Type /OCG /Name (Skjult) >>"
    states = "/ExtGState << /Faint << /ca 0.01 >> /Full << /ca 1 >> >> /Properties << /Layer 6 0 R >>"
    page = Page(over=operators, resources=states, rotate=rotate)
    body(page)
    off = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
    parsed = made(tmp_path, [page], layer, catalogue=off)
    assert "99 prosent" not in everything(parsed)
    assert reason("hidden", page=1) in parsed.warnings
    assert "Lærerne er intervjuet" in everything(parsed)


@pytest.mark.parametrize(
    ("ground", "letters"),
    [("0.1 0.3 0.5 rg", "1 1 1 rg"), ("0 g", "1 g"), ("0 0.8 0.8 0.1 k", "0 0 0 0 k"), ("0.3 g", "0.9 0.95 1 rg")],
)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_pale_text_on_dark_ground_is_read(tmp_path: Path, ground: str, letters: str, rotate: int) -> None:
    shown = line(60, 600, "Seks av ti elever kan 64 knep i vannet.")
    page = Page(over=f"{ground} 50 590 400 30 re f {letters} {shown} 0 g", rotate=rotate)
    body(page)
    parsed = made(tmp_path, [page])
    assert "64 knep" in everything(parsed)
    assert parsed.warnings == []


def test_pale_text_on_dark_ground_within_a_form_is_read(tmp_path: Path) -> None:
    shown = line(240, 2400, "Seks av ti elever kan 64 knep i vannet.", 40)
    content = f"0.1 0.3 0.5 rg 200 2360 1600 120 re f 1 g {shown}"
    page = Page(over="q 0.25 0 0 0.25 0 0 cm /Form Do Q", resources="/XObject << /Form 6 0 R >>")
    body(page)
    parsed = made(tmp_path, [page], form(content))
    assert "Seks av ti elever kan 64 knep i vannet." in [b.text for b in blocks(parsed)]


def test_the_letters_behind_a_scan_are_read(tmp_path: Path) -> None:
    """An invisible text layer over a picture, as OCR leaves it, is what the page shows."""
    picture = "<< /Type /XObject /Subtype /Image /Width 304 /Height 421 /BitsPerComponent 1 /ColorSpace /DeviceGray"
    data = ("\x3c" * 38 + "\x66" * 38) * 211
    scan = f"{picture} /Length {len(data)} >>\nstream\n{data}\nendstream"
    lines = [line(60, 700 - 14 * i, f"Linje {i} av skannet tekst om svømming i hall og sjø.") for i in range(12)]
    page = Page(under=f"q 595 0 0 842 0 0 cm /Scan Do Q 3 Tr {' '.join(lines)} 0 Tr")
    page.resources = "/XObject << /Scan 6 0 R >>"
    assert "Linje 7 av skannet" in everything(made(tmp_path, [page], scan))


def test_letters_that_a_font_does_not_name_are_told(tmp_path: Path) -> None:
    damaged = "BT /F1 10 Tf 60 600 Td (P\\001 sm\\001skolene g\\001r elevene til hallen i \\003st.) Tj ET"
    page = Page(over=damaged)
    body(page)
    parsed = made(tmp_path, [page])
    assert reason("unnamed", page=1, count=4) in parsed.warnings


@pytest.mark.parametrize(
    "text", ["sm\\303\\245 b\\303\\270lger p\\303\\245", "P\\340 sm\\340 skoler g\\341r"], ids=["two", "private"]
)
def test_letters_that_came_out_as_others_are_told(tmp_path: Path, text: str) -> None:
    """UTF-8 that was taken for two letters, and letters that a font gives private names."""
    pairs = "<E0> <F0E5> <E1> <F0E6>"
    named = (
        f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        f"1 beginbfrange <20> <7E> <0020> endbfrange 2 beginbfchar {pairs} endbfchar endcmap end"
    )
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>"
    stream = f"<< /Length {len(named)} >>\nstream\n{named}\nendstream"
    name = "F3" if "340" in text else "F1"
    page = Page(over=f"BT /{name} 10 Tf 60 600 Td ({text}) Tj ET")
    page.resources = "/XObject << >>"
    body(page)
    data = pdf([page], more=(font, stream)).replace(b"/F2 5 0 R", b"/F2 5 0 R /F3 6 0 R")
    (tmp_path / "a.pdf").write_bytes(data)
    assert reason("unnamed", page=1, count=3) in read_report(tmp_path / "a.pdf").warnings


def test_the_case_of_hidden_text() -> None:
    parsed = case("hidden-text")
    assert "71 prosent" in everything(parsed)
    assert "99 prosent" not in everything(parsed)
    assert "12 prosent" not in everything(parsed)


def test_the_case_of_damaged_letters() -> None:
    assert [dict(w.values)["page"] for w in case("damaged-letters").warnings] == [2, 3, 4]
