"""Scanned PDFs: named without OCR, read with it where Tesseract is installed."""

import io
import shutil
from pathlib import Path

import pypdfium2
import pytest

from assistant.errors import ReadError
from assistant.pdfium import LOCK
from assistant.reasons import reason
from ingest.reading import read_report
from ingest.reading.pdf import ocr
from tests.ingest.fixtures.pdfs import Page, pdf

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A PDF whose one page is a picture of a page."""
    page = Page()
    page.put(60, 760, "Bosetting av flyktninger", 20, bold=True)
    page.paragraph(
        60,
        700,
        [
            "Kommunene bosatte flere flyktninger i år enn året før. Boligmangel er det",
            "som oftest hindrer dem, og mange ønsker mer støtte fra staten.",
        ],
        12,
    )
    with LOCK:
        document = pypdfium2.PdfDocument(pdf([page]))
        image = document[0].render(scale=3).to_pil()
        document.close()
    stream = io.BytesIO()
    image.save(stream, "PDF", resolution=216)
    path = tmp_path / "skannet.pdf"
    path.write_bytes(stream.getvalue())
    return path


def test_a_scan_is_named_as_one(scan: Path) -> None:
    with pytest.raises(ReadError, match="scanned"):
        read_report(scan)


def test_without_tesseract_the_reason_is_told(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    ocr.check_tesseract.cache_clear()
    with pytest.raises(ReadError, match="Tesseract, which reads such files, is not installed"):
        read_report(scan, ocr=True)


@needs_tesseract
def test_a_scan_is_read_and_marked(scan: Path) -> None:
    ocr.check_tesseract.cache_clear()
    try:
        parsed = read_report(scan, ocr=True)
    except ReadError as error:
        pytest.skip(str(error))
    text = " ".join(b.text for _, s in parsed.root.walk() for b in s.blocks)
    assert "Boligmangel er det som oftest hindrer dem, og mange ønsker mer støtte fra staten." in text
    assert parsed.ocr
    assert parsed.warnings == [reason("ocr", page=1)]
