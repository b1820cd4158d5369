"""Any entailment model that is set: a tiny one, made here; one that is none is refused."""

from pathlib import Path

import pytest

from assistant.errors import EntailmentError
from assistant.writing.entailment import load_entailment
from tests.making.models import save_tiny_cross_encoder


def test_it_says_how_likely_a_source_entails_a_sentence(tmp_path: Path) -> None:
    entails = load_entailment(
        str(save_tiny_cross_encoder(tmp_path / "nli", ("contradiction", "Entailment", "neutral")))
    )
    assert 0 < entails("kommune tolk", "tolk") < 1


def test_a_model_without_that_label_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EntailmentError, match="no label"):
        load_entailment(str(save_tiny_cross_encoder(tmp_path / "other")))


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EntailmentError, match="nowhere"):
        load_entailment(str(tmp_path / "nowhere"))
