"""Rows as an Excel file."""

import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assistant.api import Assistant
from assistant.export.excel import as_excel
from assistant.models import Answer, Request
from assistant.rendering.arranging import Arrangement, arranged


@pytest.fixture
def answer(assistant: Assistant) -> Answer:
    return assistant.ask("alt om tolk", request=Request.OVERVIEW)


@pytest.fixture
def sheet(answer: Answer) -> Worksheet:
    book = load_workbook(io.BytesIO(as_excel(answer, "nb", lambda cited: f"https://x.example/{cited.n}")))
    return book.worksheets[0]


def test_the_header_is_frozen_and_can_be_filtered(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet["A1"].value == "Studie eller kapittel"


def test_each_row_has_its_quotes(sheet: Worksheet, answer: Answer) -> None:
    values = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row]
    assert sheet.max_row == len(answer.rows) + 1
    assert all(citation.quote in values for citation in answer.citations)


def test_a_source_is_a_link_to_its_place(sheet: Worksheet, answer: Answer) -> None:
    links = [cell.hyperlink.target for row in sheet.iter_rows(min_row=2) for cell in row if cell.hyperlink]
    assert links == [f"https://x.example/{row.cited[0].n}" for row in answer.rows if row.cited]


def test_it_holds_what_was_chosen_and_no_more(answer: Answer) -> None:
    shown = arranged(answer, Arrangement(("row_year", "row_finding"), "year", "oldest"), (), "nb")
    sheet = load_workbook(io.BytesIO(as_excel(answer, "nb", shown=shown))).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == ("År", "Studie eller kapittel", "År", "Temaet", "Funn")
    assert [row[0] for row in rows] == [str(row.year) for row in shown.rows]
