"""Answers and figures in large type can be quoted; letter-spaced words are whole."""

from pathlib import Path

import pytest

from tests.ingest.fixtures.made import body, case, everything, made, told
from tests.ingest.fixtures.pdfs import Page, line


def _slides(*last: str, size: float = 24) -> list[Page]:
    pages = []
    for title, points in (
        ("Bakgrunn", ("Prosjektet har pågått siden 2021", "Hallen er åpen på dagtid")),
        ("Hva har vi lært", ("Eleven får bedre mestring", "Lærerne deler på ansvaret")),
        ("Lønner det seg?", ()),
    ):
        page = Page(paper="0 0 960 540")
        page.put(60, 470, title, 32, bold=True)
        page.paragraph(80, 400, [f"- {point}" for point in points], 18)
        pages.append(page)
    for i, said in enumerate(last):
        pages[-1].put(80, 380 - 40 * i, said, size, bold=True)
    return pages


@pytest.mark.parametrize("size", [20.0, 24.0, 30.0])
@pytest.mark.parametrize(
    "said",
    [
        ("For hallen 563 263 (gevinst)", "For kommunen -89 364 (utgift)", "= Besparelse 473 899 (gevinst)"),
        ("41 % kan ikke svømme", "64 % kan svømme 200 meter"),
        ("Samla innsparing er 12,4 mill. kroner",),
        ("Seven of ten pupils can swim 200 metres",),
        ("Elevene har det best når hallen er åpen hele dagen",),
    ],
)
def test_figures_and_answers_on_a_slide_can_be_quoted(tmp_path: Path, size: float, said: tuple[str, ...]) -> None:
    texts = told(made(tmp_path, _slides(*said, size=size)))
    assert [text for text in texts if text in said] == list(said)


def test_a_finding_in_a_heading_can_be_quoted(tmp_path: Path) -> None:
    page = Page()
    page.put(60, 760, "2.1 Bare 41 prosent kan svømme 200 meter", 14, bold=True)
    body(page, y=730)
    assert "2.1 Bare 41 prosent kan svømme 200 meter" in told(made(tmp_path, [page]))


@pytest.mark.parametrize("title", ["2.1 Elevene i 2023", "Kapittel 3 Metode", "Vedlegg 12 Skjema", "Tiltak 104 Buss"])
def test_a_title_is_no_statement(tmp_path: Path, title: str) -> None:
    page = Page()
    page.put(60, 760, title, 14, bold=True)
    body(page, y=730)
    assert title not in told(made(tmp_path, [page]))


@pytest.mark.parametrize("track", [1.5, 3, 6])
@pytest.mark.parametrize("size", [12, 20])
def test_letter_spaced_headings(tmp_path: Path, track: float, size: float) -> None:
    page = Page(over=f"{track} Tc {line(60, 700, 'SAMMENDRAG OG FUNN', size, bold=True)} 0 Tc")
    body(page, y=660)
    assert "SAMMENDRAG OG FUNN" in everything(made(tmp_path, [page]))


def test_letters_with_spaces_typed_between_them(tmp_path: Path) -> None:
    page = Page()
    page.put(60, 700, "S A M M E N D R A G", 16, bold=True)
    page.put(60, 500, "1 2 3 4 5 6 7 8 9")
    body(page, y=660)
    text = everything(made(tmp_path, [page]))
    assert "SAMMENDRAG" in text
    assert "1 2 3 4 5 6 7 8 9" in text


def test_the_case_of_figures_on_a_slide() -> None:
    assert "= Samfunnsøkonomisk besparelse 473 899 (gevinst)" in told(case("slide-figures"))


def test_every_slide_is_a_section_of_its_own(tmp_path: Path) -> None:
    pages = []
    for title, said in (("Nøkkeltall", "64 % av elevene kan svømme"), ("Veien videre", "Flere skoler blir med")):
        page = Page(paper="0 0 960 540")
        page.put(60, 470, title, 32, bold=True)
        page.put(80, 400, f"- {said}", 18)
        pages.append(page)
    cover = Page(paper="0 0 960 540")
    cover.put(60, 300, "Svømming i Fjordby", 40, bold=True)
    root = made(tmp_path, [cover, *pages]).root
    assert [(s.title, s.level) for _, s in root.walk() if s.title] == [("Nøkkeltall", 1), ("Veien videre", 1)]


def test_a_question_that_heads_a_slide_is_no_part_of_its_answer(tmp_path: Path) -> None:
    pages = _slides("For hallen 563 263 (gevinst)", "For kommunen -89 364 (utgift)", size=32)
    parsed = made(tmp_path, pages)
    assert "Lønner det seg?" in [s.title for _, s in parsed.root.walk()]
