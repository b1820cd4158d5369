"""The statements that stand for a study or a chapter."""

from collections.abc import Sequence

import pytest

from assistant.models import SectionKind, Study
from assistant.overview.about import OnTheme, Told
from assistant.overview.quoting import advice_among, advice_of, finding_of, told_among
from assistant.overview.units import Unit
from assistant.reader.roles import Role, Roles
from assistant.statements import Statement
from tests.making.passages import passage, statements

TEXT = "Ordningen ble opprettet i 2013 for unge. Kommunene bør melde inn deltakere hvert år."


def found(*, core: bool, study: Study | None = None) -> OnTheme:
    unit = Unit("r", study, ("Jobbsjansen",), (passage(TEXT),))
    return OnTheme(unit, tuple(Told(one, 0.0, speaks=False) for one in statements(unit.passages[0])), core)


def test_a_chapter_on_the_theme_has_its_first_finding_and_advice_though_they_do_not_say_the_theme() -> None:
    finding, advice = finding_of(found(core=True), None), advice_of(found(core=True), None)
    assert finding and finding.text.startswith("Ordningen")
    assert advice and advice.text.startswith("Kommunene bør")


@pytest.mark.parametrize(
    "one", [found(core=False), found(core=True, study=Study("Mentorer"))], ids=["mention", "study"]
)
def test_a_mention_and_a_study_that_marks_no_findings_have_none(one: OnTheme) -> None:
    assert finding_of(one, None) is None


def _speaking(text: str, study: Study | None = None) -> OnTheme:
    unit = Unit("r", study, ("Tolking",), (passage(text),))
    return OnTheme(unit, tuple(Told(one, 1.0, speaks=True) for one in statements(unit.passages[0])), core=True)


NEEDED = "60 prosent av kommunene bruker tolk. Det er behov for å lære tolkebrukere mer om tolk."


def test_where_a_chapter_recommends_nothing_what_it_calls_for_stands_in() -> None:
    advice = advice_of(_speaking(NEEDED), None)
    assert advice and advice.text.startswith("Det er behov")


def test_a_study_has_only_what_it_recommends() -> None:
    assert advice_of(_speaking(NEEDED, Study("Tolkene")), None) is None


def test_one_statement_is_not_both_finding_and_advice() -> None:
    alone = _speaking("Det er behov for å lære tolkebrukere mer om tolk.")
    assert finding_of(alone, None) and advice_of(alone, None) is None


@pytest.fixture(scope="module")
def roles() -> Roles:
    """The bundled one."""
    return Roles.load()


def test_when_a_report_was_delivered_is_no_recommendation(roles: Roles) -> None:
    text = "Oppdraget ble levert i januar 2017. Staten bør gi kommunene bedre informasjon."
    (passage_,) = (passage(text, kind=SectionKind.RECOMMENDATIONS),)
    said = statements(passage_)
    assert [one.text for one in advice_among(said, roles)] == ["Staten bør gi kommunene bedre informasjon."]
    assert len(advice_among(said, None)) == 2


def test_what_was_found_stands_for_a_study_before_how_it_was_made(roles: Roles) -> None:
    text = (
        "Forskerne sendte skjemaet til 356 kommuner og intervjuet 14 ledere om mentorer. "
        "Seks av ti deltakere med mentor var i arbeid et år etter."
    )
    unit = Unit("r", Study("Mentorer"), ("Mentorer",), (passage(text, kind=SectionKind.FINDINGS),))
    one = OnTheme(unit, tuple(Told(said, 0.5, speaks=True) for said in statements(unit.passages[0])), core=True)
    finding = finding_of(one, roles)
    assert finding and finding.text.startswith("Seks av ti")


class _Aims(Roles):
    """Takes what begins with "Oppdraget" for an aim."""

    def __init__(self) -> None:
        pass

    def likely(self, said: Sequence[Statement], *roles: Role) -> list[float]:
        return [float(one.text.startswith("Oppdraget") and Role.GOAL in roles) for one in said]


def test_what_a_study_is_to_do_does_not_stand_for_what_it_tells() -> None:
    said = statements(
        passage("Oppdraget er å kartlegge bruken av tolk. Kommunene brukte tolk i 38 prosent av samtalene.")
    )
    assert told_among(said, _Aims()) == said[1:]
    assert told_among(said, None) == said
