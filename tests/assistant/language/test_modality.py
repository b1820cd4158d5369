"""Advice, denials and plain statements."""

import pytest

from assistant.language.modality import advises, asks, calls_for, modality, recommends

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


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("Ordningen bør avvikles.", ""),
        ("Prøveforbundet foreslår en ny ordning.", ""),
        ("Vi ber om en ny ordning.", ""),
        ("Derfor ber Prøveforbundet utvalget om å vurdere ordningen.", ""),
        ("Me tilrår at ordninga blir avvikla.", ""),
        ("Forbundet føreslår ei ny ordning.", ""),
        ("Prøveforbundet mener at kommunene bør få mer.", ""),
        ("Det er kommunen som bør lede arbeidet.", ""),
        ("The scheme should be ended.", ""),
        ("The council recommends a new scheme.", ""),
        ("innføres en ny ordning", "Det bør derfor:"),
        ("en ny ordning", "Vi ber utvalget om:"),
    ],
)
def test_proposals_are_known_in_any_document(said: str, lead: str) -> None:
    assert recommends(said, lead)
    assert asks(said, lead)


@pytest.mark.parametrize(
    "said",
    [
        "Anbefalingene i rapporten bygger på intervjuer.",
        "Prosessen munnet ut i flere konkrete anbefalinger.",
        "De fant kommuner som bør følges opp.",
        "Bør ordningen avvikles?",
        "Pasientene ber om hjelp.",
        "Kommunen må gi 600 timer.",
        PLAIN,
    ],
)
def test_what_only_tells_of_advice_recommends_nothing(said: str) -> None:
    assert not recommends(said)


@pytest.mark.parametrize(
    "said",
    [
        "Ordningen må styrkes.",
        "Prøveforbundet mener at kommunene må få mer.",
        "Vi ønsker at ordningen blir fast.",
        "Tenestene må bli betre for alle.",
        "The services must be improved.",
    ],
)
def test_what_must_be_done_is_asked_for_in_a_letter(said: str) -> None:
    assert asks(said)
    assert not recommends(said)


@pytest.mark.parametrize(
    "said", ["Pasientene må ofte vente.", "De må betale selv.", "Det er mange som må reise.", PLAIN]
)
def test_what_persons_must_do_is_told_in_a_letter_too(said: str) -> None:
    assert not asks(said)


@pytest.mark.parametrize(
    "said",
    [
        "Hvor mange elever Prøveforbundet ber skolen om å ta imot, er bestemt av staten.",
        "Skolenes krav varierer, både i antall og i hvilken utdanning elevene bør ha.",
    ],
)
def test_a_question_told_of_within_a_statement_proposes_nothing(said: str) -> None:
    assert not recommends(said)


@pytest.mark.parametrize(
    "said",
    [
        "Det er behov for å følge opp elevene også etter kurset.",
        "Det må kartlegges så tidlig som mulig hva den enkelte trenger.",
        "Flere respondenter ønsker seg en fast kontaktperson.",
        "Kommunene etterspør et digitalt kurs.",
        "IMDi vil i årene fremover prioritere innsats for arbeid.",
        "Vi skal fortsette å utvikle tjenestene.",
    ],
)
def test_needs_wishes_and_plans_call_for_something(said: str) -> None:
    assert calls_for(said) and not recommends(said)


@pytest.mark.parametrize(
    "said",
    [
        PLAIN,
        "Kommunene ønsker å bosette flere.",
        "Det må understrekes at antallet er høyere.",
        "Rett til kurset betyr at staten må betale det.",
        "Prosjektet går ut på å prøve ut modeller som vi skal legge til grunn.",
        "Er det behov for å følge opp elevene?",
    ],
)
def test_facts_rules_and_own_wishes_call_for_nothing(said: str) -> None:
    assert not calls_for(said)
