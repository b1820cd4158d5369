"""Overviews and lists over the three small reports."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.filters import Filters
from assistant.models import LookedThrough, Request
from assistant.overview.answering import looked_said
from assistant.settings import Settings
from ingest.api import ingest
from tests.assistant.overview.conftest import Ask, asking


def test_a_study_on_the_theme_has_its_finding_and_its_recommendation(ask: Ask) -> None:
    row = next(row for row in ask(Request.OVERVIEW, "oversikt over alt om norskopplæring").rows if row.core)
    assert (row.document, row.year) == ("norsk-2019", 2019)
    assert row.finding and "norskopplæring" in row.finding.quote
    assert row.recommendation and "bør" in row.recommendation.quote


def test_every_quote_stands_in_its_passage(ask: Ask) -> None:
    answer = ask(Request.OVERVIEW, "norskopplæring og bolig")
    quoted = [part for one in answer.citations for part in one.quote.split(" … ")]
    texts = " ".join(one.passage.text.replace("\n", " ") for one in answer.citations)
    assert quoted and all(part in texts for part in quoted)


def test_what_only_mentions_the_theme_is_in_with_a_quote_or_not_at_all(ask: Ask) -> None:
    rows = ask(Request.OVERVIEW, "alt om kommunene, tolk, språk og bustad").rows
    assert rows and all(row.core or row.cited for row in rows)


def test_what_is_about_the_theme_comes_first_the_newest_before_the_others(ask: Ask) -> None:
    rows = ask(Request.OVERVIEW, "alt om tolk, norskopplæring og bustad").rows
    assert {row.year for row in rows} == {2019, 2021, 2022}
    assert list(rows) == sorted(rows, key=lambda row: (not row.core, -(row.year or 0)))


def test_the_same_request_gives_the_same_rows(ask: Ask) -> None:
    first, second = (ask(Request.OVERVIEW, "hva sier rapportene om kommunene?").rows for _ in range(2))
    assert first == second


def test_it_says_how_much_was_gone_through(ask: Ask) -> None:
    looked = ask(Request.OVERVIEW, "tolk").looked_through
    assert looked and (looked.reports, looked.studies) == (3, 0)
    assert looked.statements > 10


def test_filters_hold(ask: Ask) -> None:
    answer = ask(Request.OVERVIEW, "alt om kommunene", filters=Filters(documents=("bustad-2022",)))
    assert {row.document for row in answer.rows} == {"bustad-2022"}
    assert answer.looked_through and answer.looked_through.reports == 1


def test_a_year_in_the_request_narrows_it(ask: Ask) -> None:
    rows = ask(Request.OVERVIEW, "alt om kommunene fra 2019").rows
    assert {row.document for row in rows} == {"norsk-2019"}


def test_a_list_of_recommendations_has_each_as_a_row(ask: Ask) -> None:
    rows = ask(Request.LIST, "alle anbefalinger om tolk").rows
    assert len(rows) > 0 and all(row.quote and row.finding is None for row in rows)
    assert all("bør" in row.quote.quote for row in rows if row.quote)


def test_a_list_of_what_someone_made_has_their_studies(of_studies: Ask) -> None:
    rows = of_studies(Request.LIST, "Hvilke studier har Testsenteret levert?").rows
    assert [row.study for row in rows if row.study] == ["Mentorer for innvandrere"]
    assert rows[0].by == "Testsenteret"


def test_a_list_of_what_is_not_finished_has_the_studies_without_findings(of_studies: Ask) -> None:
    rows = of_studies(Request.LIST, "Hvilke prosjekter i FoU-prosjekter 2020 har ingen funn ennå?").rows
    assert [row.study for row in rows] == ["Svømmekurs for voksne"]


def test_a_list_of_what_recommends_nothing_has_the_studies_without_recommendations(of_studies: Ask) -> None:
    rows = of_studies(Request.LIST, "Hvilke studier i FoU-prosjekter 2020 har ingen anbefalinger?").rows
    assert [row.study for row in rows] == ["Sykkelopplæring i skolen", "Svømmekurs for voksne"]


def test_a_list_of_what_a_report_recommends_needs_no_theme(of_studies: Ask) -> None:
    rows = of_studies(Request.LIST, "List opp alle anbefalinger i FoU-prosjekter 2020").rows
    assert [row.quote.quote[:19] for row in rows if row.quote] == ["Kommunene bør gi me", "Kommunene bør ha en"]


def test_a_list_of_wishes_has_what_is_wished_for(of_studies: Ask) -> None:
    rows = of_studies(Request.LIST, "List opp alt de ønsker i FoU-prosjekter 2020").rows
    assert [row.quote.quote for row in rows if row.quote] == [
        "Utleierne ønsker at kommunen stiller garanti for husleien."
    ]


def test_all_that_someone_made_are_studies_however_it_is_asked_for(of_studies: Ask) -> None:
    rows = of_studies(Request.LIST, "Kan du liste opp alt Testsenteret har laget?").rows
    assert "Mentorer for innvandrere" in [row.study for row in rows]
    assert all(row.quote is None for row in rows)


def test_where_nothing_is_said_of_what_is_left_all_that_someone_made_is_in(of_studies: Ask) -> None:
    rows = of_studies(Request.LIST, "Hvilke rapporter kom Testsenteret med i 2020?").rows
    assert [row.study for row in rows] == ["Mentorer for innvandrere"]


def test_a_study_that_is_in_whatever_it_says_shows_its_own_finding_and_advice(of_studies: Ask) -> None:
    row = of_studies(Request.LIST, "Hvilke studier har Testsenteret levert?").rows[0]
    assert row.finding and row.finding.quote.startswith("60 prosent")
    assert row.recommendation and "opplæring" in row.recommendation.quote


def test_advice_that_is_directed_to_someone_is_theirs(of_studies: Ask) -> None:
    rows = of_studies(
        Request.LIST, "Hvilke anbefalinger i FoU-prosjekter 2020 er rettet til staten, ikke til andre?"
    ).rows
    assert rows == ()


def test_a_theme_that_nobody_writes_of_has_no_core(ask: Ask) -> None:
    answer = ask(Request.OVERVIEW, "alt om romfart")
    assert answer.looked_through and answer.looked_through.reports == 3
    assert not any(row.core for row in answer.rows)


def test_a_request_without_a_theme_is_answered_as_a_question(ask: Ask) -> None:
    assert ask(Request.OVERVIEW, "gi meg en oversikt").request is Request.QUESTION


def test_a_study_that_bears_the_name_of_the_theme_is_not_all_there_is(of_studies: Ask) -> None:
    rows = of_studies(Request.OVERVIEW, "alt om leie av bolig, og om tolk").rows
    assert {row.document for row in rows} > {"fou-2020"}


def test_one_chapter_that_is_left_out_is_one() -> None:
    looked = LookedThrough(2, 0, 9, (("left_in_passing", 1), ("left_in_tables", 3)))
    assert [said[:20] for said in looked_said(looked, 4, "nb")[1:]] == ["Utelatt: 1 kapittel ", "Utelatt: 3 kapitler "]


def test_a_list_of_figures_has_those_of_a_study_of_the_theme(of_studies: Ask) -> None:
    rows = of_studies(Request.LIST, "alle tall om mentorer").rows
    assert any(row.quote and "60 prosent" in row.quote.quote for row in rows)


TOLD_IN_A_TABLE = """\
# Tolking 2022

## Oppdrag

Dette kapittelet handler om noe annet.

| Tjeneste | Tolkeoppdrag |
|---|---|
| Barnevern | 672 |
| Helsestasjon | 431 |
"""


def test_figures_that_stand_in_a_table_alone_are_listed(write: Callable[[str, str], Path], settings: Settings) -> None:
    write("tolking-2022.md", TOLD_IN_A_TABLE)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    rows = asking(Assistant.open(settings))(Request.LIST, "alle tall om tolkeoppdrag").rows
    assert {"672", "431"} <= {word for row in rows if row.quote for word in row.quote.quote.split()}


@pytest.mark.parametrize(
    "text", ["hvem skrev om mentorer", "hvem har forsket på mentorer?", "who has written about mentors?"]
)
def test_who_wrote_on_a_theme_is_answered_with_the_studies_and_who_made_them(of_studies: Ask, text: str) -> None:
    answer = of_studies(None, text)
    assert answer.request is Request.LIST
    assert [(row.study, row.by) for row in answer.rows if row.core] == [("Mentorer for innvandrere", "Testsenteret")]
