"""Running heads that name the chapter, and so change through the file, are no text of it."""

from pathlib import Path

import pytest

from tests.ingest.fixtures.made import made, told
from tests.ingest.fixtures.pdfs import Page

_CHAPTERS = ("Innledning", "Elevenes svar", "Lærernes syn på timene", "Anbefalinger til kommunen")
_WORDS = "bussen hallen garderoben bassenget sjøen vannet dusjen kursene timene lærerne trenerne foreldrene".split()


def _text(page: Page, y: float, n: int) -> None:
    """A page of text that no other page has, its last sentence going on over the page end."""
    for k in range(8):
        words = [_WORDS[(n + k * step) % len(_WORDS)] for step in (1, 3, 5)]
        page.put(
            60, y - 13 * k, f"Skolene nevner {words[0]} først, så {words[1]} og til slutt {words[2]}, og det gjelder"
        )


def _pages(head: str, y: float, each: int) -> list[Page]:
    pages = []
    for n, chapter in enumerate(_CHAPTERS, 1):
        for k in range(each):
            page = Page()
            page.put(60, y, head.format(n=n, chapter=chapter, page=len(pages) + 1), 8)
            if not k:
                page.put(60, 760, f"{n} {chapter}", 16, bold=True)
            _text(page, 735, len(pages))
            pages.append(page)
    return pages


@pytest.mark.parametrize("head", ["{chapter}", "Kapittel {n} {chapter}", "{chapter}   {page}", "Fjordby | {chapter}"])
@pytest.mark.parametrize("y", [810, 30])
@pytest.mark.parametrize("each", [2, 3])
def test_a_head_that_names_the_chapter(tmp_path: Path, head: str, y: float, each: int) -> None:
    parsed = made(tmp_path, _pages(head, y, each))
    headings = [s.title for _, s in parsed.root.walk() if s.title]
    assert headings == [f"{n} {chapter}" for n, chapter in enumerate(_CHAPTERS, 1)]
    assert not [text for text in told(parsed) if any(chapter in text for chapter in _CHAPTERS)]


def test_first_lines_that_differ_stay(tmp_path: Path) -> None:
    pages = []
    for n in range(8):
        page = Page()
        page.put(60, 780, f"Skolen ved {_WORDS[n]} har svart for seg selv, og med egne ord, slik at")
        _text(page, 767, n)
        pages.append(page)
    assert "\n".join(told(made(tmp_path, pages))).count("har svart for seg selv") == 8
