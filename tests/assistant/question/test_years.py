"""The years that a question is about."""

import pytest

from assistant.question import Names, understand, years
from tests.making.manifests import SHELF

COVERED = Names(SHELF).years  # 2017, 2018, 2019, 2023


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Hvor mange ble bosatt i 2017?", "2017"),
        ("Hvor mange ble bosatt i 2017, mot 2016?", "2016 2017"),
        ("Utviklingen fra 2015 til 2018", "2015 2016 2017 2018"),
        ("Utviklinga frå 2015 til 2018", "2015 2016 2017 2018"),
        ("bosetting 2015–2017", "2015 2016 2017"),
        ("strategien (2015-2017)", "2015 2016 2017"),
        ("from 2015 to 2017", "2015 2016 2017"),
        ("Hva kostet 20170 kroner?", ""),
        ("6–8 år", ""),
    ],
)
def test_years_that_are_named(typed: str, found: str) -> None:
    assert years(typed) == tuple(found.split())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Hva er funnet siden 2018?", "2018 2019 2023"),
        ("Kva er funne sidan 2018?", "2018 2019 2023"),
        ("What was found since 2018?", "2018 2019 2023"),
        ("Hva ble sagt før 2018?", "2017 2018"),
        ("Hva er funnet de siste årene?", "2021 2022 2023"),
        ("Kva er funne dei siste fem åra?", "2019 2020 2021 2022 2023"),
        ("What was found in recent years?", "2021 2022 2023"),
        ("de siste to årene", "2022 2023"),
        ("de siste sju årene", "2017 2018 2019 2020 2021 2022 2023"),
        ("dei siste åtte åra", "2016 2017 2018 2019 2020 2021 2022 2023"),
        ("the last twelve years", "2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023"),
        ("de siste 4 årene", "2020 2021 2022 2023"),
        ("de siste ² årene", "2021 2022 2023"),
        ("Utviklingen fra 2018 og fram til 2023", "2018 2019 2023"),
    ],
)
def test_open_spans_lean_on_what_the_reports_cover(typed: str, found: str) -> None:
    assert years(typed, COVERED) == tuple(found.split())


@pytest.mark.parametrize("count", ["30", "femti", "30000", "999999999", "9" * 30])
def test_more_years_than_can_be_told_one_by_one_are_those_of_the_reports(count: str) -> None:
    assert years(f"Hva er funnet de siste {count} årene?", COVERED) == ("2017", "2018", "2019", "2023")


def test_of_a_long_span_the_years_of_the_reports_and_its_ends_are_meant() -> None:
    assert years("Utviklingen fra 1950 til 2099", COVERED) == ("1950", "2017", "2018", "2019", "2023", "2099")


def test_without_reports_an_open_span_has_the_year_it_names() -> None:
    assert years("Hva er funnet siden 2018?") == ("2018",)


def test_a_question_has_the_years_of_its_span() -> None:
    assert understand("Hva er funnet siden 2018?", names=Names(SHELF)).years == ("2018", "2019", "2023")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Hvor mange innsynskrav kom i 2017, mot året før?", ("2016", "2017")),
        ("Kor mange vart busette i 2016 og året etter?", ("2016", "2017")),
        ("How many were settled in 2017, and the year before?", ("2016", "2017")),
        ("Hvor mange har planer i 2023, og hvor mange hadde det to år før?", ("2021", "2023")),
        ("Hva var tallet i 2018 mot foregående år?", ("2017", "2018")),
        ("Og året før (2016)?", ("2016",)),
        ("Hvor mange har planer i 2023, og hvor mange hadde det 2 år før?", ("2021", "2023")),
        ("Hvor mange har planer i 2023, og hvor mange hadde det 99999 år før?", ("2023",)),
        ("Hvor mange jobbet året før?", ()),
        ("Hvem ble valgt i 2015 noen år etter?", ("2015",)),
        ("Hvor mange av dem som sluttet i 2016 var i jobb ett år etter avsluttet program?", ("2016",)),
    ],
)
def test_a_year_beside_a_named_one_is_meant_too(question: str, meant: tuple[str, ...]) -> None:
    assert years(question) == meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Hvor mange tolker mangler kommunene i dag?", True),
        ("Hva sier de siste tallene om tolk?", True),
        ("How many interpreters are there currently?", True),
        ("Hvor mange tolker mangler det nå?", True),
        ("Hvordan kan kommunene nå målet?", False),
        ("Hva er status i dag, mot 2016?", False),
        ("Hva hjelper de siste deltakerne?", False),
    ],
)
def test_how_things_are_now_is_asked_in_words(typed: str, told: bool) -> None:
    assert understand(typed).asks_of_now is told
