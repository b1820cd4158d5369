"""Slots held against single statements: what is missing shows, what stands there does not."""

import pytest

from tests.assistant.answer.fit.making import Bench


@pytest.mark.parametrize(
    ("gap", "answered", "near_miss"),
    [
        ("years", "Hvor stor andel av kommunene hadde retningslinjer for tolk i 2017?",
         "Hvor stor andel av kommunene hadde retningslinjer for tolk i 2021?"),
        ("groups", "Hvor lenge venter enslige mindreårige på bolig?", "Hvor lenge venter ukrainere på bolig?"),
        ("together", "Hvor ofte bestiller fastlegene tolk?", "Hvor ofte bestilles tolk i Hamar?"),
        ("words", "Hvor ofte bestiller fastlegene tolk?", "Hvor mye skatt betaler fastlegene?"),
        ("unit", "Hvor lenge venter enslige mindreårige på bolig?", "Hva koster boliger for enslige mindreårige?"),
        ("premise", "Hvorfor økte andelen med retningslinjer for tolk fra 2016 til 2017?",
         "Hvorfor falt andelen med retningslinjer for tolk fra 2016 til 2017?"),
        ("results", "Hva fant de om tolk på legekontoret?", "Hva fant de om lek i barnehagen?"),
        ("planned", "Hva fant de om tolk på legekontoret?", "Hva fant de om lek i barnehagen?"),
        ("joint", "Hvor lenge venter enslige mindreårige på bolig i Hamar?",
         "Hvor stor andel av enslige mindreårige hadde retningslinjer i 2017?"),
        ("person", "Hvem bestiller tolk?", "Hva er telefonnummeret til fastlegen?"),
    ],
)  # fmt: skip
def test_a_near_miss_lacks_what_the_answered_question_has(
    bench: Bench, gap: str, answered: str, near_miss: str
) -> None:
    assert bench.gaps(near_miss)[gap] > bench.gaps(answered)[gap]


def test_every_gap_lies_between_nothing_and_all(bench: Bench) -> None:
    gaps = bench.gaps("Hvor mye skatt betalte kvinner i Bergen i 2021 og 2022?")
    assert all(0.0 <= gap <= 1.0 for gap in gaps.values())
