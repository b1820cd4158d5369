"""A place opened: pages of a PDF, or passages of a section."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from assistant.api import Assistant
from assistant.evidence.opening import Opened, Pages, Section, found_in, open_place
from assistant.evidence.places import Place
from assistant.settings import Settings
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder
from tests.making.pdf import write_pdf
from tests.making.reports import write_library

TEXT = [
    ["Tolk i kommunene 2020", "Dette er en rapport om tolking i kommunene, skrevet av Prøvesenteret i 2020."],
    ["Hovedfunn", "Bare 37 prosent av kommunene har egne retningslinjer for bruk av tolk i møter."],
    ["Anbefalinger", "Kommunene bør lage retningslinjer for bruk av tolk, og alle ansatte bør kjenne dem."],
]
QUOTE = "Bare 37 prosent av kommunene har egne retningslinjer for bruk av tolk i møter."


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("opening")
    write_pdf(write_library(folder / "corpus") / "tolk-2020.pdf", TEXT)
    _write_word(folder / "corpus" / "avtaler-2018.docx")
    settings = Settings(index_dir=folder / "index", corpus_dir=folder / "corpus")
    with pytest.MonkeyPatch.context() as patch:
        for module in ("ingest.api", "assistant.api"):
            patch.setattr(f"{module}.load_embedder", lambda settings: FakeEmbedder())
        ingest([settings.corpus_dir], settings.index_dir, settings)
        yield Assistant.open(settings, load=False)


def _write_word(path: Path) -> None:
    document = Document()
    document.add_heading("Avtaler om tolk 2018", 0)
    document.add_heading("Funn", 1)
    line = document.add_paragraph("Små kommuner mangler tolk. ")
    line.add_run("Bare 12 prosent").bold = True
    line.add_run(" har avtale med en tolketjeneste. Resten bestiller fra gang til gang.")
    document.save(str(path))


def opened(held: Assistant, place: Place) -> Opened:
    found = open_place(held, place)
    assert found is not None
    return found


def pages(held: Assistant, place: Place) -> Pages:
    shown = opened(held, place).shown
    assert isinstance(shown, Pages)
    return shown


def section(held: Assistant, place: Place) -> Section:
    shown = opened(held, place).shown
    assert isinstance(shown, Section)
    return shown


def marked(shown: Section) -> list[str]:
    return [passage.text[a:b] for passage in shown.passages for a, b in shown.marks.get(passage.id, ())]


def test_a_pdf_opens_at_the_page_of_the_quote(held: Assistant) -> None:
    shown = pages(held, Place("tolk-2020", QUOTE, page=2))
    assert (shown.page, shown.count, sorted(shown.boxes)) == (2, 3, [2])


@pytest.mark.parametrize("page", [None, 1, 99])
def test_a_quote_is_found_whatever_page_the_link_says(held: Assistant, page: int | None) -> None:
    assert pages(held, Place("tolk-2020", QUOTE, page=page)).page == 2


def test_a_quote_that_is_not_there_leaves_the_page_unmarked(held: Assistant) -> None:
    shown = pages(held, Place("tolk-2020", "Alle kommunene har egne retningslinjer.", page=3))
    assert (shown.page, shown.boxes) == (3, {})


def test_a_text_opens_at_the_passage_with_the_quote_marked(held: Assistant) -> None:
    quote = "Små kommuner mangler lærere som kan reise ut til arbeidsplassene."
    assert marked(section(held, Place("norsk-2019", quote))) == [quote]


def test_of_a_paragraph_in_word_the_sentence_alone_is_marked(held: Assistant) -> None:
    quote = "Bare 12 prosent har avtale med en tolketjeneste."
    assert marked(section(held, Place("avtaler-2018", quote))) == [quote]


def test_a_quote_is_found_in_the_text_whatever_passage_the_link_says(held: Assistant) -> None:
    quote = "Arbeidsgiverne bør få dekket utgiftene"
    assert marked(section(held, Place("norsk-2019", quote, near=999))) == [quote]


def test_what_stands_around_a_passage_is_shown_with_it(held: Assistant) -> None:
    shown = section(held, Place("norsk-2019", "Deltakerne lærer norsk raskere"))
    paths = [passage.path[-1] for passage in shown.passages]
    assert paths == ["Om undersøkelsen", "Funn", "Anbefalinger"]


def test_a_quote_that_is_gone_leaves_nothing_marked(held: Assistant) -> None:
    shown = section(held, Place("norsk-2019", "Dette står ikke i rapporten."))
    assert shown.passages
    assert not shown.marks


def test_a_report_that_is_gone_is_none(held: Assistant) -> None:
    assert open_place(held, Place("borte-2010", "Ord")) is None


def test_a_pdf_that_cannot_be_opened_falls_back_to_what_was_read(
    held: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Path(held.settings.index_dir).parent / "broken.pdf"
    broken.write_bytes(b"no PDF")
    monkeypatch.setattr("assistant.evidence.opening.original_of", lambda folder, document: broken)
    assert marked(section(held, Place("tolk-2020", QUOTE))) == [QUOTE]


def test_words_are_searched_for_in_a_pdf_by_page(held: Assistant) -> None:
    path = pages(held, Place("tolk-2020", page=1)).path
    assert {page: len(boxes) for page, boxes in found_in(path, "Retningslinjer for bruk av TOLK").items()} == {
        2: 1,
        3: 1,
    }
    assert found_in(path, "skilpadde") == found_in(path, "?") == {}
