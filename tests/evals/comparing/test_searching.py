"""Search alone under several settings."""

from pathlib import Path

import pytest

from assistant.embedding import Embedder
from assistant.index.reader import open_index
from assistant.settings import SearchSettings, Settings, load_settings
from assistant.settings.configs import CONFIGS
from evals.comparing.searching import FIGURES, remembering, search_figures
from evals.documents.reading import load_documents
from evals.questions.goldset import Evidence, Question
from tests.making.fakes import FakeEmbedder, FakeReader

QUESTION = "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"
GOLD = (Evidence("norsk-2019", "Bare 37 prosent av kommunene tilbyr norskopplæring på arbeidsplassen."),)


def figures(quick: Settings, *questions: Question) -> dict[str, float]:
    index = open_index(quick.index_dir, quick.embedding.model)
    embedder: Embedder = FakeEmbedder()  # type: ignore[assignment]
    documents = load_documents(quick.corpus_dir)
    return search_figures(questions, index, embedder, FakeReader(), settings=quick, documents=documents)


def test_evidence_that_comes_first_is_found_by_every_figure(quick: Settings) -> None:
    found = figures(quick, Question("a", QUESTION, "comparison", "nb", GOLD))
    assert found == {name: 1.0 for name in FIGURES if name != "follow-ups"}


def test_follow_ups_count_apart(quick: Settings) -> None:
    asked = Question("a", "Hvor mange prosent?", "followup", "nb", GOLD, history=(QUESTION,))
    assert figures(quick, asked) == {"follow-ups": 1.0}


def test_evidence_that_is_nowhere_is_not_found(quick: Settings) -> None:
    gold = (Evidence("norsk-2019", "Dette står ikke i noen av de tre rapportene."),)
    assert figures(quick, Question("a", QUESTION, "fact", "nb", gold))["hit@5"] == 0.0


def test_a_question_is_embedded_once() -> None:
    model = FakeEmbedder()
    asked: list[str] = []
    model.embed_query = asked.append  # type: ignore[method-assign,assignment]
    embedder = remembering(model)  # type: ignore[arg-type]
    embedder.embed_query("tolk"), embedder.embed_query("tolk"), embedder.embed_query("bolig")
    assert asked == ["tolk", "bolig"]


@pytest.mark.parametrize("path", sorted(CONFIGS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_experiment_differs_from_the_defaults(path: Path) -> None:
    assert load_settings(path.stem).search != SearchSettings()
