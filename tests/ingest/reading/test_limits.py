"""Files that would take a careless reader forever: no spaces, thousands of pages, outlines that go in circles."""

import contextlib
import threading
import time
import tracemalloc
from pathlib import Path

import pytest

from assistant.errors import ReadError
from assistant.pdfium import LOCK
from assistant.reasons import reason
from ingest.reading import read_report
from tests.ingest.fixtures.pdfs import Page, pdf
from tests.making.timing import holds

_WORDS = "Kommunene bosetter flyktninger som har fått opphold, og mange av dem får arbeid.".split()


@pytest.mark.parametrize("text", ["a", "A", "1", "ab-", "A.", "[a](", "a.b@", "*a", "<p>", "|a", "\ta", "- "])
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_file_without_spaces_is_read_in_time(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text("x" + text * (300_000 // len(text)), encoding="utf-8")
    start = time.process_time()
    with contextlib.suppress(ReadError):
        read_report(path)
    assert time.process_time() - start < 20  # of the processor; what is slow here takes minutes


def _long(count: int) -> bytes:
    pages = []
    for i in range(count):
        page = Page()
        page.put(60, 780, f"Kapittel {i}", 16, bold=True)
        page.paragraph(60, 740, [f"{i} {' '.join(_WORDS[j % 5 :] + _WORDS[:6])}" for j in range(12)])
        pages.append(page)
    return pdf(pages)


def _written(folder: Path, count: int) -> Path:
    path = folder / f"{count}.pdf"
    path.write_bytes(_long(count))
    return path


def test_time_grows_with_the_pages_alone(tmp_path: Path) -> None:
    paths = {count: _written(tmp_path, count) for count in (60, 300)}

    def seconds(count: int) -> float:
        start = time.process_time()
        assert read_report(paths[count]).report.pages == count
        return time.process_time() - start

    assert holds(lambda: seconds(300) < 15 * seconds(60))  # five times as many pages; the square would be 25 times


def test_5000_pages_fit_into_memory(tmp_path: Path) -> None:
    path = _written(tmp_path, 50)
    tracemalloc.start()
    read_report(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert 100 * most < 1_000_000_000


def test_an_outline_that_goes_in_circles_ends(tmp_path: Path) -> None:
    page = Page()
    page.paragraph(60, 700, ["Kommunene bosetter flyktninger som har fått opphold i landet."] * 3)
    more = (
        "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
        "<< /Title (Bosetting) /Parent 6 0 R /First 8 0 R /Last 8 0 R /Next 8 0 R >>",
        "<< /Title (Arbeid) /Parent 7 0 R /First 7 0 R /Last 7 0 R /Next 7 0 R >>",
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([page], catalogue="/Outlines 6 0 R", more=more))
    start = time.process_time()
    read_report(path)
    assert time.process_time() - start < 20


def test_a_page_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.reading.pdf import reader

    whole = reader._page

    def broken(document: object, i: int) -> object:
        if i == 1:
            raise ValueError("damaged")
        return whole(document, i)

    monkeypatch.setattr(reader, "_page", broken)
    monkeypatch.setattr(reader, "fallback_lines", lambda data, i: [])
    path = tmp_path / "a.pdf"
    path.write_bytes(_long(3))
    assert read_report(path).warnings == [reason("page", page=2)]


def test_files_are_read_by_several_threads_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_long(20))
    found: list[int | None] = []
    threads = [threading.Thread(target=lambda: found.append(read_report(path).report.pages)) for _ in range(4)]
    with LOCK:  # as a page being shown would hold it
        for thread in threads:
            thread.start()
        time.sleep(0.1)
        assert not found
    for thread in threads:
        thread.join(60)
    assert found == [20] * 4
