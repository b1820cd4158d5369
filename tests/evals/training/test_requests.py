"""Training of the recognisers of requests and of kinds: a few lines are learnt, and the limit holds."""

from pathlib import Path

import pytest

from assistant.embedding import Embedder
from assistant.models import Request
from evals.training.kinds import read_turns, share_right, train_kinds
from evals.training.requests import least_threshold, read_requests, shares, train, vectors_of

LINES = Path(__file__).parents[3] / "evals/training/questions/requests/train.jsonl"


def test_requests_that_were_trained_on_are_told_apart(embedder: Embedder) -> None:
    asked = read_requests(LINES)[::25]
    vectors = vectors_of(asked, embedder)
    recogniser = train(asked, vectors, scale=1.0, decay=1e-4)
    told = shares(recogniser, asked, vectors)
    assert len(told) > 2 and sum(share * count for share, count in told.values()) > 0.9 * len(asked)
    others = [one for one in asked if one.request is Request.QUESTION]
    assert 0 <= least_threshold(recogniser, others, vectors_of(others, embedder), allowed=0.0) <= 1.01


def test_kinds_that_were_trained_on_are_told_apart(embedder: Embedder) -> None:
    turns = read_turns(LINES)[::10]
    assert share_right(train_kinds(turns, embedder), turns, embedder) == pytest.approx(1, abs=0.1)
