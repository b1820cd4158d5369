"""Summaries outside the contents list stay; words used in two chapters head both; a list is no row of chapters."""

from pathlib import Path

import pytest

from assistant.models import SectionKind
from ingest.document import BlockKind, ParsedReport, Section
from tests.ingest.fixtures.made import body, case, cell, made, tables, told
from tests.ingest.fixtures.pdfs import Page

_CHAPTERS = ("1 Innledning", "2 Resultater", "3 Anbefalinger")


def _headed(title: str, *lines: str, size: float = 16, long: bool = True) -> Page:
    page = Page()
    page.put(60, 760, title, size, bold=True)
    page.paragraph(60, 720, list(lines))
    if long:
        body(page, y=600 - 30 * (len(title) % 9))  # not at the same place on every page, as running heads are
    return page


def _section(parsed: ParsedReport, title: str) -> Section:
    return next(s for _, s in parsed.root.walk() if s.title == title)


@pytest.mark.parametrize("dots", [" ................. ", " . . . . . . . . . ", "   "])
@pytest.mark.parametrize(
    "title", ["Sammendrag", "Samandrag", "Summary", "Hovedfunn", "Forord", "Oppsummering", "Kort oppsummering av funn"]
)
@pytest.mark.parametrize("before", [True, False])
def test_what_the_contents_list_leaves_out_stays(tmp_path: Path, dots: str, title: str, before: bool) -> None:
    contents = _headed("Innhold", *(f"{c}{dots}{i + 1}" for i, c in enumerate(_CHAPTERS)), long=False)
    front = _headed(title, "Kartleggingen viser at 64 prosent av elevene på femte trinn kan svømme.", long=False)
    cover = _headed("Svømming i Fjordby", "Rapport", "Fjordby kommune, mars 2024", size=24, long=False)
    pages = [cover, front, contents] if before else [cover, contents, front]
    pages += [_headed(c, f"Kapittel {c[2:]} er kort, og det har {i + 7} setninger.") for i, c in enumerate(_CHAPTERS)]
    parsed = made(tmp_path, pages)
    told_there = [b.text for b in _section(parsed, title).blocks if b.kind is BlockKind.PARAGRAPH]
    assert told_there == ["Kartleggingen viser at 64 prosent av elevene på femte trinn kan svømme."]
    assert [s.title for s in parsed.root.children if s.title in _CHAPTERS] == list(_CHAPTERS)
    assert not any("....." in text or "Innhold" in text for text in told(parsed))


@pytest.mark.parametrize("word", ["Populasjon", "Utvalg og svar", "Jenter og gutter"])
@pytest.mark.parametrize("numbers", [("2.1", "3.1"), ("2.2", "3.3"), ("1.4.1", "1.5.1")])
def test_words_used_twice_head_both(tmp_path: Path, word: str, numbers: tuple[str, str]) -> None:
    pages = []
    for number in numbers:
        *above, last = number.split(".")
        chapter = ".".join(above)
        pages.append(_headed(f"{chapter} Kapittel {'ABCDEF'[int(above[-1])]}", "Kapittelet har flere deler."))
        for n in range(1, int(last)):
            pages.append(_headed(f"{chapter}.{n} Emne {chapter}{n}", f"Her er det {n + 10} elever med.", size=14))
        pages.append(_headed(f"{number} {word}", f"Del {number} har en egen tekst om dette.", size=14))
    titles = [s.title for _, s in made(tmp_path, pages).root.walk()]
    assert [t for t in titles if t.endswith(word)] == [f"{number} {word}" for number in numbers]


def test_a_list_that_repeats_the_chapters_does_not_replace_them(tmp_path: Path) -> None:
    contents = _headed("Innhold", *(f"{c} ............. {i + 1}" for i, c in enumerate(_CHAPTERS)), long=False)
    first = _headed(_CHAPTERS[0], "Rapporten er delt inn slik at den har disse delene:")
    first.paragraph(60, 500, ["1. Innledning", "2. Resultater", "3. Anbefalinger"])
    rest = [_headed(c, f"Kapittelet viser at {40 + i} prosent kan svømme.") for i, c in enumerate(_CHAPTERS[1:])]
    parsed = made(tmp_path, [contents, first, *rest])
    assert [s.title for s in parsed.root.children] == list(_CHAPTERS)
    assert any("40 prosent" in b.text for b in _section(parsed, "2 Resultater").blocks)


def test_the_case_of_front_matter() -> None:
    parsed = case("front-matter-dropped")
    summary = _section(parsed, "Sammendrag")
    assert summary.kind is SectionKind.FINDINGS
    assert any("64 prosent av elevene på femte trinn" in b.text for b in summary.blocks)
    assert (summary.page, parsed.labels[4]) == (4, "iv")
    assert any("87 prosent" in b.text for b in _section(parsed, "2 Resultater").blocks)
    assert parsed.labels[6] == "2"


def test_the_case_of_a_heading_that_stands_twice() -> None:
    parsed = case("same-heading-twice")
    (path,) = [p for p, s in parsed.root.walk() if any(b.table for b in s.blocks)]
    assert path == ("3 Resultater", "3.1 Populasjon")
    assert cell(tables(parsed)[0], "Antall elever", "Gutter") == "402"
    assert _section(parsed, "2.1 Populasjon").page == 4


@pytest.mark.parametrize("title", ["7 av 10 elever kan svømme i år", "3 av 4 skoler har fått egen hall"])
def test_a_share_at_a_headings_beginning_is_no_chapters_number(tmp_path: Path, title: str) -> None:
    pages = [_headed("Sammendrag", "Kartleggingen er gjort i to kommuner.")]
    pages[0].put(60, 690, title, 13, bold=True)
    pages[0].paragraph(60, 670, ["Andelen har vokst i begge kommunene siden forrige måling."])
    pages += [_headed(c, f"Kapittel {c[2:]} er kort, og det har {i + 7} setninger.") for i, c in enumerate(_CHAPTERS)]
    root = made(tmp_path, pages).root
    assert [s.title for s in root.children] == ["Sammendrag", *_CHAPTERS]
    assert [s.title for s in root.children[0].children] == [title]


def test_lines_in_bold_head_alike_whatever_follows_them(tmp_path: Path) -> None:
    page, y = Page(), 760.0
    for title in ("Mål", "Del 1: Bakgrunn", "To nyanser", "Nyanse 1: Flere unge", "Del 2: Utvikling"):
        page.put(60, y, title, bold=True)
        if title != "To nyanser":
            y = page.paragraph(60, y - 13, ["Her står det en setning om hver av delene i notatet."]) - 20
        else:
            y -= 26
    body(page)
    levels = {s.title: s.level for s in made(tmp_path, [page]).root.children}
    assert {"Mål", "Del 1: Bakgrunn", "Del 2: Utvikling"} <= set(levels)
