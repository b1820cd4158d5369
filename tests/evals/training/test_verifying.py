"""Training of the verifier: rows of questions and near-misses, and a few of them learnt."""

from pathlib import Path

import pytest

from assistant.reader.network import Shape
from assistant.reader.verifier import Verifier
from assistant.reader.weights import VERIFIED
from evals.training.lora import new_network, restore, trained
from evals.training.reports import Asked, read_texts
from evals.training.saving import save
from evals.training.verifying import Row, groups, train, untold
from tests.making.reports import WORK

DOCUMENT = "norsk-2019"
SAID = "Bare 37 prosent av kommunene tilbyr norskopplæring på arbeidsplassen."
AT = (WORK.index(SAID), WORK.index(SAID) + len(SAID))
QUESTION, NEAR = "Hvor mange kommuner tilbyr norskopplæring?", "Hvor mange kommuner tilbyr engelskopplæring?"
SMALL = Shape(layers=2, rank=4, scale=2.0, words=True)


@pytest.mark.parametrize(
    ("near", "said"),
    [
        (NEAR, ["engelskopplæring"]),
        ("hvor mange kommuner i Bergen tilbyr norskopplæring?", ["i", "Bergen"]),
        (QUESTION.upper(), None),  # nothing else is said
        ("Hva koster det?", None),  # worded anew
    ],
)
def test_what_is_untold_is_what_the_question_has_not(near: str, said: list[str] | None) -> None:
    places = untold(near, QUESTION)
    assert (places and [near[start:end] for start, end in places]) == said


def test_a_group_is_a_question_its_near_misses_and_wrong_statements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{DOCUMENT}.txt").write_text(WORK, encoding="utf-8")
    monkeypatch.setattr("evals.training.reports.texts_of", lambda documents, folder: {DOCUMENT: WORK})
    asked = Asked("t1", DOCUMENT, QUESTION, "nb", "fact", (AT,), (), (NEAR,), ("measure",))
    (group,) = groups([([asked], read_texts([DOCUMENT], tmp_path))], seed=1)
    first, *others = group
    assert first.question == QUESTION and SAID in first.statement and first.answers and first.untold == ()
    assert any(one.question == NEAR and one.statement == first.statement and one.untold for one in others)
    assert not any(one.answers for one in others)
    assert all(SAID not in one.statement for one in others if one.question == QUESTION)


def test_what_is_learnt_tells_near_misses_and_their_words(tmp_path: Path) -> None:
    told = "Funn: Fastlegene i Bergen bestiller tolk."
    pairs_of = (
        ("Hvem bestiller tolk?", "Hvem bestiller taxi?", "taxi"),
        ("Hva gjør legene?", "Hva gjør lærerne?", "lærerne"),
    )
    rows = [[Row(own, told, (), True), Row(near, told, untold(near, own), False)] for own, near, _ in pairs_of]
    network, pairs = new_network(SMALL, seed=1)
    train(network, pairs, rows * 120, rate=4e-3)
    save(tmp_path / "few.safetensors", trained(network), SMALL, {"weights": [0.0] * (len(VERIFIED) + 1)})
    verifier = Verifier.load(tmp_path / "few.safetensors")
    for question, near, word in pairs_of:
        own, other = verifier.verify(question, [told]), verifier.verify(near, [told])
        assert own.first > 0 > other.first and word in other.untold and not own.untold


def test_training_goes_on_from_adapters_that_have_no_head_for_words() -> None:
    plain, _ = new_network(Shape(layers=2, rank=4, scale=2.0), seed=1)
    network, _ = new_network(SMALL, seed=2)
    before = trained(network)["words.0.weight"].clone()
    restore(network, trained(plain))
    assert (trained(network)["head.0.weight"] == trained(plain)["head.0.weight"]).all()
    assert (trained(network)["words.0.weight"] == before).all()
