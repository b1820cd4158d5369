"""What is told of a sentence beside its source, and how it is weighed."""

import pytest

from assistant.writing.weighing import TOLD, shared_things, told, weighed, weights_of

SOURCE = "42 prosent av kommunene brukte tolk i 2021."


@pytest.mark.parametrize(
    ("sentence", "differs", "expected"),
    [
        ("Kommunene brukte tolk.", "", {"score": 2.0, "near": 1.0, "one language": 1.0}),
        (
            "Kommunene brukte ikke tolk.",
            "negation",
            {"score": 2.0, "negation": 1.0, "near": 1.0, "near, against a rule": 1.0}
            | {"one language": 1.0, "one language, against a rule": 1.0},
        ),
        (
            "The libraries closed early on Sundays.",
            "place",
            {"score": 2.0, "another rule": 1.0},
        ),
    ],
)
def test_what_is_told_has_its_place(sentence: str, differs: str, expected: dict[str, float]) -> None:
    found = dict(zip(TOLD, told(SOURCE, sentence, 2.0, differs), strict=True))
    assert {name: value for name, value in found.items() if value} == expected


def test_things_are_shared_across_languages() -> None:
    assert shared_things("The municipalities used interpreters.", SOURCE) == 1.0
    assert shared_things("Bilene er nye.", SOURCE) == 0.0
    assert shared_things("", SOURCE) == 0.0


def test_a_card_tells_every_weight() -> None:
    card = dict.fromkeys(TOLD, 0.0) | {"score": 2.0, "offset": 1.0}
    (sure,) = weighed([told(SOURCE, SOURCE, 3.0, "")], weights_of(card))
    assert sure == 7.0
    with pytest.raises(KeyError):
        weights_of({"score": 1.0})
