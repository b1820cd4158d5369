"""Word files: opened again with python-docx."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from lxml import etree  # type: ignore[import-untyped]

from assistant.export.blocks import exported
from assistant.export.word import as_word
from assistant.texts import text
from tests.assistant.export.making import SERIES, answer, citation, report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def written() -> bytes:
    """A conversation of one answer with a table."""
    return as_word(exported([answer(citation(1, report("a")), citation(2, report("b")), series=(SERIES,))], "nb"))


def footnotes(word: bytes) -> list[str]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(word)).read("word/footnotes.xml"))
    return ["".join(note.itertext()).strip() for note in root if note.get(f"{W}type") is None]


def test_each_citation_has_a_footnote_with_quote_and_page(written: bytes) -> None:
    assert footnotes(written)[0] == "«Barn brukes som tolk.» (DIR, 2021a, «Tolk i kommunene» (Fafo, mai 2021), s. 12)"


def test_each_mark_in_the_text_has_its_footnote(written: bytes) -> None:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(written)).read("word/document.xml"))
    marks = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    assert len(marks) == len(footnotes(written)) == len(set(marks))


def test_headings_and_bullets_have_words_own_styles(written: bytes) -> None:
    styles = [paragraph.style.name for paragraph in Document(io.BytesIO(written)).paragraphs if paragraph.style]
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= set(styles)


def test_the_table_holds_the_figures(written: bytes) -> None:
    rows = Document(io.BytesIO(written)).tables[0].rows
    assert [cell.text for cell in rows[2].cells] == ["2023", "65", "kommuner"]


def test_references_close_the_document(written: bytes) -> None:
    assert Document(io.BytesIO(written)).paragraphs[-1].text == "Direktoratet. (2021b). Rapport b."


@pytest.mark.parametrize("words", ["\x00\x0b null", "<w:p/>", "\ud800 halv", "a\nb\tc"])
def test_any_words_make_a_file_that_opens(words: str) -> None:
    assert Document(io.BytesIO(as_word(exported([answer(citation(1, report("a"), words))], "nb")))).paragraphs


def test_a_digest_s_words_stand_in_no_quotation_marks_and_a_remark_says_what_they_are() -> None:
    one = citation(1, report("a"))
    digest = replace(one, passage=replace(one.passage, is_digest=True))
    word = as_word(exported([answer(digest)], "nb"))
    (note,) = footnotes(word)
    assert note.startswith("Barn brukes som tolk. (Sammendrag av DIR, 2021,")
    said = f"{text('digest_notice', 'nb')} {text('digest_what_to_do', 'nb')}"
    assert said in [paragraph.text for paragraph in Document(io.BytesIO(word)).paragraphs]
