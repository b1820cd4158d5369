"""Training of the recognisers of requests and of kinds: a few lines are learnt."""

from pathlib import Path

import pytest

from assistant.embedding import Embedder
from assistant.models import Request
from assistant.reader.requests import Recogniser
from evals.training.kinds import read_turns, share_right, train_kinds
from evals.training.lora import new_network, trained
from evals.training.requests import SHAPE, Asked, Wish, read_requests, shares, train, wished, words_alone
from evals.training.saving import save

LINES = Path(__file__).parents[3] / "evals/training/questions/requests/train.jsonl"


def test_requests_that_were_trained_on_are_told_apart(tmp_path: Path) -> None:
    few = [*read_requests(LINES)[::200]] * 40
    network, pairs = new_network(SHAPE, seed=1)
    train(network, pairs, few, rate=2e-3, seed=1)
    save(tmp_path / "few.safetensors", trained(network), SHAPE, {"threshold": 0.5})
    told = shares(Recogniser.load(tmp_path / "few.safetensors"), few)
    assert len(told) > 2 and sum(share * count for share, count in told.values()) > 0.9 * len(few)


def test_words_by_themselves_are_questions_in_the_words_of_questions() -> None:
    asked = [
        Asked(f"hva koster kommunal barnehageplass i {place}", (), Request.QUESTION) for place in ("Asker", "Bærum")
    ]
    made = words_alone(asked, [], 60, seed=1)
    assert len(made) == 60 and {one.request for one in made} == {Request.QUESTION}
    plain = [one.text.lower() for one in made if one.text.replace(" ", "").isalpha()]
    assert plain and all(any(text in one.text.lower() for one in asked) for text in plain)
    assert words_alone(asked, [], 60, seed=1) == made


def test_what_tables_are_asked_for_with_is_no_theme() -> None:
    asked = [Asked("oversikt over barnehager", (), Request.QUESTION)]
    tables = [Asked(f"oversikt over {i}", (), Request.OVERVIEW) for i in range(30)]
    assert {one.text.lower().strip("?#«»().…* ") for one in words_alone(asked, tables, 9, seed=1)} >= {"barnehager"}
    assert not any("oversikt" in one.text.lower() for one in words_alone(asked, tables, 40, seed=1))


def test_what_is_wanted_is_said_beside_a_question_or_around_a_theme() -> None:
    asked = [Asked("hva koster en plass", (), Request.QUESTION)]
    wishes = [
        Wish("Lag en oversikt.", "after", Request.OVERVIEW),
        Wish("Jeg vil ha hvert punkt:", "before", Request.LIST),
        Wish("alt om {}", "frame", Request.OVERVIEW),
    ]
    made = wished(wishes, asked, ["barnehager"], 40, seed=1)
    assert {(one.text, one.request) for one in made} == {
        ("hva koster en plass Lag en oversikt.", Request.OVERVIEW),
        ("Jeg vil ha hvert punkt: hva koster en plass", Request.LIST),
        ("alt om barnehager", Request.OVERVIEW),
    }


def test_kinds_that_were_trained_on_are_told_apart(embedder: Embedder) -> None:
    turns = read_turns(LINES)[::10]
    assert share_right(train_kinds(turns, embedder), turns, embedder) == pytest.approx(1, abs=0.1)
