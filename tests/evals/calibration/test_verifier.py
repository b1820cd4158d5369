"""Whole answers as what the verifier's weights are fitted to."""

from pathlib import Path

import numpy as np

from assistant.answer.found import Finder
from assistant.index.reader import open_index
from assistant.question import Names
from assistant.reader.verifier import Verifier
from assistant.settings import Settings
from evals.calibration.verifier import shown, told
from evals.system import index_corpus
from evals.training.reports import Asked
from tests.making.fakes import FakeEmbedder, FakeReader
from tests.making.reports import WORK

ASKED = Asked(
    "t1",
    "norsk-2019",
    "Hvor mange kommuner tilbyr norskopplæring på arbeidsplassen?",
    "nb",
    "fact",
    (),
    (),
    ("Hvor mange kommuner tilbyr norskopplæring i fengsel?",),
    ("place",),
)


def test_each_question_and_near_miss_is_told_of_by_reader_and_verifier(tmp_path: Path, fake: FakeEmbedder) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "norsk-2019.txt").write_text(WORK, encoding="utf-8")
    settings = Settings(index_dir=tmp_path / "index")
    index_corpus(corpus, settings.index_dir, settings)
    index = open_index(settings.index_dir, settings.embedding.model)
    cases = list(shown([ASKED], Finder(index, Names(index.manifest), fake, FakeReader(), settings)))
    assert [one.kind for one in cases] == ["", "place"]
    rows = told(cases, Verifier.load())
    assert rows.shape == (2, 6) and rows[0, 4] > rows[1, 4]
    np.testing.assert_array_equal(rows[:, :4], np.vstack([one.told for one in cases]))
