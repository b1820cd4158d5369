"""Questions read over an index of the documents that they were written over."""

from pathlib import Path

import pytest

from assistant.index.reader import open_index
from assistant.settings import Settings
from evals.calibration.reader import Case
from evals.training import reading
from evals.training.reports import Asked
from tests.making.fakes import FakeEmbedder, FakeReader
from tests.making.reports import WORK

DOCUMENT, OTHER = "norsk-2019", "annen-2020"
SAID = "Bare 37 prosent av kommunene tilbyr norskopplæring på arbeidsplassen."
AT = (WORK.index(SAID), WORK.index(SAID) + len(SAID))
ASKED = Asked(
    "t1",
    DOCUMENT,
    "Hvor mange kommuner tilbyr norskopplæring?",
    "nb",
    "fact",
    (AT,),
    (),
    ("Hvor mange kommuner tilbyr engelskopplæring?",),
    ("measure",),
)


@pytest.fixture
def cases(tmp_path: Path, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch) -> list[Case]:
    """The question and its near-miss, read over two documents that say the same of it."""
    (tmp_path / f"{DOCUMENT}.txt").write_text(WORK, encoding="utf-8")
    (tmp_path / f"{OTHER}.txt").write_text(WORK.replace("2019", "2020").replace("40", "50"), encoding="utf-8")
    asked = [ASKED, Asked("t2", OTHER, "Hva lærer deltakerne?", "nb", "fact", (AT,), (), (), ())]
    monkeypatch.setattr(reading, "read_asked", lambda part: asked)
    monkeypatch.setattr(reading, "texts_of", lambda documents, folder: dict.fromkeys(documents, WORK))
    settings = Settings(index_dir=tmp_path / "index")
    index = open_index(reading.index_part("train", tmp_path, tmp_path / "made", settings), settings.embedding.model)
    reader = FakeReader()
    return list(reading.read_cases("train", tmp_path, index, embedder=fake, reader=reader, settings=settings))


def test_a_question_and_its_near_misses_are_cases(cases: list[Case]) -> None:
    assert [one.kind for one in cases] == ["", "measure", ""]


def test_the_statement_at_the_place_is_right_in_its_own_document_alone(cases: list[Case]) -> None:
    assert cases[0].right.sum() == 1


def test_the_passage_that_holds_it_is_right(cases: list[Case]) -> None:
    assert cases[0].holding.sum() == 1


def test_nothing_is_right_for_a_near_miss(cases: list[Case]) -> None:
    assert not cases[1].right.any() and not cases[1].holding.any()


def test_everything_is_told_of_every_statement_and_passage(cases: list[Case]) -> None:
    assert all(one.statements.shape == (len(one.right), 4) for one in cases)
    assert all(one.passages.shape == (len(one.holding), 5) for one in cases)
