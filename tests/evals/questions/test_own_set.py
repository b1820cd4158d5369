"""The gate itself: the project's own set over the digests, with the real model."""

from pathlib import Path

from assistant.settings import Settings
from evals.comparing.gate import breaches, read_floors
from evals.documents.reading import load_documents
from evals.questions.checking import check
from evals.questions.goldset import read_questions
from evals.shell.common import OWN_SET
from evals.shell.gate import measure

CORPUS = Path(__file__).parents[3] / "corpus"


def test_the_set_is_sound() -> None:
    assert [f for f in check(read_questions(OWN_SET), load_documents(CORPUS)) if f.level == "error"] == []


def test_no_figure_is_below_its_floor() -> None:
    figures = measure(OWN_SET, CORPUS, Settings(corpus_dir=CORPUS))
    assert [str(breach) for breach in breaches(figures.values(), read_floors())] == []
