"""The figure that a question asks for."""

import pytest

from assistant.answer.asked import asked_figure

SAID = "Andelen økte fra 26 prosent i 2021 til 65 prosent i 2023."
COMPARED = "Hele 65 prosent av kommunene har det, mot kun 26 prosent for to år siden."


@pytest.mark.parametrize(
    ("question", "said", "figure"),
    [
        ("Hvor stor andel har det?", "37 prosent har det.", "37 prosent"),
        ("Hvor stor andel hadde det i 2021?", SAID, "26 prosent"),
        ("Hvor stor andel har det?", SAID, "65 prosent"),
        ("Hvor stor andel?", "Det dekket 99,6 prosent av utgiftene i 2018, mot 94,9 prosent i 2017.", "99,6 prosent"),
        ("Hvor stor andel har det?", COMPARED, "65 prosent"),
        ("Hvor stor andel har det?", "65 prosent har det, mot 26 prosent to år før (IMDi 2023).", "65 prosent"),
        ("Hvor stor andel har det i 2023?", COMPARED, "65 prosent"),
        ("Hvor mange ble bosatt i 2017?", "I alt 11 078 flyktninger ble bosatt.", "11 078"),
    ],
)
def test_the_figure_is_found(question: str, said: str, figure: str) -> None:
    found = asked_figure(said, question, 2023)
    assert found
    assert said[slice(*found)] == figure


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hva anbefales?", "37 prosent har det."),
        ("Hvor stor andel har det?", "Mange har det."),
        ("Hvor stor andel har det?", "20 prosent har det, 30 prosent har det ikke."),
        ("Hvor stor andel hadde det i 2019?", SAID),
        ("Hvor stor andel hadde det i 2021?", COMPARED),
    ],
)
def test_nothing_is_guessed(question: str, said: str) -> None:
    assert asked_figure(said, question, 2023) is None
