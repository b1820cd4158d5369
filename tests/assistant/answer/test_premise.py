"""A question's premise held against what a statement says."""

import pytest

from assistant.answer.verdict import contradicts


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvorfor falt andelen som bruker tolk?", "Andelen som bruker tolk økte til 38 prosent."),
        ("Kvifor auka ventetida?", "Ventetida gjekk ned med to månader."),
        ("Why did the share of interpreters fall, i.e. why were there fewer?", "Det ble flere tolker i 2017."),
        ("Hvorfor ble ordningen avviklet?", "Ordningen ble videreført i 2018."),
        ("Hva skyldes nedgangen i antall kurs?", "Antall kurs er høyere enn før."),
    ],
)
def test_the_other_way_contradicts(question: str, said: str) -> None:
    assert contradicts(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvorfor falt andelen som bruker tolk?", "Andelen som bruker tolk falt til 30 prosent."),
        ("Hvorfor falt andelen som bruker tolk?", "Andelen falt i 2016, men økte i 2017."),
        ("Hvorfor falt andelen som bruker tolk?", "Tolk brukes på sykehus."),
        ("Hvorfor falt andelen i byene og økte på landet?", "Andelen økte til 38 prosent."),
        ("Falt andelen som bruker tolk?", "Andelen som bruker tolk økte til 38 prosent."),
        ("", ""),
    ],
    ids=["the same way", "both ways", "no way", "asked of both", "no reason is asked for", "nothing"],
)
def test_nothing_else_does(question: str, said: str) -> None:
    assert not contradicts(question, said)
