"""The figures of an answer, from passages of our own."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer.figures import Figures, figures_for
from assistant.models import ReportKind
from tests.making.evidence import evidence, paragraph, report, row

SCHOOLS = row("Antall skoler med svømmebasseng", y2015="12", y2016="15", y2018="19")
GUESTS = row("Antall gjester på sommerfesten", y2015="100", y2016="120", y2018="140")
OLDER = paragraph(
    "Tilskuddet dekket 90 prosent av skolenes utgifter til svømming i 2016, mot 80 i 2015.", "eldre", 2016
)
NEWER = paragraph(
    "Tilskuddet dekket 99 prosent av skolenes utgifter til svømming i 2017, mot 92 i 2016.", "nyere", 2017
)
COVERED = "Hvor stor andel av skolenes utgifter til svømming dekket tilskuddet i 2015, 2016 og 2017?"
DEVELOPED = "Hvordan har antall skoler med svømmebasseng utviklet seg?"


def test_a_development_is_lined_up_by_year(tmp_path: Path) -> None:
    (series,) = figures_for(evidence(tmp_path, DEVELOPED, [SCHOOLS, GUESTS])).series
    assert [(figure.label, figure.value) for figure in series.figures] == [
        ("2015", "12"),
        ("2016", "15"),
        ("2018", "19"),
    ]


def test_years_in_between_that_are_missing_are_named(tmp_path: Path) -> None:
    (series,) = figures_for(evidence(tmp_path, DEVELOPED, [SCHOOLS])).series
    assert "Fant ikke tall for 2017." in series.notes


@pytest.mark.parametrize(
    "question",
    [
        "Hva anbefales skoler med svømmebasseng?",
        "Hvorfor har skoler svømmebasseng?",
        "Hvem eier skoler med svømmebasseng?",
        "Hva er en skole med svømmebasseng?",
    ],
)
def test_a_question_that_wants_no_figures_gets_none(tmp_path: Path, question: str) -> None:
    assert figures_for(evidence(tmp_path, question, [SCHOOLS])).series == ()


def test_a_measure_that_is_not_asked_for_is_not_shown(tmp_path: Path) -> None:
    assert figures_for(evidence(tmp_path, DEVELOPED, [GUESTS])).series == ()


def test_shares_do_not_answer_a_question_for_numbers(tmp_path: Path) -> None:
    shares = row("Andel skoler med svømmebasseng", y2015="12 %", y2016="15 %")
    assert figures_for(evidence(tmp_path, "Hvor mange skoler har svømmebasseng?", [shares])).series == ()


def test_another_group_than_the_one_asked_for_is_not_shown(tmp_path: Path) -> None:
    question = "Hvor mange kvinner brukte svømmebasseng fra 2015 til 2016?"
    men = row("Menn som brukte svømmebasseng", y2015="12", y2016="15")
    assert figures_for(evidence(tmp_path, question, [men])).series == ()


@pytest.fixture
def joined(tmp_path: Path) -> Figures:
    """The figures of two reports that measure the same, the first of which the answer cites."""
    return figures_for(evidence(tmp_path, COVERED, [NEWER, OLDER]))


def test_the_same_measure_of_two_reports_is_one_series(joined: Figures) -> None:
    assert [figure.label for figure in joined.series[0].figures] == ["2015", "2016", "2016", "2017"]


def test_each_figure_has_the_citation_that_it_stands_in(joined: Figures) -> None:
    quotes = {1: NEWER.text} | {citation.n: citation.quote for citation in joined.added}
    assert all(figure.value in quotes[figure.citation] for figure in joined.series[0].figures)


def test_citations_go_on_where_the_answers_end(joined: Figures) -> None:
    assert [(citation.n, citation.quote) for citation in joined.added] == [(2, OLDER.text)]


def test_two_sources_that_disagree_are_both_named(joined: Figures) -> None:
    (said,) = joined.disagreements
    assert all(part in said for part in ("2016", "90 prosent", "92", "Eldre", "Nyere"))


def test_reports_of_different_kinds_are_not_one_series(tmp_path: Path) -> None:
    kinds = [report("eldre", 2016, ReportKind.ANNUAL), report("nyere", 2017, ReportKind.SURVEY)]
    found = figures_for(evidence(tmp_path, COVERED, [NEWER, OLDER], reports=kinds))
    assert [len(series.figures) for series in found.series] == [2, 2]
    assert all(
        "Rapportene bruker ulik ordlyd. Seriene er ikke nødvendigvis sammenlignbare." in s.notes for s in found.series
    )


def test_other_numbers_of_respondents_are_told(tmp_path: Path) -> None:
    shares = row("Andel skoler med svømmebasseng", y2015="12 % (24 av 203 skoler)", y2016="15 % (40 av 260 skoler)")
    (series,) = figures_for(evidence(tmp_path, "Hvor stor andel av skoler har svømmebasseng?", [shares])).series
    assert "Det er ikke like mange som har svart hvert år." in series.notes


@pytest.mark.parametrize("figure", ["om lag 90 prosent", "90 prosent"])
def test_figures_that_agree_are_no_disagreement(tmp_path: Path, figure: str) -> None:
    same = paragraph(
        f"Tilskuddet dekket {figure} av skolenes utgifter til svømming i 2016, mot 80 i 2014.", "annen", 2018
    )
    assert figures_for(evidence(tmp_path, COVERED, [OLDER, same])).disagreements == ()


def test_a_rounded_figure_agrees_with_the_exact_one(tmp_path: Path) -> None:
    exact = paragraph("Skolene søkte om 28 067 svømmetimer til elevene i Oslo i 2016.", "nøye", 2016)
    rounded = paragraph("Skolene søkte om ca. 28 000 svømmetimer til elevene i Oslo i 2016.", "rundt", 2016)
    question = "Hvor mange svømmetimer søkte skolene om til elevene i Oslo i 2016?"
    assert figures_for(evidence(tmp_path, question, [exact, rounded])).disagreements == ()


def test_a_summary_and_a_chapter_that_disagree_are_both_named(tmp_path: Path) -> None:
    summary = paragraph(
        "20 prosent av skolene har egne planer og tiltak for svømming blant elevene.", path=("Sammendrag",)
    )
    chapter = paragraph("Figur 9 viser at 19 prosent av skolene har egne planer og tiltak for svømming blant elevene.")
    question = "Hvor stor andel av skolene har planer for svømming?"
    (said,) = figures_for(evidence(tmp_path, question, [summary, chapter])).disagreements
    assert "20 prosent (Rapport, «Sammendrag» [1])" in said


@pytest.mark.parametrize(
    "other",
    [
        "19 prosent av skolene har ikke egne planer og tiltak for svømming blant elevene.",
        "19 prosent av kvinnene har egne planer og tiltak for svømming blant elevene.",
        "I 2014 hadde 19 prosent av skolene egne planer og tiltak for svømming blant elevene.",
        "19 prosent av barnehagene har bil.",
    ],
)
def test_another_group_year_or_question_is_no_disagreement(tmp_path: Path, other: str) -> None:
    first = paragraph("20 prosent av skolene har egne planer og tiltak for svømming blant elevene.")
    question = "Hvor stor andel av skolene har planer for svømming?"
    assert figures_for(evidence(tmp_path, question, [first, paragraph(other)])).disagreements == ()


def test_shares_that_disagree_are_left_out_where_a_sum_is_asked_for(tmp_path: Path) -> None:
    question = "Hvor mye penger til svømming og skolenes utgifter ga tilskuddet i 2016?"
    assert figures_for(evidence(tmp_path, question, [NEWER, OLDER])).disagreements == ()


def test_two_rows_of_one_table_are_never_one_series(tmp_path: Path) -> None:
    rows = [
        row(f"Skoler med svømmebasseng, {which}", y2015=first, y2016="9")
        for which, first in (("by", "1"), ("bygd", "2"))
    ]
    found = figures_for(evidence(tmp_path, DEVELOPED, rows, cited=2)).series
    assert [len(series.figures) for series in found] == [2]


def test_a_part_is_not_shown_for_the_whole(tmp_path: Path) -> None:
    part = row("Herav kvinner", y2015="12", y2016="15")
    found = figures_for(evidence(tmp_path, "Hvordan har tema utviklet seg?", [part]))
    assert found.series == ()


def test_the_total_is_looked_up_where_search_found_parts_alone(tmp_path: Path) -> None:
    part, total = row("Herav kvinner", y2015="12", y2016="15"), row("I alt", y2015="30", y2016="40")
    made = evidence(tmp_path, "Hvordan har tema utviklet seg?", [part])
    (series,) = figures_for(replace(made, table=lambda _: [part, total])).series
    assert [figure.value for figure in series.figures] == ["30", "40"]


@pytest.mark.parametrize("question", ["Hva anbefales skoler med svømmebasseng?", DEVELOPED])
def test_an_answer_that_cites_nothing_has_no_figures(tmp_path: Path, question: str) -> None:
    assert figures_for(evidence(tmp_path, question, [SCHOOLS], cited=0)) == Figures()


_MEASURES = (
    ("kontakt", "92", "91"),
    ("fysisk kontakt", "86", "88"),
    ("digital kontakt", "60", "59"),
)


@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize("asked", ["fysisk", "digital"])
def test_measures_side_by_side_in_one_place_do_not_disagree(tmp_path: Path, between: str, asked: str) -> None:
    told = between.join(
        f"I 2023 hadde {new} prosent av elevene {what} med skolens svømmelærere, mot {old} prosent i 2022."
        for what, new, old in _MEASURES
    )
    question = f"Hvor stor andel av elevene hadde {asked} kontakt med skolens svømmelærere i 2022 og 2023?"
    found = figures_for(evidence(tmp_path, question, [paragraph(told, "kartlegging", 2023)]))
    assert found.disagreements == ()
    for series in found.series:
        assert len({figure.label for figure in series.figures}) == len(series.figures)
