"""Measures from sentences."""

import pytest

from assistant.answer.series.sentences import sentence_lines
from tests.making.evidence import paragraph


def figures(text: str) -> list[list[tuple[int, str]]]:
    return [[(value.year, value.text) for value in line.values] for line in sentence_lines(paragraph(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Andelen bosatte økte fra 43 prosent i 2016 til 62 prosent i 2017.",
            [(2016, "43 prosent"), (2017, "62 prosent")],
        ),
        ("Tilskuddet dekket 95,2 prosent i 2017, mot 92,3 i 2016.", [(2016, "92,3"), (2017, "95,2 prosent")]),
        ("I 2019 likte 86 prosent kurset, mot kun 70 prosent i 2018.", [(2018, "70 prosent"), (2019, "86 prosent")]),
        (
            "I 2015 ble 51 prosent bosatt, i 2016 økte andelen til 81 prosent.",
            [(2015, "51 prosent"), (2016, "81 prosent")],
        ),
        ("Søkere: 12 i 2014, 14 i 2015 og 19 i 2016.", [(2014, "12"), (2015, "14"), (2016, "19")]),
    ],
)
def test_a_sentence_that_ties_each_figure_to_its_year_is_a_measure(text: str, found: list[tuple[int, str]]) -> None:
    assert figures(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Det er lavere enn i 2016 (15 291), og på nivå med 2015 (11 342).",
        "I 2017 var det 71 prosent i del A, og 58 prosent i del C.",
        "Antallet skulle økes fra 1 120 i 2015 til 8 000 i 2017.",
        "Henholdsvis 48 og 50 prosent svarte dette i 2016 og 2017.",
        "Tallene var 12 prosent i 2015 og 14 prosent i 2016.",
        "I 2016 søkte 80 kommuner, og 12 prosent fikk midler i 2017.",
        "Tallene fra 2014 (12 prosent) og 2015 (26 prosent) hører ikke til samme serie.",
    ],
)
def test_a_sentence_that_leaves_doubt_is_none(text: str) -> None:
    assert figures(text) == []


def test_the_same_again_for_an_earlier_year_is_tied_to_the_sentence_before() -> None:
    text = "63 prosent mener at løsningene er gode. Dette er en nedgang fra 2018 hvor 73 prosent svarte det samme."
    assert figures(text) == [[(2018, "73 prosent"), (2020, "63 prosent")]]


def test_a_year_that_is_the_reports_own_is_not_stated() -> None:
    text = "63 prosent mener at løsningene er gode. Dette er en nedgang fra 2018 hvor 73 prosent svarte det samme."
    (line,) = sentence_lines(paragraph(text))
    assert [value.is_stated for value in line.values] == [True, False]


def test_two_sentences_that_are_not_alike_are_not_tied() -> None:
    assert figures("63 prosent mener at løsningene er gode. I 2018 hadde 73 prosent av skolene egne lærere.") == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Andelen som ble bosatt, økte fra 43 prosent i 2016 til 62 prosent i 2017.", "Andelen som ble bosatt"),
        (
            "Videre går det frem at bruken av tolk har økt fra 30 prosent i 2016 til 38 prosent i 2017.",
            "Bruken av tolk",
        ),
        (
            "Tilskuddet dekket 95 prosent av utgiftene i 2017, mot 92 i 2016.",
            "Tilskuddet dekket … prosent av utgiftene",
        ),
    ],
)
def test_a_measure_is_named_in_the_reports_words_without_its_figures(text: str, measure: str) -> None:
    (line,) = sentence_lines(paragraph(text))
    assert line.measure == measure


def test_every_statement_stands_verbatim_in_its_passage() -> None:
    passage = paragraph("Innledning.\n• Andelen bosatte økte fra 43 prosent i 2016 til 62 prosent i 2017.")
    (line,) = sentence_lines(passage)
    one = line.values[0].statement
    assert passage.text[one.start : one.end] == one.text
