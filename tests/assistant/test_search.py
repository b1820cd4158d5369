"""Hybrid search on the three small reports: what is found before anything is read."""

import pytest

from assistant.api import Assistant
from assistant.embedding import Embedder
from assistant.index.reader import Index, open_index
from assistant.question import understand
from assistant.search import Candidate, find_candidates
from assistant.settings import SearchSettings, Settings
from tests.making.fakes import FakeEmbedder


@pytest.fixture(scope="module")
def index(library: Settings) -> Index:
    """The three small reports, opened."""
    return open_index(library.index_dir, library.embedding.model)


def found(index: Index, embedder: Embedder, question: str, **changes: float) -> list[Candidate]:
    return find_candidates(understand(question), index, embedder, SearchSettings(**changes))


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
    assert found(index, embedder, question)[0].passage.document == document


def test_candidates_come_best_first(index: Index, embedder: Embedder) -> None:
    scores = [one.fused for one in found(index, embedder, "tolk")]
    assert scores == sorted(scores, reverse=True)


def test_no_passage_comes_twice(index: Index, embedder: Embedder) -> None:
    ids = [one.passage.id for one in found(index, embedder, "kommunene bør")]
    assert len(ids) == len(set(ids))


def test_every_candidate_has_its_statements(index: Index, embedder: Embedder) -> None:
    candidates = found(index, embedder, "Brukes barn som tolk hos fastlegen?")
    assert candidates and all(one.passage.spans for one in candidates)


def test_what_is_found_by_meaning_tells_how_near_it_is(index: Index, embedder: Embedder) -> None:
    best = found(index, embedder, "tolk")[0]
    assert best.cosine is not None and 0 < best.cosine <= 1


def test_a_retriever_without_weight_is_not_asked(index: Index, embedder: Embedder) -> None:
    candidates = found(index, embedder, "tolk", weight_dense=0)
    assert candidates and all(one.cosine is None for one in candidates)


def test_without_any_retriever_nothing_is_found(index: Index, embedder: Embedder) -> None:
    assert found(index, embedder, "tolk", weight_dense=0, weight_letters=0, weight_words=0) == []


def test_no_more_are_found_than_the_settings_ask_for(quick: Settings, fake: FakeEmbedder) -> None:
    narrow = quick.model_copy(update={"search": SearchSettings(results=2)})
    assert len(Assistant.open(narrow).ask("Hva bør kommunene gjøre?").hits) == 2


def test_a_question_whose_words_are_nowhere_still_finds_what_is_near(index: Index, embedder: Embedder) -> None:
    assert found(index, embedder, "xyzzy")
