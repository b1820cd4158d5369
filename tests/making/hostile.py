"""Small files that would take all memory or time of a program that reads them without limits."""

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence

from docx import Document
from docx.oxml.ns import qn
from openpyxl import Workbook

WORDS = "Kommunene bosetter flyktninger, og 42 prosent av dem har fått arbeid i løpet av to år."


def _pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF of one page, whose resources and content are objects 3 and 4; `objects` are numbered from 4."""
    fixed = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /F 5 0 R >> /Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> "
        b">> >> >>",
    )
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate((*fixed, *objects), 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(places) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + end


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def _form(content: bytes, inner: int) -> bytes:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F %d 0 R >> >>"
    return _stream(content, entries % inner)


def _text(words: bytes = b"Kommunene bosetter flyktninger") -> bytes:
    return b"BT /T 12 Tf 60 700 Td (%s) Tj ET " % words


def form_that_calls_itself() -> bytes:
    return _pdf([_stream(_text() + b"/F Do"), _form(b"/F Do " * 8, 5)])


def forms_nested(depth: int = 24, times: int = 2) -> bytes:
    """Each form draws the next several times: `times` to the power of `depth` in all."""
    forms = [_form(b"/F Do " * times, 6 + i) for i in range(depth)]
    return _pdf([_stream(_text() + b"/F Do"), *forms, _form(b"0 0 9 9 re f " * 20, 5)])


def stream_of(megabytes: int = 1000) -> bytes:
    """A page whose content is a megabyte or so, and a thousand times that when it is unpacked."""
    packer = zlib.compressobj(9)
    block = b"0 0 m 9 9 l S\n" * 75_000
    packed = packer.compress(_text()) + b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return _pdf([_stream(packed, b"/Filter /FlateDecode"), _form(b"", 5)])


def cell_that_spans(columns: int = 1_000_000_000) -> bytes:
    """A Word file with a table, one of whose cells claims to span so many columns."""
    document = Document()
    document.add_paragraph(WORDS)
    table = document.add_table(2, 2)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.text = "Kommuner"
    properties = table.cell(0, 0)._tc.get_or_add_tcPr()
    span = properties.makeelement(qn("w:gridSpan"), {qn("w:val"): str(columns)})
    properties.append(span)
    return _saved(document)


def word_bomb(megabytes: int = 350) -> bytes:
    """A Word file whose words unpack to so much: the same paragraph again and again."""
    whole = io.BytesIO()
    document = Document()
    document.add_paragraph(WORDS)
    with (
        zipfile.ZipFile(io.BytesIO(_saved(document))) as plain,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bomb,
    ):
        for entry in plain.infolist():
            content = plain.read(entry)
            if entry.filename != "word/document.xml":
                bomb.writestr(entry, content)
                continue
            start, end = content.index(b"<w:p>"), content.index(b"</w:p>") + len(b"</w:p>")
            block = content[start:end] * 1000
            with bomb.open("word/document.xml", "w", force_zip64=True) as file:
                file.write(content[:start])
                for _ in range(megabytes * 1024 * 1024 // len(block)):
                    file.write(block)
                file.write(content[end:])
    return whole.getvalue()


def sheet_with_a_far_cell() -> bytes:
    book = Workbook()
    book.active.append(["Kommune", "Andel"])
    book.active.append(["Oslo", 0.42])
    book.active["XFD1048576"] = "langt borte"
    return _saved(book)


def sheet_merged_whole() -> bytes:
    """All cells of a sheet merged into one: 17 thousand million."""
    book = Workbook()
    book.active.append(["Kommune", "Andel"])
    book.active.append(["Oslo", 0.42])
    saved = io.BytesIO(_saved(book))
    whole = io.BytesIO()
    with zipfile.ZipFile(saved) as plain, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as changed:
        for entry in plain.infolist():
            content = plain.read(entry)
            merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            changed.writestr(entry, content.replace(b"</sheetData>", merged))
    return whole.getvalue()


def book_of_one_page_again(times: int = 100_000) -> bytes:
    """An EPUB whose spine names its one page again and again."""
    out = io.BytesIO()
    refs = '<itemref idref="a"/>' * times
    container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    package = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        f"<spine>{refs}</spine></package>"
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("META-INF/container.xml", container)
        book.writestr("b.opf", package)
        book.writestr("a.xhtml", f"<html><body>{f'<p>{WORDS}</p>' * 2000}</body></html>")
    return out.getvalue()


def table_that_spans() -> bytes:
    cell = '<td rowspan="65534" colspan="1000">42 prosent</td>'
    rows = f"<tr>{cell * 50}</tr>" * 50
    return f"<html><body><p>{WORDS}</p><table>{rows}</table></body></html>".encode()


def zip_in_zips(depth: int = 30) -> bytes:
    inner, name = WORDS.encode() * 1000, "a.txt"
    for _ in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as outer:
            outer.writestr(name, inner)
        inner, name = out.getvalue(), "a.zip"
    return inner


def nested_html(depth: int = 200_000) -> bytes:
    return f"<html><body><p>{WORDS}</p>{'<div><span>' * depth}{WORDS}".encode()


def nested_mail(depth: int = 3000) -> bytes:
    head = "From: a@example.org\nSubject: x\n"
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    return f"{head}{parts}Content-Type: text/plain\n\n{WORDS}\n".encode()


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "itself.pdf": form_that_calls_itself,
    "nested.pdf": forms_nested,
    "nested-wide.pdf": lambda: forms_nested(5, 60),
    "flate.pdf": stream_of,
    "span.docx": cell_that_spans,
    "bomb.docx": word_bomb,
    "far.xlsx": sheet_with_a_far_cell,
    "merged.xlsx": sheet_merged_whole,
    "again.epub": book_of_one_page_again,
    "spans.html": table_that_spans,
    "zips.zip": zip_in_zips,
    "nested.html": nested_html,
    "nested.eml": nested_mail,
}
