"""Where Norwegian sentences end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language.sentences import split_sentences


def split(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Det gjelder bl.a. Oslo og Bergen.",
        "Ordningen koster ca. 40 millioner kroner.",
        "Vi viser til jf. kap. 3 i loven.",
        "Kommunene, dvs. Oslo og Bergen, svarte.",
        "Tallet er hentet fra St.meld. nr. 30 om integrering.",
        "Det viser evalueringen (Djuve et al. 2017), som er ny.",
        "Som oppfølging av Meld. St. 30 kom en plan.",
        "Prosjektleder var J. Hansen ved instituttet.",
        "Det kostet 12 mill. Kroner ble spart.",
        "Andre tilbud, f.eks. Jobbsjansen, nevnes ofte.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Loven gjelder fra den 15. januar 2016.",
        "1. Kommunen bør bosette flere.",
        "Dette gjelder deltakere i 3. tertial.",
        "Møtet var kl. 10.30 den 2. Mai i år.",
    ],
)
def test_an_ordinal_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Andelen var 10 prosent i 2016. I 2017 var den 12.", "Andelen var 10 prosent i 2016."),
        ("Kommunene bosatte til sammen 11. Resten ventet.", "Kommunene bosatte til sammen 11."),
        ("Det deltok i alt 3 000. Resten ventet.", "Det deltok i alt 3 000."),
        ("Hva fant de? De fant lite.", "Hva fant de?"),
        ("Han sa: «Vi venter.» Så gikk han.", "Han sa: «Vi venter.»"),
        ("De fant lite (se kapittel 3). Resten er ukjent.", "De fant lite (se kapittel 3)."),
        ("Vi vet ikke… Kanskje senere.", "Vi vet ikke…"),
    ],
)
def test_a_sentence_ends_where_the_next_begins(text: str, first: str) -> None:
    assert split(text) == [first, text[len(first) + 1 :]]


def test_a_quoted_question_inside_a_sentence_ends_nothing() -> None:
    assert len(split("«Hvor skal vi bo?» spurte mange av dem.")) == 1


def test_a_line_break_parts_sentences() -> None:
    assert split("Første linje\nAndre linje") == ["Første linje", "Andre linje"]


def test_nothing_is_no_sentence() -> None:
    assert split(" \n ") == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB1 .!?…»)\n\u00a0æ", max_size=60))
def test_every_sentence_stands_where_it_says(text: str) -> None:
    assert all(text[s.start : s.start + len(s.text)] == s.text for s in split_sentences(text))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB1 .!?…»)\n\u00a0æ", max_size=60))
def test_nothing_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
