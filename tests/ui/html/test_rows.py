"""Overviews as tables, a study's summary as lists."""

from dataclasses import replace

from lxml.html import HtmlElement, fragment_fromstring

from assistant.models import Answer, Request, Row
from assistant.texts import text
from assistant.ui.html.rows import AT_ONCE, rows_html
from tests.ui.answers import answer, citation
from tests.ui.answers import row as table_row

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


def test_of_many_rows_the_first_are_shown_and_the_others_folded_away() -> None:
    many = [row(f"Studie {number}") for number in range(AT_ONCE + 2)]
    tree = drawn(Request.OVERVIEW, row("Nevner", core=False), *many)
    assert len(tree.xpath("//tbody//th[not(ancestor::details)]")) == AT_ONCE
    said = [f"{text('rows_more', 'nb')} (2)", f"{text('group_mentions', 'nb')} (1)"]
    assert tree.xpath("//details/summary/text()") == said
    assert len(tree.xpath("//tbody//th")) == AT_ONCE + 3
    quotes = drawn(Request.LIST, *(replace(one, quote=FOUND) for one in many))
    assert len(quotes.xpath("//details//tbody/tr")) == 2


def test_a_row_of_a_table_has_its_values_behind_their_headings() -> None:
    sides = [replace(row("Tolk"), side=side, finding=table_row(1, "Oslo", "12", "14")) for side in ("A", "B")]
    said = drawn(Request.COMPARISON, *sides).xpath("//tbody//td")[0].text_content()
    assert said.startswith("Kommune: Oslo · 2016: 12 · 2017: 14")


def test_two_sides_stay_beside_one_another_where_three_stand_on_end() -> None:
    sides = [replace(row("Tolk"), side=side) for side in ("Oslo", "Bergen", "Bodø")]
    assert drawn(Request.COMPARISON, *sides[:2]).find_class("ka-beside")
    assert not drawn(Request.COMPARISON, *sides).find_class("ka-beside")


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
    sides = [
        replace(row("Tolk på kontor"), side="Oslo"),
        replace(row("Tolk i skolen"), side="Bergen", finding=citation(3, "Elever tolker.")),
    ]
    cells = drawn(Request.COMPARISON, *sides).xpath("//tbody//td")
    assert [cell.get("data-column") for cell in cells] == ["Oslo", "Bergen"]


def test_one_quote_that_tells_of_both_sides_stands_across_them() -> None:
    sides = [replace(row("Tolk"), side=side) for side in ("Oslo", "Bergen")]
    (cell,) = drawn(Request.COMPARISON, *sides).xpath("//tbody//td")
    assert cell.get("colspan") == "2" and cell.text_content().count("Barn tolker.") == 1


def test_the_words_beside_the_bookmark_keep_the_table() -> None:
    (button,) = drawn(Request.OVERVIEW, row("Tolk på kontor")).find_class("ka-keep-table")
    assert (button.tag, button.text, button.get("data-keep")) == ("button", text("keep_table", "nb"), "k rows")


def test_each_bookmark_says_what_it_keeps() -> None:
    buttons = drawn(Request.OVERVIEW, row("Tolk på kontor")).xpath("//td//button")
    said = [text("keep", "nb", said=one.quote, of=f"[{one.n}]") for one in (FOUND, ADVISED)]
    assert [button.get("aria-label") for button in buttons] == said


def test_a_column_that_few_rows_fill_takes_less_room() -> None:
    full, few = row("Tolk"), [replace(row(f"Tolk {n}"), recommendation=None) for n in range(3)]
    (head,) = drawn(Request.OVERVIEW, *few, full).find_class("ka-few")
    assert head.text == text("row_recommendation", "nb")
    assert not drawn(Request.OVERVIEW, full, row("Tolk 2")).find_class("ka-few")
