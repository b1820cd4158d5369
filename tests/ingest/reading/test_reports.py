"""The wording of the real reports: nothing changed, nothing lost, each sentence on its page, and in good time."""

import itertools
import re
import time
from functools import cache

import pypdf
import pytest

from assistant.models import Passage
from ingest.document import BlockKind
from ingest.reading import read_report
from ingest.words.characters import squeezed
from tests.ingest.fixtures.reports import FORMATS, STEMS, blocks, needs_reports, path_of, report

pytestmark = needs_reports
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARK = re.compile(r"<sup>[^<]*</sup>|(?<=\w)[¹²³⁴-⁹⁰]+|(?<=\*)[¹²³⁴-⁹⁰]+")  # of a footnote
_SENTENCE = re.compile(r"(?:^|(?<=[.!?] ))(?=[A-ZÆØÅ«0-9])")


@cache
def _pages(stem: str) -> tuple[str, ...]:
    return tuple(squeezed(_TAG.sub(" ", p.extract_text() or "")) for p in pypdf.PdfReader(path_of(stem, "pdf")).pages)


@cache
def _texts(stem: str, form: str) -> tuple[str, ...]:
    text = path_of(stem, "text").read_text(encoding="utf-8")
    found = (squeezed(_TAG.sub(" ", text)), squeezed(_TAG.sub(" ", _MARK.sub("", text))))
    return found if form == "text" else (*found, "".join(_pages(stem)))


def _pieces(stem: str, form: str) -> list[str]:
    """What must stand in the file in one piece: blocks, rows, and both sides of a seam or of a footnote's mark."""
    pieces = []
    for _, block in blocks(report(stem, form)):
        cuts = sorted({0, *block.seams, *(note.offset for note in block.notes), len(block.text)})
        parts = block.text.split("\n") if block.table else [block.text[a:b] for a, b in itertools.pairwise(cuts)]
        pieces += [squeezed(p) for p in parts if squeezed(p)]
    return pieces


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("stem", STEMS)
def test_the_wording_is_the_reports_own(stem: str, form: str) -> None:
    texts = _texts(stem, form)
    pieces = _pieces(stem, form)
    changed = [p for p in pieces if not any(p in t for t in texts)]
    assert len(changed) <= 0.005 * len(pieces), changed


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("stem", STEMS)
def test_nothing_of_the_body_is_lost(stem: str, form: str) -> None:
    parsed = report(stem, form)
    noise = [squeezed(b.text) for _, s in parsed.root.walk() for b in s.blocks if b.kind is BlockKind.NOISE]
    heads = [squeezed(s.title) for _, s in parsed.root.walk()]
    headers = [squeezed("".join(b.table.header)) for _, b in blocks(parsed) if b.table]
    pieces = {*_pieces(stem, form), *noise, *heads, *headers} - {""}
    # A mark that the file does not set apart as one is read as it stands.
    assert max(_seen(pieces, text) for text in _texts(stem, "text")) > 0.995


def _seen(pieces: set[str], text: str) -> float:
    """The share of the text's letters that stand in one of the pieces."""
    seen = bytearray(len(text))
    for piece in pieces:
        at = text.find(piece)
        while at >= 0:
            seen[at : at + len(piece)] = b"\1" * len(piece)
            at = text.find(piece, at + 1)
    return sum(seen) / len(seen)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("stem", STEMS)
def test_no_markup_or_broken_lines_are_left(stem: str, form: str) -> None:
    for path, block in blocks(report(stem, form)):
        assert "\n" not in block.text or block.table, block.text
        assert not re.search(r"\*\*\w|</?(?:b|p|br|sup|i)>|\]\(|[\ue000\ue001\ufffe\x02\u00ad\u2010]", block.text), (
            path,
            block.text,
        )


@pytest.mark.parametrize("stem", STEMS)
def test_each_sentence_stands_on_its_page(stem: str) -> None:
    pages = _pages(stem)
    checked = wrong = 0
    for _, block in blocks(report(stem, "pdf")):
        passage = Passage("", stem, "", block.text, marks=block.marks)
        edges = [m.offset for m in block.marks[1:]] + [n.offset for n in block.notes] + list(block.seams)
        for match in _SENTENCE.finditer(block.text):
            start = match.start()
            beginning = squeezed(block.text[start : start + 90])[:25]
            if len(beginning) < 25 or any(start < edge < start + 60 for edge in edges):
                continue  # the beginning itself runs over a page end, or a footnote mark stands in it
            page = passage.page_at(start)
            checked += 1
            wrong += page is None or beginning not in pages[page - 1]
    assert checked > 100
    assert wrong == 0


def test_all_five_are_read_in_good_time() -> None:
    paths = [path_of(stem, "pdf") for stem in STEMS]
    start = time.process_time()  # not by the clock: others may be at work beside it
    for path in paths:
        read_report(path)
    assert time.process_time() - start < 120


@pytest.mark.parametrize("form", FORMATS)
def test_contents_pictures_and_addresses_never_answer(form: str) -> None:
    for stem in STEMS:
        for _, block in blocks(report(stem, form)):
            assert not re.search(r"\.{5,}\s*\d", block.text)
            assert "photograph of" not in block.text
            assert not re.match(r"(?:Postboks|Fylkene) ", block.text)


@pytest.mark.parametrize("form", FORMATS)
def test_tables_have_titles_headings_and_values(form: str) -> None:
    tables = [b.table for _, b in blocks(report("arsrapport-2017", form)) if b.table]
    rent = next(r for t in tables for r in t.rows if r.cells[0] == "Husleie")
    table = next(t for t in tables if rent in t.rows)
    assert table.title == "Note 3: Andre utbetalinger til drift"
    assert (table.header[1:], rent.cells[1:]) == (("31.12.2017", "31.12.2016"), ("16 927 294", "15 748 963"))
    deep = next(t for t in tables if t.title.startswith("Tabell 3.2"))
    assert deep.header[1:] == tuple(f"Antall prosjekter › {year}" for year in (2015, 2016, 2017))
    assert next(r for r in deep.rows if r.cells[0] == "Kjønnslemlestelse").cells[1:] == ("1", "2", "3")


@pytest.mark.parametrize("form", FORMATS)
def test_footnote_marks_are_tied_and_not_in_the_numbers(form: str) -> None:
    found = [b for _, b in blocks(report("arsrapport-2017", form)) if "29 000 personer" in b.text and b.notes]
    assert any(n.mark == "25" and b.text[: n.offset].endswith("29 000") for b in found for n in b.notes)
    notes = {b.mark for _, b in blocks(report("arsrapport-2017", form)) if b.kind is BlockKind.FOOTNOTE}
    assert {"1", "7", "12", "25", "48"} <= notes
