"""Numbers that two readings of a page do not agree on are not quoted."""

from pathlib import Path

import pytest

from ingest.document import ParsedReport
from ingest.reading import read_report
from tests.ingest.fixtures.made import body, tables, told
from tests.ingest.fixtures.pdfs import Page, line, pdf

_SAID = "Andelen er 123 prosent av elevene."
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
_NAMES = f"{_FONT} /Encoding << /Type /Encoding /Differences [49 /g51 /g52 /g53] >> >>"
_MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    "1 begincodespacerange <00> <FF> endcodespacerange {0} endcmap end end"
)
_BROKEN = "2 beginbfrange <31> <33> <0037> <41> <5A> [<0041>] endbfrange"
_WHOLE = "3 beginbfchar <31> <0037> <32> <0038> <33> <0039> endbfchar"


def _mapped(body: str) -> tuple[str, str]:
    content = _MAP.format(body)
    stream = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    return f"{_FONT} /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>", stream


def _read(folder: Path, page: Page, *fonts: str) -> ParsedReport:
    path = folder / "rapport.pdf"
    path.write_bytes(pdf([page], more=fonts).replace(b"/F2 5 0 R", b"/F2 5 0 R /F9 6 0 R"))
    return read_report(path)


def _page(over: str) -> Page:
    page = Page(over=over)
    body(page)
    page.put(60, 560, "I 2023 svarte 62 prosent at de hadde for lite tid.")
    return page


@pytest.mark.parametrize("fonts", [(_NAMES,), _mapped(_BROKEN)], ids=["names", "broken map"])
def test_a_number_that_is_read_in_two_ways_is_not_quoted(tmp_path: Path, fonts: tuple[str, ...]) -> None:
    parsed = _read(tmp_path, _page(f"BT /F9 10 Tf 60 700 Td ({_SAID}) Tj ET"), *fonts)
    assert "disputed" in [w.code for w in parsed.warnings]
    assert not any("Andelen" in text for text in told(parsed))
    assert any("62 prosent" in text for text in told(parsed))


def test_a_number_whose_font_names_it_otherwise_is_quoted_as_named(tmp_path: Path) -> None:
    parsed = _read(tmp_path, _page(f"BT /F9 10 Tf 60 700 Td ({_SAID}) Tj ET"), *_mapped(_WHOLE))
    assert not parsed.warnings
    assert any("789 prosent" in text for text in told(parsed))


def test_a_cell_that_is_read_in_two_ways_is_empty(tmp_path: Path) -> None:
    out = []
    for r, row in enumerate((("Post", "2022", "2023"), ("Leie", "1 400", "1 500"), ("Buss", "310", "320"))):
        for c, text in enumerate(row):
            out.append(f"{60 + 120 * c} {680 - 20 * r} 120 20 re S")
            set_in = line(64 + 120 * c, 686 - 20 * r, text, 9)
            out.append(set_in.replace("/F1", "/F9") if text == "310" else set_in)
    parsed = _read(tmp_path, _page("\n".join(out)), _NAMES)
    (table,) = tables(parsed)
    assert [row.cells for row in table.rows] == [("Leie", "1 400", "1 500"), ("Buss", "", "320")]
