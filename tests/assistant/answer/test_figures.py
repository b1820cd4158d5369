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


def test_quotes_that_disagree_are_told_where_no_figure_is_asked_for(tmp_path: Path) -> None:
    question = "Hva med skolenes utgifter til svømming som tilskuddet dekket?"
    assert figures_for(evidence(tmp_path, question, [NEWER, OLDER], cited=2)).disagreements
    assert figures_for(evidence(tmp_path, question, [NEWER, OLDER])) == Figures()


def test_two_figures_for_one_year_of_a_series_are_told(tmp_path: Path) -> None:
    other = paragraph("Det ble bygget 15 svømmebasseng i 2022, og 20 i 2024.", "senere")
    (said,) = figures_for(evidence(tmp_path, POOLS, [BUILT, other])).disagreements
    assert all(part in said for part in ("2022", "14", "15"))


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


POOLS = "Hvor mange svømmebasseng ble bygget per år?"
BUILT = paragraph("Det ble bygget 12 svømmebasseng i 2021, 14 i 2022 og 5 så langt i 2023.", "tellingen")


def test_a_part_of_a_year_is_marked(tmp_path: Path) -> None:
    (series,) = figures_for(evidence(tmp_path, POOLS, [BUILT])).series
    assert (series.figures[-1].value, series.figures[-1].counted) == ("5", "så langt")
    assert "Ikke for hele året: 2023 (så langt)." in series.notes


def test_the_whole_year_stands_for_its_part(tmp_path: Path) -> None:
    whole = paragraph("Det ble bygget 14 svømmebasseng i 2022, og 20 i 2023.", "senere")
    (series,) = figures_for(evidence(tmp_path, POOLS, [BUILT, whole])).series
    assert [figure.value for figure in series.figures] == ["12", "14", "20"]


def test_a_table_that_names_no_unit_stands_beside_a_sentence_that_does(tmp_path: Path) -> None:
    table = row("Svømmebasseng bygget", y2015="30", y2016="31")
    kinds = [report("arsmelding", 2016, ReportKind.ANNUAL)]
    found = figures_for(evidence(tmp_path, POOLS, [BUILT, table], cited=2, reports=kinds)).series
    assert {figure.label for series in found for figure in series.figures} == {"2015", "2016", "2021", "2022", "2023"}


def test_a_sentence_gives_a_year_that_a_measure_lacks(tmp_path: Path) -> None:
    other = paragraph("I 2020 ble det bygget 9 svømmebasseng.", "andre")
    (series,) = figures_for(evidence(tmp_path, POOLS, [BUILT, other])).series
    assert [figure.label for figure in series.figures] == ["2020", "2021", "2022", "2023"]


@pytest.mark.parametrize("other", ["I 2020 ble det bygget 9 svømmebasseng utendørs.", "Av disse ble 9 bygget i 2020."])
def test_a_sentence_that_tells_of_a_part_gives_none(tmp_path: Path, other: str) -> None:
    (series,) = figures_for(evidence(tmp_path, POOLS, [BUILT, paragraph(other, "andre")])).series
    assert [figure.label for figure in series.figures] == ["2021", "2022", "2023"]


def test_figures_over_time_are_looked_for_beyond_the_hits(tmp_path: Path) -> None:
    made = evidence(tmp_path, DEVELOPED, [GUESTS, SCHOOLS])
    (series,) = figures_for(replace(made, hits=made.hits[:1], further=made.hits[1:])).series
    assert [figure.value for figure in series.figures] == ["12", "15", "19"]


def test_what_is_counted_is_what_is_asked_for(tmp_path: Path) -> None:
    towns = paragraph("133 kommuner hadde svømmebasseng i 2022, og 187 kommuner i 2021.")
    assert figures_for(evidence(tmp_path, "Hvor mange svømmebasseng var det i 2021 og 2022?", [towns])).series == ()
    assert figures_for(evidence(tmp_path, "Hvor mange kommuner hadde svømmebasseng i 2021?", [towns])).series


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
