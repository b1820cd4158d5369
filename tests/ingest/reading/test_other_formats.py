"""Excel, PowerPoint, EPUB, e-mail and ZIP: read as what they are, or refused with a word."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from assistant.errors import ReadError
from assistant.models import ReportKind
from assistant.reasons import reason
from ingest.document import ParsedReport
from ingest.reading import read_report

openpyxl = pytest.importorskip("openpyxl")
pptx = pytest.importorskip("pptx")


def read(folder: Path, name: str, data: bytes) -> ParsedReport:
    path = folder / name
    path.write_bytes(data)
    return read_report(path)


def texts(parsed: ParsedReport) -> list[str]:
    return [block.text for _, section in parsed.root.walk() for block in section.blocks]


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Andeler"
    for row in (["Kommune", "2022", "2023"], ["Fjordby", 0.61, 1234], ["Vika", 0.5, None]):
        sheet.append(row)
    sheet["B2"].number_format = sheet["B3"].number_format = "0%"
    sheet.append(["Skjult", 1, 2])
    sheet.row_dimensions[4].hidden = True
    book.create_sheet("Internt").append(["hemmelig", 41])
    book["Internt"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_shown_rows_of_an_excel_file_are_a_table(tmp_path: Path) -> None:
    found = "\n".join(texts(read(tmp_path, "tall.xlsx", workbook())))
    assert "Fjordby | 61 % | 1234" in found and "Vika | 50 %" in found
    assert "Skjult" not in found and "hemmelig" not in found


def test_a_figure_in_a_sheet_is_quoted_digit_by_digit(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Kommune", "2022", "2023"], ["Fjordby", 12345.67, 1234567.89], ["Vika", 1234.5, 2.5]):
        book.active.append(row)
    book.active["B3"].number_format, book.active["C3"].number_format = '#,##0.00 "kr"', "0"
    out = io.BytesIO()
    book.save(out)
    found = texts(read(tmp_path, "tall.xlsx", out.getvalue()))
    assert found == ["Fjordby | 12345,67 | 1234567,89\nVika | 1 234,50 kr | 3"]


def test_a_label_over_several_rows_of_a_sheet_is_each_one_s(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Kjønn", "År", "Antall"],
        ["Kvinner", "våren", 10],
        [None, "høsten", 20],
        ["Menn", "våren", 30],
        [None] * 3,
    ):
        book.active.append(row)
    for cells in ("A2:A3", "A4:A5", "B7:B9"):
        book.active.merge_cells(cells)
    book.active["B7"] = "Kilde: Fjordby"
    out = io.BytesIO()
    book.save(out)
    assert texts(read(tmp_path, "tall.xlsx", out.getvalue())) == [
        "Kvinner | våren | 10\nKvinner | høsten | 20\nMenn | våren | 30",
        "Kilde: Fjordby",
    ]


def test_a_formula_without_its_value_says_so(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Kommune", "2021", "Endring"], ["Fjordby", 12, "=B2-10"], ["Vika", 30, 5]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    parsed = read(tmp_path, "tall.xlsx", out.getvalue())
    assert texts(parsed) == ["Fjordby | 12 | verdi mangler\nVika | 30 | 5"]
    assert parsed.warnings == [reason("no_value", sheet="Sheet", count=1)]


def test_a_figure_on_a_slide_stands_with_its_words(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Effekter av tiltaket"
    for i, text in enumerate(("1,8 mill.\nkroner spart i 2022", "Samlet besparelse:", "473 200 kroner")):
        slide.shapes.add_textbox(900_000 * (3 * i + 1), 2_000_000, 800_000, 400_000).text_frame.text = text
    out = io.BytesIO()
    deck.save(out)
    assert texts(read(tmp_path, "lysark.pptx", out.getvalue())) == [
        "1,8 mill. kroner spart i 2022",
        "Samlet besparelse: 473 200 kroner",
    ]


def test_figures_side_by_side_on_a_slide_stand_with_the_words_below_them(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Nøkkeltall"
    for i, (figure, words) in enumerate((("64 %", "Kan svømme"), ("812", "Elever har svart"), ("14", "skoler"))):
        for text, top in ((figure, 2_000_000), (words, 2_700_000)):
            box = slide.shapes.add_textbox(300_000 + 2_800_000 * i, top, 2_400_000, 600_000)
            box.text_frame.text = text
    out = io.BytesIO()
    deck.save(out)
    assert texts(read(tmp_path, "lysark.pptx", out.getvalue())) == [
        "64 % Kan svømme",
        "812 Elever har svart",
        "14 skoler",
    ]


def test_a_slide_is_a_page_and_hidden_ones_are_not_read(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    for title, points in (
        ("Svømming i Fjordby", "Ti haller."),
        ("Funn", "61 prosent kan svømme."),
        ("Skjult", "41 prosent."),
    ):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, points
        slide.notes_slide.notes_text_frame.text = "Husk å si at tallet er usikkert."
    deck.slides[2]._element.set("show", "0")
    out = io.BytesIO()
    deck.save(out)
    parsed = read(tmp_path, "lysark.pptx", out.getvalue())
    found = [(b.text, b.marks[0].page) for _, s in parsed.root.walk() for b in s.blocks]
    assert ("61 prosent kan svømme.", 2) in found
    assert not any("41" in text or "usikkert" in text for text, _ in found)
    assert (parsed.report.title, parsed.report.kind) == ("Svømming i Fjordby", ReportKind.SLIDES)


def epub() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml", '<container><rootfiles><rootfile full-path="a/b.opf"/></rootfiles></container>'
        )
        item = '<item id="{0}" href="{0}.xhtml" media-type="application/xhtml+xml"/>'
        items = f"<manifest>{item.format('to')}{item.format('en')}</manifest>"
        package = f"<package><metadata><title>Svømming</title></metadata>{items}"
        archive.writestr("a/b.opf", f'{package}<spine><itemref idref="en"/><itemref idref="to"/></spine></package>')
        archive.writestr("a/en.xhtml", "<html><body><h1>Funn</h1><p>61 prosent kan svømme.</p></body></html>")
        archive.writestr("a/to.xhtml", "<html><body><h1>Råd</h1><p>Kommunen bør bygge hall.</p></body></html>")
    return out.getvalue()


def test_an_epub_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "bok.epub", epub())) == ["61 prosent kan svømme.", "Kommunen bør bygge hall."]


def message() -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Innspill om svømming", "Ola <ola@ssb.no>", "post@fjordby.no"
    mail["Date"] = "Tue, 14 Oct 2025 10:00:00 +0200"
    mail.set_content("Vi viser til høringen.\n\nVi ber om at flere haller bygges.\n\n> Vi ber om svar innen mai.\n")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="vedlegg.pdf")
    return mail.as_bytes()


def test_what_an_e_mail_quotes_is_not_its_senders(tmp_path: Path) -> None:
    said = texts(read(tmp_path, "brev.eml", message()))
    assert "Vi ber om at flere haller bygges." in said
    assert not any("svar innen mai" in text for text in said)


def test_in_html_a_line_that_begins_with_a_bracket_is_no_quotation(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Innspill om svømming", "Ola <ola@ssb.no>"
    mail.set_content("<html><body><p\n>Vi ber om at flere haller bygges.</p></body></html>", subtype="html")
    assert texts(read(tmp_path, "brev.eml", mail.as_bytes())) == ["Vi ber om at flere haller bygges."]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-16", "utf-8"])
@pytest.mark.parametrize("sent", ["iso-8859-1", "utf-8"])
def test_an_e_mail_s_own_head_says_how_its_letters_were_written(tmp_path: Path, charset: str, sent: str) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Innspill om svømming", "Ola <ola@ssb.no>"
    page = (
        f'<html><head><meta charset="{charset}"></head><body><p>Vi ber om flere svømmehaller på øya.</p></body></html>'
    )
    mail.set_content(page, subtype="html", charset=sent)
    assert texts(read(tmp_path, "brev.eml", mail.as_bytes())) == ["Vi ber om flere svømmehaller på øya."]


@pytest.mark.parametrize("named", ["", "; charset=us-ascii", "; charset=x-unknown", "; charset=iso-8859-1"])
@pytest.mark.parametrize("saved", ["utf-8", "cp1252"])
def test_an_e_mail_that_names_no_encoding_or_a_wrong_one_is_read(tmp_path: Path, named: str, saved: str) -> None:
    head = f"From: Ola <ola@ssb.no>\r\nContent-Type: text/plain{named}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    body = "Vi ber om flere svømmehaller – på øya.\r\n"
    assert texts(read(tmp_path, "brev.eml", head.encode() + body.encode(saved))) == [body.strip()]


def test_an_e_mail_is_read_with_its_head_and_names_what_was_not(tmp_path: Path) -> None:
    parsed = read(tmp_path, "2026-01-brev.eml", message())
    assert "Vi ber om at flere haller bygges." in texts(parsed)
    assert (parsed.report.title, parsed.report.year) == ("Innspill om svømming", 2025)
    assert parsed.report.publisher in ("Statistisk sentralbyrå", None)
    assert parsed.warnings == [reason("attachment", name="vedlegg.pdf")]


def packed(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_zip_of_one_file_is_that_file(tmp_path: Path) -> None:
    assert "61 prosent kan svømme." in texts(read(tmp_path, "bok.zip", packed(("mappe/bok.epub", epub()))))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("to.zip", packed(("a.txt", b"En."), ("b.txt", b"To.")), "several_in_zip"),
        ("tom.zip", packed(("a.png", b"x")), "none_in_zip"),
        ("i.zip", packed(("a.zip", packed(("a.txt", b"En.")))), "several_in_zip"),
        ("tall.xlsx", b"tall", "other_kind"),
        ("tall.xlsx", packed(("a.txt", b"x")), "other_kind"),
        ("ark.pptx", packed(("a.txt", b"x")), "other_kind"),
        ("bok.epub", packed(("a.txt", b"x")), "other_kind"),
        ("brev.eml", b"ikke e-post", "other_kind"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_word(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path, name, data)
    assert caught.value.reason.code == code


@pytest.mark.parametrize("name", ["brev.doc", "brev.odt", "tall.xls"])
def test_old_files_want_libreoffice(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda program: None)
    with pytest.raises(ReadError, match="LibreOffice, which is not installed"):
        read(tmp_path, name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x")
