"""The optional cross-encoder: a tiny one, made here."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.errors import RerankerError
from assistant.models import Hit, Passage
from assistant.search.reranker import judged, load_reranker
from assistant.settings import SearchSettings, Settings
from tests.making.fakes import FakeEmbedder
from tests.making.models import save_tiny_cross_encoder
from tests.making.network import Network

HITS = [Hit(Passage(f"d:{i}", "d", "Tittel", text), 3.0 - i) for i, text in enumerate(("bolig", "tolk", "skole"))]


class Longest:
    """Likes long passages."""

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        return [float(len(passage)) for passage in passages]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny cross-encoder in a folder."""
    return save_tiny_cross_encoder(tmp_path_factory.mktemp("cross") / "model")


def texts(hits: list[Hit]) -> list[str]:
    return [hit.passage.text for hit in hits]


def test_by_default_there_is_none() -> None:
    assert load_reranker(SearchSettings()) is None


def test_a_folder_is_loaded_and_says_one_number_a_passage(model: Path) -> None:
    reranker = load_reranker(SearchSettings(reranker=str(model)))
    assert reranker is not None
    first, second, third = reranker.scores("tolk skole", ["tolk", "bolig kommune", "tolk"])
    assert first == third != second


def test_an_assistant_asks_the_model_that_is_set(
    quick: Settings, fake: FakeEmbedder, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_model = quick.model_copy(update={"search": SearchSettings(reranker=str(model), weight_reranker=100)})
    plain = Assistant.open(quick).ask("Hvem bestiller tolk?").hits
    ranked = Assistant.open(with_model).ask("Hvem bestiller tolk?").hits
    assert {hit.passage.id for hit in plain} == {hit.passage.id for hit in ranked}
    assert [hit.passage.id for hit in plain] != [hit.passage.id for hit in ranked]


@pytest.mark.parametrize("name", ["no-such-folder/model", "/nowhere/at/all"])
def test_a_model_that_cannot_be_loaded_is_one_line_that_names_the_setting(name: str, network: Network) -> None:
    with pytest.raises(RerankerError, match=rf"{name} cannot.*ASSISTANT_SEARCH__RERANKER") as error:
        load_reranker(SearchSettings(reranker=name))
    assert "\n" not in str(error.value)
    network.refused.clear()  # it may look for the name on the hub


def test_a_folder_that_holds_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(RerankerError):
        load_reranker(SearchSettings(reranker=str(tmp_path)))


def test_the_models_order_counts_by_its_weight() -> None:
    assert texts(judged("?", HITS, Longest(), SearchSettings(weight_reranker=0))) == ["bolig", "tolk", "skole"]
    assert texts(judged("?", HITS, Longest(), SearchSettings(weight_reranker=50)))[-1] == "tolk"


def test_only_the_best_are_shown_to_the_model() -> None:
    assert texts(judged("?", HITS, Longest(), SearchSettings(weight_reranker=50, judged=2)))[-1] == "skole"


def test_scores_stay_within_those_that_the_search_gave() -> None:
    scores = [hit.score for hit in judged("?", HITS, Longest(), SearchSettings(weight_reranker=5))]
    assert scores == sorted(scores, reverse=True) and scores[-1] >= 1.0 and scores[0] <= 3.0
