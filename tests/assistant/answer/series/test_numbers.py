"""Figures and years in a text: what counts something, and what does not."""

import pytest

from assistant.answer.series.numbers import COUNT, DURATION, MONEY, PERCENT, counted, is_range, numbers, years


@pytest.mark.parametrize(
    ("text", "value", "kind", "noun"),
    [
        ("Hele 12,5 prosent svarte.", 12.5, PERCENT, "prosent"),
        ("Hele 12 % svarte.", 12, PERCENT, "prosent"),
        ("Det var 15 291 flyktninger.", 15291, COUNT, "flyktninger"),
        ("De fikk 3.000 timer.", 3000, DURATION, "timer"),
        ("Det kostet 1 234,56 kroner.", 1234.56, MONEY, "kroner"),
        ("Det kostet 1\u00a0234,56 kroner.", 1234.56, MONEY, "kroner"),
        ("Det kostet 1\u2009234\u2009567,8 kroner.", 1234567.8, MONEY, "kroner"),
        ("Det var 12\u2009158 flyktninger.", 12158, COUNT, "flyktninger"),
        ("Det kostet 1.234,56 kroner.", 1234.56, MONEY, "kroner"),
        ("Det kostet 829 millioner kroner.", 829, MONEY, "millioner kroner"),
        ("Det kostet kr 1 200.", 1200, MONEY, "kroner"),
        ("Det falt 20 millimeter nedbør.", 20, COUNT, "millimeter"),
        ("De fikk 20 millionærer.", 20, COUNT, "millionærer"),
        ("Det var 20 mill. innbyggere.", 20, COUNT, "mill."),
        ("Kvinnene har 20 prosentstillinger.", 20, COUNT, "prosentstillinger"),
        ("Om 20 tusenlapper er igjen.", 20, COUNT, "tusenlapper"),
        ("Hele 12.5 prosent svarte.", 12.5, PERCENT, "prosent"),
        ("Det kostet 2.5 mill. kr.", 2.5, MONEY, "millioner kroner"),
        ("I snitt fikk hver kvinne 1,725 barn.", 1.725, COUNT, "barn"),
        ("About 20 per cent answered.", 20, PERCENT, "prosent"),
        ("There were 20 million refugees.", 20, COUNT, "million"),
        ("There were 1,234 refugees.", 1234, COUNT, "refugees"),
        ("There were 1,234,567 people.", 1234567, COUNT, "people"),
        ("On average 1,250.5 percent", 1250.5, PERCENT, "prosent"),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, value: float, kind: str, noun: str) -> None:
    (number,) = numbers(text)
    assert (number.value, number.kind, number.noun) == (value, kind, noun)


@pytest.mark.parametrize(
    "text",
    [
        "Se figur 9 og tabell 3.",
        "Ordningen varer i perioden 2015–2018.",
        "Andelen økte med 4 prosentpoeng.",
        "Andelen økte med 4 prosentenheter.",
        "The share rose by 4 percentage points.",
        "Se 2.5 Funn.",
        "Dette er omtalt (SSB, 2024).",
        "Møtet var 21. oktober.",
        "Se rapport 2016:5.",
        "Utvalget er lite (n=63).",
    ],
)
def test_what_names_something_or_tells_a_change_is_no_figure(text: str) -> None:
    assert numbers(text) == []


def test_a_figure_that_is_about_so_much_is_written_so() -> None:
    assert numbers("Det er om lag 20 prosent.")[0].text == "om lag 20 prosent"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fra 2016 til 2017", [2016, 2017]),
        ("Per 31.12.2017 var det få.", [2017]),
        ("i perioden 2015-2018", []),
        ("Siden 2022 har det økt.", []),
        ("(SSB, 2024)", []),
        ("2 838 i 2017", [2017]),
        ("2020 kroner", []),
    ],
)
def test_years_are_those_that_a_figure_may_be_for(text: str, found: list[int]) -> None:
    assert [year.year for year in years(text)] == found


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Per september 2024 var det få.", "per september"),
        ("Per 30.09.2024 var det få.", "30.09."),
        ("I første halvår av 2024 var det få.", "første halvår"),
        ("Så langt i 2024 er det få.", "så langt"),
        ("I 1. tertial 2024 var det få.", "1. tertial"),
        ("I 2024 (per oktober) var det få.", "per oktober"),
        ("I mai 2024 var det få.", "mai"),
        ("So far in 2024 there are few.", "so far"),
        ("Per 31.12.2024 var det få.", ""),
        ("Fra 2024 til mars 2025 var det få.", ""),
        ("I 2024, første halvår 2025 og senere var det få.", ""),
    ],
)
def test_a_year_that_was_not_over_says_so(text: str, part: str) -> None:
    assert years(text)[0].part == part


def test_who_was_counted_is_told_where_the_text_tells() -> None:
    assert counted("32 % (98 av 304 kommuner)") == "98 av 304 kommuner"


@pytest.mark.parametrize("text", ["mellom 60 og 63 prosent", "henholdsvis 48 og 50 prosent", "20-30 prosent"])
def test_figures_that_go_together_are_no_single_ones(text: str) -> None:
    assert is_range(text)
