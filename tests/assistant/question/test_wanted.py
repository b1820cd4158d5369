"""What kind of answer a question asks for."""

import pytest

from assistant.models import SectionKind
from assistant.question import Names, Wanted, understand, wanted
from assistant.question.wanted import asks_who_studied
from tests.making.manifests import SHELF


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Hva anbefales om tolk?", Wanted.RECOMMENDATIONS),
        ("Kva tilrår dei kommunane? Kva er tilrådd?", Wanted.RECOMMENDATIONS),
        ("What should municipalities do?", Wanted.RECOMMENDATIONS),
        ("Hvor mange ble bosatt?", Wanted.FIGURE),
        ("Kor stor del av kommunane?", Wanted.FIGURE),
        ("How many were settled?", Wanted.FIGURE),
        ("Hvem gjennomførte studien?", Wanted.WHO),
        ("Kven skreiv rapporten?", Wanted.WHO),
        ("Hva fant de om tolk?", Wanted.FINDINGS),
        ("Why did it fail?", Wanted.FINDINGS),
        ("Hva er forskjellen på rapportene om tolk?", Wanted.COMPARISON),
        ("Kva for rapportar handlar om tolk?", Wanted.LIST),
        ("Hvilke prosjekter handler om barn?", Wanted.LIST),
        ("Gi en oversikt over bosetting", Wanted.OVERVIEW),
        ("Tell me about settlement", Wanted.OVERVIEW),
        ("Er tolkene kvalifiserte?", Wanted.YES_NO),
        ("tolk", Wanted.ANYTHING),
    ],
)
def test_what_is_wanted_most(typed: str, kind: Wanted) -> None:
    assert wanted(typed) is kind


@pytest.mark.parametrize(
    "typed",
    [
        "Hvor mange ble bosatt i 2016 og 2017?",
        "Har andelen gått opp?",
        "Kor mange fleire i 2017 enn i 2016?",
        "Hva sier årsrapporten for 2017 og kommuneundersøkelsen for 2023 om tolk?",
    ],
)
def test_a_comparison_is_seen_beside_what_is_wanted_most(typed: str) -> None:
    assert understand(typed, names=Names(SHELF)).compares


@pytest.mark.parametrize("typed", ["Hvor mange ble bosatt i 2017?", "Hva fant Fafo?", "tolk"])
def test_one_year_and_one_name_are_no_comparison(typed: str) -> None:
    assert not understand(typed, names=Names(SHELF)).compares


def test_findings_and_recommendations_have_sections_of_their_own() -> None:
    assert {kind.section for kind in Wanted} == {None, SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS}


@pytest.mark.parametrize(
    "typed",
    ["hvem skrev om Jobbsjansen", "Kven har forska på tolk?", "Hvilke forskere så på bolig?", "who wrote about work?"],
)  # fmt: skip
def test_who_has_written_on_something_asks_for_all_who_did(typed: str) -> None:
    assert asks_who_studied(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Hvem skrev rapporten om tolk?",
        "Hvem er målgruppen?",
        "Hvilke forskere fant at barn og unge har det bedre enn foreldrene i små kommuner?",
    ],
)
def test_who_made_one_report_asks_for_one(typed: str) -> None:
    assert not asks_who_studied(typed)
