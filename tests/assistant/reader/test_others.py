"""Any cross-encoder in the bundled reader's place: a tiny one, made here."""

from pathlib import Path

import numpy as np
import pytest

from assistant.api import Assistant
from assistant.errors import ReaderError
from assistant.reader import Reader, load_reader
from assistant.settings import ReaderSettings, Settings
from tests.making.fakes import FakeEmbedder
from tests.making.models import save_tiny_cross_encoder
from tests.making.network import Network

QUESTION = "Hvem bestiller tolk?"
STATEMENTS = ["tolk skole", "bolig kommune", "tolk skole"]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny cross-encoder in a folder."""
    return save_tiny_cross_encoder(tmp_path_factory.mktemp("cross") / "model")


@pytest.fixture(scope="module")
def tiny(model: Path) -> Reader:
    """The reader that is set by its folder."""
    reader = load_reader(ReaderSettings(model=str(model)))
    assert reader is not None
    return reader


def test_it_says_one_score_a_statement(tiny: Reader) -> None:
    first, second, third = tiny.scores(QUESTION, STATEMENTS)
    assert first == pytest.approx(third) and first != pytest.approx(second, abs=1e-9)


@pytest.mark.parametrize("number", [0, 1])
def test_few_statements_have_as_many_scores(tiny: Reader, number: int) -> None:
    assert tiny.scores(QUESTION, STATEMENTS[:number]).shape == (number,)


@pytest.mark.parametrize("question", ["", "tolk " * 4000])
def test_any_question_is_read(tiny: Reader, question: str) -> None:
    assert np.isfinite(tiny.scores(question, STATEMENTS)).all()


def test_a_statement_longer_than_the_model_reads_is_read_by_its_beginning(tiny: Reader) -> None:
    assert np.isfinite(tiny.scores(QUESTION, ["tolk skole " * 2000])).all()


def test_an_assistant_reads_with_the_model_that_is_set(
    quick: Settings, fake: FakeEmbedder, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.api.load_reader", load_reader)
    answer = Assistant.open(quick.model_copy(update={"reader": ReaderSettings(model=str(model))})).ask(QUESTION)
    assert answer.hits and 0 < answer.confidence < 1


@pytest.mark.parametrize("name", ["no-such-folder/model", "/nowhere/at/all"])
def test_a_model_that_cannot_be_loaded_is_one_line_that_names_the_setting(name: str, network: Network) -> None:
    with pytest.raises(ReaderError, match=rf"{name} cannot.*ASSISTANT_READER__MODEL") as error:
        load_reader(ReaderSettings(model=name))
    assert "\n" not in str(error.value)
    network.refused.clear()  # it may look for the name on the hub


def test_a_folder_that_holds_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError):
        load_reader(ReaderSettings(model=str(tmp_path)))
