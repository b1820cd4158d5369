"""Advice, denials and plain statements."""

import pytest

from assistant.language.modality import advises, modality

PLAIN = "Ordningen er avviklet."


@pytest.mark.parametrize(
    "said", ["Ordningen bør avvikles.", "Vi anbefaler at den avvikles.", "Det foreslås å avvikle.", "Må avvikles nå."]
)
def test_advice_is_known(said: str) -> None:
    assert advises(said)


@pytest.mark.parametrize("said", [PLAIN, "Anbefalingen ble fulgt.", "Børsen falt."])
def test_what_tells_of_something_advises_nothing(said: str) -> None:
    assert not advises(said)


@pytest.mark.parametrize(
    "other",
    ["Ordningen bør avvikles.", "Ordningen er ikke avviklet.", "Ordninga er ikkje avvikla.", "Ingen er avviklet."],
)
def test_advice_and_denial_are_other_than_a_plain_statement(other: str) -> None:
    assert modality(other) != modality(PLAIN)


def test_two_plain_statements_are_alike() -> None:
    assert modality(PLAIN) == modality("Ordningen er ny.")
