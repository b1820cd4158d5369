"""Hybrid search on the three small reports."""

import pytest

from assistant.embedding import Embedder
from assistant.index.reader import Index, open_index
from assistant.question import understand
from assistant.search import search
from assistant.settings import SearchSettings, Settings


@pytest.fixture(scope="module")
def index(library: Settings) -> Index:
    """The three small reports, opened."""
    return open_index(library.index_dir, library.embedding.model)


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Brukes barn som tolk hos fastlegen?", "tolk-2021"),
        ("Hvor mange kommuner tilbyr norskopplæring på jobben?", "norsk-2019"),
        ("Kven ventar lengst på bustad?", "bustad-2022"),
        ("Hvem venter lengst på bolig?", "bustad-2022"),
        ("Do doctors use children as interpreters?", "tolk-2021"),
        ("norskoplæring arbeidsplass", "norsk-2019"),
    ],
)
def test_the_report_that_answers_comes_first(index: Index, embedder: Embedder, question: str, document: str) -> None:
    assert search(understand(question), index, embedder, SearchSettings())[0].passage.document == document


def test_hits_come_best_first(index: Index, embedder: Embedder) -> None:
    scores = [hit.score for hit in search(understand("tolk"), index, embedder, SearchSettings())]
    assert scores == sorted(scores, reverse=True)


def test_no_passage_comes_twice(index: Index, embedder: Embedder) -> None:
    ids = [hit.passage.id for hit in search(understand("kommunene bør"), index, embedder, SearchSettings())]
    assert len(ids) == len(set(ids))


def test_no_more_hits_than_the_settings_ask_for(index: Index, embedder: Embedder) -> None:
    assert len(search(understand("kommune"), index, embedder, SearchSettings(results=2))) == 2


def test_a_question_whose_words_are_nowhere_still_finds_what_is_near(index: Index, embedder: Embedder) -> None:
    assert search(understand("xyzzy"), index, embedder, SearchSettings())
