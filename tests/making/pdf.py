"""PDF files written by hand: with text, locked, or with nothing to read."""

from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

LINE = 16  # points


def write_pdf(path: Path, pages: list[list[str]], password: str | None = None) -> Path:
    """A PDF whose pages hold these lines, the first of each in larger letters."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(width=595, height=842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        content = DecodedStreamObject()
        content.set_data(_content(lines))
        page[NameObject("/Contents")] = writer._add_object(content)
    if password is not None:
        writer.encrypt(password, algorithm="AES-256")
    writer.write(path)
    return path


def write_scan(path: Path, pages: int = 3) -> Path:
    """A PDF of pages without any text, as a scanner leaves it."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    writer.write(path)
    return path


def _content(lines: list[str]) -> bytes:
    shown = []
    for number, line in enumerate(lines):
        escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        size = 18 if number == 0 else 11
        shown.append(f"BT /F1 {size} Tf 70 {760 - number * LINE} Td ({escaped}) Tj ET")
    return "\n".join(shown).encode("cp1252")
