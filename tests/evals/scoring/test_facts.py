import pytest

from evals.scoring.facts import says


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Det gjelder 58 prosent.", "58"),
        ("Det gjelder **58** prosent.", "58 prosent"),
        ("inntil 3,000 hours", "3 000"),
        ("av 37.5 per cent", "37,5"),
        ("27 % av dem", "27 prosent"),
        ("integreringsstatistikk", "statistikk"),
        ("IMDis ansvar", "IMDi"),
        ("hver fjerde samtale", "en av fire|hver fjerde"),
        ("29 000²⁵ personer", "29 000"),
        ("ikke bare utdanning", "utdanning"),
    ],
)
def test_a_fact_is_stated(text: str, fact: str) -> None:
    assert says(text, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("19,5 prosent", "19"),
        ("1 829 oppdrag", "829"),
        ("829 000 kroner", "829"),
        ("0.8 prosent", "8 prosent"),
        ("mange tiltak [3]", "tre|3"),
        ("3. Kommunen svarte", "tre|3"),
        ("deltakerne trenger hjelp", "tre|3"),
        ("den tredje gangen", "tre"),
        ("hos Udir", "UDI"),
        ("tolken var ukvalifisert", "kvalifisert"),
        ("ikke 58 prosent", "58"),
        ("forplantet seg", "plan"),
        ("", "58"),
    ],
)
def test_a_fact_is_not_stated(text: str, fact: str) -> None:
    assert not says(text, fact)


def test_only_the_first_words_count() -> None:
    assert not says("ord " * 250 + "58", "58")


def test_an_empty_alternative_matches_nothing() -> None:
    assert not says("hva som helst", "|")
