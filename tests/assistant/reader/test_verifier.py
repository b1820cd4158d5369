"""Whether what was chosen answers, looked at once more."""

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import ReaderError
from assistant.reader.verifier import FILE, Verified, Verifier, load_verifier
from assistant.reader.weights import VERIFIED

TOLD = "Tolk i kommunene › Hovedfunn: I 2017 bestilte 40 prosent av fastlegene i Bergen tolk hver uke."


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    """The bundled one."""
    return Verifier.load()


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Hvor mange fastleger i {} bestilte tolk i 2017?", "Bergen", "Tromsø"),
        ("Hvor mange fastleger i Bergen bestilte tolk i {}?", "2017", "2021"),
        ("Kor mange {} i Bergen bestilte tolk?", "fastlegar", "skular"),
        ("How many doctors in {} ordered interpreters?", "Bergen", "Tromsø"),
    ],
)
def test_a_near_miss_is_less_likely_and_its_word_is_untold(
    verifier: Verifier, question: str, right: str, wrong: str
) -> None:
    own, other = (verifier.verify(question.format(word), [TOLD]) for word in (right, wrong))
    assert own.first > other.first
    assert wrong in other.untold and right not in own.untold


def test_the_best_of_several_statements_counts_beside_the_first(verifier: Verifier) -> None:
    question = "Hvor mange fastleger i Bergen bestilte tolk?"
    alone, both = verifier.verify(question, [TOLD]), verifier.verify(question, ["Funn: Skolene har basseng.", TOLD])
    assert both.first < both.best == pytest.approx(alone.first, abs=0.5)


def test_no_more_than_two_words_are_named_and_none_of_grammar(verifier: Verifier) -> None:
    found = verifier.verify("Hvorfor betaler svenske tannleger skatt på Svalbard når de er på ferie?", [TOLD])
    assert 0 < len(found.untold) <= 2 and not {"hvorfor", "når", "de", "er"} & {one.lower() for one in found.untold}


def test_a_question_longer_than_is_read_is_verified(verifier: Verifier) -> None:
    assert np.isfinite(verifier.verify("Hvor mange bestilte tolk? " * 200, [TOLD]).first)


def test_both_are_weighed_beside_what_the_reader_told(verifier: Verifier) -> None:
    told = np.zeros((1, 4))
    assert len(verifier.weights) == len(VERIFIED) + 1
    unlikely, likely = (verifier.odds(told, Verified(odds, odds, ()))[0] for odds in (-3.0, 3.0))
    assert unlikely < likely


def test_a_damaged_file_is_named_and_done_without(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "verifier.safetensors"
    path.write_bytes(b"no tensors")
    with pytest.raises(ReaderError):
        Verifier.load(path)
    assert load_verifier(path) is None
    assert "by the reader alone" in caplog.text


def test_a_card_without_its_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "verifier.safetensors"
    path.write_bytes(FILE.read_bytes())
    card = json.loads(FILE.with_suffix(".json").read_text(encoding="utf-8"))
    path.with_suffix(".json").write_text(json.dumps(card | {"weights": [1.0]}), encoding="utf-8")
    with pytest.raises(ReaderError):
        Verifier.load(path)
