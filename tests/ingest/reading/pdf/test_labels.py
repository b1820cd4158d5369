"""The page numbers that a document prints itself."""

from pathlib import Path

from ingest.reading import read_report
from tests.ingest.fixtures.pdfs import Page, pdf

_LINES = ["Kommunene bosetter flyktninger som har fått opphold i landet.", "De trenger bolig, skole og arbeid."]


def _pages(count: int, first: int | None = None) -> list[Page]:
    pages = []
    for i in range(count):
        page = Page()
        page.paragraph(60, 700, [f"{'abcdefgh'[i] * (j + 2)} {_LINES[j % 2]}" for j in range(10)])
        if first is not None:
            page.put(300, 30, str(first + i))
        pages.append(page)
    return pages


def _labels(path: Path, data: bytes) -> dict[int, str]:
    path.write_bytes(data)
    return read_report(path).labels


def test_labels_of_the_file_itself(tmp_path: Path) -> None:
    told = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 1 >>] >>"
    found = _labels(tmp_path / "a.pdf", pdf(_pages(5), catalogue=told))
    assert found == {1: "i", 2: "ii", 3: "1", 4: "2", 5: "3"}


def test_labels_that_say_nothing_new_are_not_kept(tmp_path: Path) -> None:
    told = "/PageLabels << /Nums [0 << /S /D >>] >>"
    assert _labels(tmp_path / "a.pdf", pdf(_pages(5), catalogue=told)) == {}


def test_printed_numbers_that_differ(tmp_path: Path) -> None:
    assert _labels(tmp_path / "a.pdf", pdf(_pages(6, first=11))) == {i: str(i + 10) for i in range(1, 7)}


def test_printed_numbers_that_do_not_differ(tmp_path: Path) -> None:
    assert _labels(tmp_path / "a.pdf", pdf(_pages(6, first=1))) == {}


def test_a_page_that_prints_none_is_counted_with_its_neighbours(tmp_path: Path) -> None:
    pages = _pages(6, first=11)
    pages[2].words.pop()
    assert _labels(tmp_path / "a.pdf", pdf(pages))[3] == "13"


def test_a_page_that_bears_nothing_takes_no_number_from_the_others(tmp_path: Path) -> None:
    pages = _pages(6, first=11)
    pages[2] = Page()
    assert _labels(tmp_path / "a.pdf", pdf(pages))[6] == "16"


def test_numbers_that_do_not_count_on_are_no_page_numbers(tmp_path: Path) -> None:
    pages = _pages(6)
    for page, number in zip(pages, (340, 12, 77, 8, 91, 50), strict=True):
        page.put(300, 30, str(number))
    assert _labels(tmp_path / "a.pdf", pdf(pages)) == {}
