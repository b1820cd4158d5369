"""Small reports with habits of their own: nothing may be fitted to a few known files."""

import io
from pathlib import Path

import docx
import pypdf
import pytest

from assistant.models import SectionKind
from ingest.document import BlockKind, ParsedReport, Section
from ingest.reading import read_report
from tests.ingest.fixtures.pdfs import Page, pdf

LEFT = ["Kommunane har busett fleire enn", "nokon gong, og dei fleste er nøgde", "med tilbodet som staten gjev."]


def read(folder: Path, name: str, data: bytes) -> ParsedReport:
    path = folder / name
    path.write_bytes(data)
    return read_report(path)


def titles(section: Section) -> list[tuple[int, str]]:
    return [(s.level, s.title) for _, s in section.walk() if s.title]


def texts(parsed: ParsedReport, *kinds: BlockKind) -> list[str]:
    wanted = kinds or (BlockKind.PARAGRAPH, BlockKind.ITEM)
    return [b.text for _, s in parsed.root.walk() for b in s.blocks if b.kind in wanted]


def numbered() -> bytes:
    pages = []
    for n in (1, 2, 3):
        page = Page()
        page.put(60, 810, "Etaten for prøver", 8)
        page.put(290, 30, str(n), 8)
        pages.append(page)
    first, second, third = pages
    first.put(60, 760, "1 Innleiing", 16, True)
    first.paragraph(
        60,
        730,
        ["Dette er ei undersøking av korleis kommunane arbeider. Ho er gjord i fleire om-", "gangar, sidan 2014."],
    )
    first.put(60, 680, "1.1 Metode", 13, True)
    first.paragraph(
        60, 655, ["Vi spurde 200 kommunar, og svara kom frå 120 av dei, det er", "seksti prosent av alle som"]
    )
    second.paragraph(60, 760, ["vart spurde denne gongen."])
    second.put(60, 720, "2 Hovudfunn", 16, True)
    second.paragraph(60, 690, ["Funna er desse:"])
    second.put(70, 665, "•")
    second.paragraph(85, 665, ["Fleire kommunar har planar."])
    second.put(70, 645, "•")
    second.paragraph(85, 645, ["Færre har tolk."])
    third.put(60, 760, "3 Tilrådingar", 16, True)
    third.paragraph(60, 730, ["Staten bør gje meir støtte til dei minste kommunane."])
    return pdf(pages, "Prøverapport 2021")


def test_numbered_headings_without_outline(tmp_path: Path) -> None:
    parsed = read(tmp_path, "prove.pdf", numbered())
    assert titles(parsed.root) == [(1, "1 Innleiing"), (2, "1.1 Metode"), (1, "2 Hovudfunn"), (1, "3 Tilrådingar")]
    kinds = [s.kind for _, s in parsed.root.walk() if s.title]
    assert kinds == [SectionKind.ABOUT, SectionKind.METHOD, SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS]
    assert (parsed.report.language, parsed.report.year, parsed.report.title) == ("nn", 2021, "Prøverapport 2021")


def test_paragraphs_and_bullets_are_whole(tmp_path: Path) -> None:
    parsed = read(tmp_path, "prove.pdf", numbered())
    found = texts(parsed)
    assert (
        "Vi spurde 200 kommunar, og svara kom frå 120 av dei, det er seksti prosent av alle som vart spurde denne "
        "gongen." in found
    )
    assert any("fleire omgangar, sidan 2014." in t for t in found)
    assert texts(parsed, BlockKind.ITEM) == ["Fleire kommunar har planar.", "Færre har tolk."]
    assert not any("Etaten for prøver" in t for t in found)
    whole = next(b for _, s in parsed.root.walk() for b in s.blocks if b.text.startswith("Vi spurde"))
    assert [m.page for m in whole.marks] == [1, 2]
    assert whole.text[whole.marks[1].offset :] == "vart spurde denne gongen."


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = Page()
    for i in range(24):
        page.put(60, 700 - 13 * i, f"Venstre linje {i:02d} som fyller heile spalta nesten", 10)
        page.put(320, 700 - 13 * i, f"Høgre linje {i:02d} som fyller heile spalta sin del", 10)
    parsed = read(tmp_path, "spalter.pdf", pdf([page]))
    text = " ".join(texts(parsed))
    assert text.index("Venstre linje 23") < text.index("Høgre linje 00")


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_rotated_pages_read_the_same(tmp_path: Path, rotate: int) -> None:
    page = Page(rotate=rotate)
    page.paragraph(60, 700, ["Kommunane har ikkje nok bustader i år,", "men dei byggjer fleire neste år."])
    parsed = read(tmp_path, "snudd.pdf", pdf([page]))
    assert texts(parsed) == ["Kommunane har ikkje nok bustader i år, men dei byggjer fleire neste år."]


def test_a_table_cut_by_the_page_end_is_one_table(tmp_path: Path) -> None:
    first, second = Page(), Page()
    first.put(60, 250, "Tabell 1: Busette etter år", 10)
    rows = [("Gruppe", "2020", "2021"), ("Busette", "4 000", "5 100"), ("Dei som ventar på", "200", "*")]
    for i, row in enumerate(rows):
        for x, text in zip((62, 262, 362), row, strict=True):
            first.put(x, 225 - 30 * i, text)
    first.rules = [(60, 240 - 30 * i, 460, 240 - 30 * i) for i in range(3)]
    first.rules += [(x, 140, x, 240) for x in (60, 260, 360, 460)]
    second.put(62, 785, "ein kommune")
    second.put(62, 755, "I alt")
    second.put(262, 755, "4 200")
    second.put(362, 755, "5 100")
    second.rules = [(60, y, 460, y) for y in (775, 745)] + [(x, 745, x, 800) for x in (60, 260, 360, 460)]
    parsed = read(tmp_path, "tabell.pdf", pdf([first, second]))
    tables = [b.table for _, s in parsed.root.walk() for b in s.blocks if b.table]
    assert len(tables) == 1
    assert (tables[0].title, tables[0].header) == ("Tabell 1: Busette etter år", ("Gruppe", "2020", "2021"))
    assert [r.cells for r in tables[0].rows] == [
        ("Busette", "4 000", "5 100"),
        ("Dei som ventar på ein kommune", "200", "*"),
        ("I alt", "4 200", "5 100"),
    ]
    assert [r.page for r in tables[0].rows] == [1, 1, 2]


def test_word_in_nynorsk(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Rapport om busetjing 2022"
    document.add_heading("1 Innleiing", 1)
    document.add_paragraph("Dette er ei undersøking av korleis kommunane arbeider. Ho er gjord av NIBR.")
    document.add_heading("Hovudfunn", 2)
    document.add_paragraph("Funna er delte i to:")
    document.add_paragraph("Kommunane har ikkje nok bustader.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([c for row in table.rows for c in row.cells], ("", "2020", "Busette", "4 000"), strict=True):
        cell.text = text
    document.add_heading("2 Tilrådingar", 1)
    document.add_paragraph("Staten bør gje meir støtte.")
    file = io.BytesIO()
    document.save(file)
    parsed = read(tmp_path, "nynorsk.docx", file.getvalue())
    assert titles(parsed.root) == [(1, "1 Innleiing"), (2, "Hovudfunn"), (1, "2 Tilrådingar")]
    assert parsed.report.language == "nn"
    assert texts(parsed, BlockKind.TABLE) == ["Busette | 4 000"]


def test_web_page_without_scripts_and_menus(tmp_path: Path) -> None:
    page = """<html lang="nb"><head><title>En rapport</title><script>var x = "<p>nei</p>";</script></head><body>
    <nav><ul><li>Meny</li></ul></nav><main><h1>En rapport</h1><h2>Funn</h2><p>Vi fant <b>dette</b>:</p>
    <ol><li>Én ting<ul><li>under</li></ul></li><li>To ting</li></ol><p>I alt 29 000<sup>3</sup> personer deltok.</p>
    <table><caption>Tabell 1: Tall</caption>
    <tr><th>Hva</th><th>2020</th></tr><tr><td>Bosatte</td><td>12</td></tr></table>
    </main><footer>Kontakt oss</footer></body></html>"""
    parsed = read(tmp_path, "side æøå.html", page.encode())
    assert titles(parsed.root) == [(1, "Funn")]
    assert texts(parsed) == ["Vi fant dette:", "Én ting", "under", "To ting", "I alt 29 000 personer deltok."]
    table = next(b.table for _, s in parsed.root.walk() for b in s.blocks if b.table)
    assert (table.title, table.header, table.rows[0].cells) == ("Tabell 1: Tall", ("Hva", "2020"), ("Bosatte", "12"))


def test_markdown_pipes_links_and_emphasis(tmp_path: Path) -> None:
    text = """# Rapport 2020

## Funn

Se [rapporten](https://example.no/a_b) om *det* **viktige**:

- første punkt
- andre punkt

| Fylke | 2019 |
| --- | ---: |
| Viken | 1 200 |
"""
    parsed = read(tmp_path, "rapport.md", text.encode())
    assert texts(parsed) == ["Se rapporten om det viktige:", "første punkt", "andre punkt"]
    assert texts(parsed, BlockKind.TABLE) == ["Viken | 1 200"]


def test_an_owner_locked_pdf_is_read(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(numbered()))
    writer.encrypt("", owner_password="eier", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    assert texts(read(tmp_path, "last.pdf", file.getvalue()))


def test_raised_digits_of_a_web_page_are_exponents_or_marks(tmp_path: Path) -> None:
    page = (
        "<p>Hallen er 250 m<sup>2</sup> og 10<sup>6</sup> har brukt den<sup>4</sup>, sier 120<sup>[5]</sup> av dem.</p>"
    )
    parsed = read(tmp_path, "side.html", page.encode())
    assert texts(parsed) == ["Hallen er 250 m² og 10⁶ har brukt den, sier 120 av dem."]
