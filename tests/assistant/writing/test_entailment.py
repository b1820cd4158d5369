"""What a source bears: by the bundled scorer, or by any entailment model that is set, here a tiny one made for it."""

import json
import logging
from pathlib import Path

import pytest

from assistant.errors import EntailmentError, ReaderError
from assistant.settings import CheckSettings
from assistant.writing import entailment
from assistant.writing.entailment import FILE, bundled, load_entailment
from tests.making.models import save_tiny_cross_encoder

SOURCE = "42 prosent av kommunene brukte tolk i 2021, mot 37 prosent i 2019."


def named(path: Path, least: float = 0.0) -> CheckSettings:
    return CheckSettings(entailment=str(path), entailment_above=least)


def test_the_bundled_one_doubts_what_turns_the_source_round() -> None:
    bears = bundled()
    assert bears(SOURCE, "I 2019 brukte 37 prosent av kommunene tolk.", "")
    assert not bears(SOURCE, "Ingen kommuner brukte tolk i 2021.", "quantifier")


@pytest.mark.parametrize(("least", "differs", "expected"), [(0.0, "", True), (1.0, "", False), (0.0, "year", False)])
def test_one_that_is_set_is_asked_beside_the_rules(tmp_path: Path, least: float, differs: str, expected: bool) -> None:
    path = save_tiny_cross_encoder(tmp_path / "nli", ("contradiction", "Entailment", "neutral"))
    bears = load_entailment(named(path, least))
    assert bears is not None and bears("kommune tolk", "tolk", differs) is expected


def test_a_model_without_that_label_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EntailmentError, match="no label"):
        load_entailment(named(save_tiny_cross_encoder(tmp_path / "other")))


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EntailmentError, match="nowhere"):
        load_entailment(named(tmp_path / "nowhere"))


def test_without_its_file_rules_alone_check_and_one_line_is_logged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def missing() -> None:
        bundled(tmp_path / "none.safetensors")

    monkeypatch.setattr(entailment, "bundled", missing)
    assert load_entailment(CheckSettings()) is None
    (record,) = [one for one in caplog.records if one.name.startswith("assistant")]
    assert record.levelno == logging.WARNING and "none.safetensors" in record.getMessage()


def test_a_damaged_file_is_told_by_its_path(tmp_path: Path) -> None:
    damaged = tmp_path / "entailment.safetensors"
    damaged.write_bytes(FILE.read_bytes()[:1000])
    with pytest.raises(ReaderError, match=r"entailment\.safetensors"):
        bundled(damaged)


def test_the_card_tells_what_the_adapters_were_made_of() -> None:
    card = json.loads(FILE.with_suffix(".json").read_text(encoding="utf-8"))
    assert set(card) >= {
        "what",
        "licence",
        "data",
        "seed",
        "versions",
        "adapters",
        "encoder",
        "weights",
        "limits",
        "made_by",
    }
