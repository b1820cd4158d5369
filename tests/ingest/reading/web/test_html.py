"""Web pages twice as long take twice as long, and nothing is lost in what is nested deep."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.reading import read_report
from ingest.reading.web.html import read_web
from ingest.words.notes import without_notes
from tests.ingest.fixtures.made import told
from tests.making.timing import holds


def _flat(tag: str) -> Callable[[int], str]:
    return lambda count: f"<{tag}>" + "<li>Kommunen bruker tolk i alle samtaler." * count + f"</{tag}>"


def _nested(count: int) -> str:
    return "<ul><li>Kommunen bruker tolk." * min(count, 150) + "</li></ul>" * min(count, 150) + "<p>Slutt</p>" * count


PAGES: dict[str, Callable[[int], str]] = {
    "ol": _flat("ol"),
    "ul": _flat("ul"),
    "nested": _nested,
    "spans": lambda count: "<p>" + "<span>ord </span>" * count + "</p>",
    "divs": lambda count: "<div>Kommunen bruker tolk.</div>" * count,
    "cells": lambda count: "<table>" + "<tr><td>Oslo</td><td>42</td></tr>" * count + "</table>",
    "menus": lambda count: "<p>x</p>" + "<nav>Meny</nav> og " * count,
    "terms": lambda count: "<dl>" + "<dt>Tolk</dt><dd>En som tolker.</dd>" * count + "</dl>",
    "forms": lambda count: "<p>x</p>" + "<form><p>Søk</p></form>" * count,
    "deep forms": lambda count: "<form><div>" * count + "Innerst",
    "deep": lambda count: "<div>" * count + "Innerst" + "</div>" * count,
    "deep spans": lambda count: "<span>" * count + "Innerst" + "</span>" * count,
}


def _seconds(page: str) -> float:
    data = f"<html><body>{page}</body></html>".encode()
    started = time.process_time()
    read_web(data)
    return time.process_time() - started


@pytest.mark.parametrize("kind", PAGES)
def test_the_time_grows_with_the_page(kind: str) -> None:
    short, long = PAGES[kind](4_000), PAGES[kind](16_000)
    assert holds(lambda: _seconds(long) < 8 * _seconds(short) + 0.05)  # four times as long; the square would be 16


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "section", "b"])
@pytest.mark.parametrize("depth", [190, 250, 300, 2_000])
def test_what_is_nested_deep_is_read(tag: str, depth: int) -> None:
    page = f"<p>Først.</p>{f'<{tag}>' * depth}Innerst{f'</{tag}>' * depth}<p>Sist.</p>"
    words = " ".join(part.text for part in read_web(f"<html><body>{page}</body></html>".encode()).parts)
    assert all(word in words for word in ("Først", "Innerst", "Sist"))


def test_items_of_a_numbered_list_are_counted() -> None:
    parts = read_web(b"<ol><li>En<ul><li>Under</ul><li>To</ol>").parts
    assert [part.marker for part in parts] == ["1.", "\u2022", "2."]


def test_a_table_whose_headings_span_rows_and_columns() -> None:
    page = """<table><tr><th rowspan=3>Trinn<th colspan=2>Jenter<th colspan=2>Gutter<th rowspan=3>Alle
    <tr><th colspan=2>Prosent<th colspan=2>Prosent<tr><th>2019<th>2021<th>2019<th>2021
    <tr><td rowspan=2>4. trinn<td>51<td>52<td>53<td>54<td>55<tr><td>61<td>62<td>63<td>64<td>65</table>"""
    (table,) = [part.table for part in read_web(page.encode()).parts if part.table]
    sexes = [f"{sex} › Prosent › {year}" for sex in ("Jenter", "Gutter") for year in (2019, 2021)]
    assert table.header == ("Trinn", *sexes, "Alle")
    assert [row.cells[0] for row in table.rows] == ["4. trinn", "4. trinn"]
    assert table.rows[1].cells[1:] == ("61", "62", "63", "64", "65")


def test_several_marks_at_one_place_are_no_digits_of_the_number() -> None:
    (part,) = read_web(b"<p>Det var 412<sup>10,11</sup> haller i 2020.</p>").parts
    assert without_notes(part.text) == "Det var 412 haller i 2020."


def test_a_note_below_the_text_is_no_paragraph() -> None:
    said, note = read_web(b"<p>Av elevene kan 71 prosent<sup>1</sup> det.</p><p><sup>1</sup> Uten Svalbard.</p>").parts
    assert (said.kind, note.kind, note.marker, note.text) == ("text", "footnote", "1", "Uten Svalbard.")


@pytest.mark.parametrize("named", ["utf-16", "utf-16le", "utf-32", "utf-7", "rot13", "hex", "cp037", "idna", "x" * 40])
@pytest.mark.parametrize("saved", ["utf-8", "cp1252"])
def test_a_page_that_names_another_encoding_than_its_own_is_read(named: str, saved: str) -> None:
    page = f'<html><head><meta charset="{named}"></head><body><p>Kommunen prøver tolk på skjerm.</p></body></html>'
    assert [part.text for part in read_web(page.encode(saved)).parts] == ["Kommunen prøver tolk på skjerm."]


def test_a_page_in_the_encoding_that_it_names_is_read() -> None:
    page = '<meta charset="iso-8859-10"><p>Sámi giella lea čáppat.</p>'
    assert [part.text for part in read_web(page.encode("iso-8859-10")).parts] == ["Sámi giella lea čáppat."]
    page = "<meta charset=iso-8859-1><p>Tolk – «tegn» er “til hjelp”.</p>"
    assert [part.text for part in read_web(page.encode("cp1252")).parts] == ["Tolk – «tegn» er “til hjelp”."]
    page = "<meta charset=shift_jis><p>Tolk: 通訳.</p>"
    assert [part.text for part in read_web(page.encode("shift_jis")).parts] == ["Tolk: 通訳."]


def test_a_page_that_is_one_form_is_read() -> None:
    page = """<body><form id="aspnetForm"><input type="hidden" value="x"><h1>Funn</h1><p>Tolk er til hjelp.</p>
    <select><option>Oslo</option></select><button>Søk</button></form></body>"""
    assert [part.text for part in read_web(page.encode()).parts] == ["Funn", "Tolk er til hjelp."]


def test_a_form_on_a_page_is_left_out() -> None:
    page = "<body><p>Tolk er til hjelp i alle samtaler.</p><form><p>Skriv til oss</p><form>Send</form></form></body>"
    assert [part.text for part in read_web(page.encode()).parts] == ["Tolk er til hjelp i alle samtaler."]


@pytest.mark.parametrize("tag", ["blockquote", 'div class="pull-quote"', 'p class="sitat"'])
def test_a_quotation_that_repeats_the_text_is_not_told_again(tmp_path: Path, tag: str) -> None:
    said = "Lærerne etterlyser mer tid, og halvparten sier at bussen er et hinder."
    path = tmp_path / "side.html"
    quote = f"<{tag}>«{said}»</{tag.partition(' ')[0]}>"
    path.write_text(f"<h1>Svømming</h1><p>Skolene har svart. {said} Det er nytt.</p>{quote}<p>Slutt på saken.</p>")
    assert "\n".join(told(read_report(path))).count(said) == 1


def test_a_quotation_of_its_own_stays(tmp_path: Path) -> None:
    path = tmp_path / "side.html"
    path.write_text(
        "<h1>Svømming</h1><p>Skolene har svart.</p><blockquote>«Vi har aldri tid nok til dem.»</blockquote>"
    )
    assert "«Vi har aldri tid nok til dem.»" in told(read_report(path))
