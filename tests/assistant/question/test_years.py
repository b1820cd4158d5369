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
        ("Utviklingen fra 2018 og fram til 2023", "2018 2019 2023"),
    ],
)
def test_open_spans_lean_on_what_the_reports_cover(typed: str, found: str) -> None:
    assert years(typed, COVERED) == tuple(found.split())


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
        ("Hvor mange jobbet året før?", ()),
        ("Hvem ble valgt i 2015 noen år etter?", ("2015",)),
        ("Hvor mange av dem som sluttet i 2016 var i jobb ett år etter avsluttet program?", ("2016",)),
    ],
)
def test_a_year_beside_a_named_one_is_meant_too(question: str, meant: tuple[str, ...]) -> None:
    assert years(question) == meant
