"""What a request is about, once the words that ask are gone."""

import pytest

from assistant.question.theme import theme_of


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Kan du gi meg en samlet oversikt over hva rapportene sier om tolk og tolking?", "tolk og tolking"),
        ("Alle anbefalinger til kommunene om bolig", "bolig"),
        ("Hva sier rapportene om barn og skole? Ta med alt.", "barn og skole"),
        ("Kva seier rapportane om bustad?", "bustad"),
        ("List opp alle tiltak mot tvangsekteskap", "tvangsekteskap"),
        ("everything about housing", "housing"),
        ("Hvilke rapporter fra 2018 handler om arbeid?", "arbeid"),
        ("negativ sosial kontroll", "negativ sosial kontroll"),
        ("Hva sier rapportene om barn og unge: barnehage og skole?", "barn og unge, barnehage og skole"),
        ("Which chapters deal with sports clubs, and what do they recommend?", "sports clubs"),
        ("Alt om mottak, både ordinære mottak og transittmottak", "mottak, ordinære mottak og transittmottak"),
        ("gi meg en oversikt", ""),
        ("", ""),
    ],
)
def test_the_theme_is_what_is_left(text: str, theme: str) -> None:
    assert theme_of(text) == theme
