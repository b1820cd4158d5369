"""Training of the recognisers of requests and of kinds: a few lines are learnt, and the limit holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.embedding import Embedder
from assistant.models import TABLES, Request
from assistant.reader.requests import Recogniser
from evals.training.kinds import read_turns, share_right, train_kinds
from evals.training.lora import new_network, trained
from evals.training.requests import SHAPE, least_threshold, read_requests, shares, train
from evals.training.saving import save

LINES = Path(__file__).parents[3] / "evals/training/questions/requests/train.jsonl"


def test_requests_that_were_trained_on_are_told_apart(tmp_path: Path) -> None:
    few = [*read_requests(LINES)[::200]] * 40
    network, pairs = new_network(SHAPE, seed=1)
    train(network, pairs, few, rate=2e-3, seed=1)
    save(tmp_path / "few.safetensors", trained(network), SHAPE, {"threshold": 0.5})
    told = shares(Recogniser.load(tmp_path / "few.safetensors"), few)
    assert len(told) > 2 and sum(share * count for share, count in told.values()) > 0.9 * len(few)


def test_the_threshold_keeps_all_but_the_allowed_questions() -> None:
    asked = [one for one in read_requests(LINES)[::40] if one.request is Request.QUESTION]
    recogniser = Recogniser.load()
    strict = replace(recogniser, threshold=least_threshold(recogniser, asked, allowed=0.0))
    assert all(strict.recognise(one.text, one.history)[0] not in TABLES for one in asked)


def test_kinds_that_were_trained_on_are_told_apart(embedder: Embedder) -> None:
    turns = read_turns(LINES)[::10]
    assert share_right(train_kinds(turns, embedder), turns, embedder) == pytest.approx(1, abs=0.1)
