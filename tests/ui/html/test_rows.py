"""Overviews as tables, a study's summary as lists."""

from dataclasses import replace

from lxml.html import HtmlElement, fragment_fromstring

from assistant.models import Answer, Request, Row
from assistant.texts import text
from assistant.ui.html.rows import rows_html
from tests.ui.answers import answer, citation

FOUND, ADVISED = citation(1, "Barn tolker."), citation(2, "Leger bør bestille tolk.")


def drawn(request: Request, *rows: Row) -> HtmlElement:
    shown: Answer = replace(answer(FOUND, ADVISED), request=request, rows=rows, theme="tolk")
    return fragment_fromstring(rows_html(shown, "k", "nb"), create_parent="div")


def row(study: str, *, core: bool = True) -> Row:
    return Row("tolk", study, study, "Fafo", 2021, core=core, finding=FOUND, recommendation=ADVISED)


def test_an_overview_has_a_line_a_study_with_who_and_when_beside_its_name() -> None:
    tree = drawn(Request.OVERVIEW, row("Tolk på kontor"), row("Tolk i skolen", core=False))
    heads = [head.text_content() for head in tree.xpath("//tbody//th")]
    assert heads[0] == "Tolk på kontorFafo, 2021"
    assert heads[1].endswith(f"({text('row_mentions', 'nb')})")
    columns = [cell.get("data-column") for cell in tree.xpath("(//tbody)[1]/tr[1]/td")]
    assert columns == [text("row_finding", "nb"), text("row_recommendation", "nb")]


def test_what_only_mentions_the_theme_is_folded_away_and_counted() -> None:
    tree = drawn(Request.OVERVIEW, row("Tolk på kontor"), row("Tolk i skolen", core=False))
    assert tree.xpath("//details/summary/text()") == [f"{text('group_mentions', 'nb')} (1)"]
    assert [head.text for head in tree.xpath("//details//tbody//th")] == ["Tolk i skolen"]
    assert not drawn(Request.OVERVIEW, row("Tolk i skolen", core=False)).xpath("//details")


def test_a_column_that_no_study_has_anything_in_takes_no_room() -> None:
    tree = drawn(Request.OVERVIEW, replace(row("Tolk på kontor"), recommendation=None))
    assert tree.xpath("//thead//th/text()") == [text("row_study", "nb"), text("row_finding", "nb")]


def test_a_study_s_summary_is_lists_that_do_not_repeat_its_name() -> None:
    tree = drawn(Request.SUMMARY, row("Tolk på kontor"), row("Tolk på kontor"))
    assert not tree.xpath("//table")
    assert tree.xpath("//h3/text()") == [text("findings", "nb"), text("recommendations", "nb")]
    assert "Tolk på kontor" not in tree.text_content()


def test_a_summary_of_several_is_a_table() -> None:
    assert drawn(Request.SUMMARY, row("Tolk på kontor"), row("Tolk i skolen")).xpath("//table")


def test_of_a_comparison_each_cell_names_its_side_for_where_they_stand_on_end() -> None:
    sides = [replace(row("Tolk på kontor"), side="Oslo"), replace(row("Tolk i skolen"), side="Bergen")]
    cells = drawn(Request.COMPARISON, *sides).xpath("//tbody//td")
    assert [cell.get("data-column") for cell in cells] == ["Oslo", "Bergen"]
