"""The gate itself: the sample set over the sample reports, with the real model."""

from pathlib import Path

import pytest

from assistant.settings import Settings
from evals.checking import check
from evals.documents import load_documents
from evals.gate import breaches, read_floors
from evals.goldset import read_questions
from evals.shell.common import SAMPLE
from evals.shell.gate import measure

CORPUS = Path(__file__).parents[2] / "corpus"
pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="there is no sample set yet")


def test_the_sample_set_is_sound() -> None:
    assert [f for f in check(read_questions(SAMPLE), load_documents(CORPUS)) if f.level == "error"] == []


def test_no_figure_is_below_its_floor() -> None:
    figures = measure(SAMPLE, CORPUS, Settings(corpus_dir=CORPUS))
    assert [str(breach) for breach in breaches(figures.values(), read_floors())] == []
