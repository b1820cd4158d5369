"""Rows as an Excel file."""

import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assistant.api import Assistant
from assistant.export.excel import as_excel
from assistant.models import Answer, Request


@pytest.fixture
def answer(assistant: Assistant) -> Answer:
    return assistant.ask("alt om tolk", request=Request.OVERVIEW)


@pytest.fixture
def sheet(answer: Answer) -> Worksheet:
    book = load_workbook(io.BytesIO(as_excel(answer, "nb", {"tolk-2021": "file:///tolk.pdf"})))
    return book.worksheets[0]


def test_the_header_is_frozen_and_can_be_filtered(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet["A1"].value == "Studie eller kapittel"


def test_each_row_has_its_quotes(sheet: Worksheet, answer: Answer) -> None:
    values = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row]
    assert sheet.max_row == len(answer.rows) + 1
    assert all(citation.quote in values for citation in answer.citations)


def test_a_source_is_a_link_to_its_document(sheet: Worksheet) -> None:
    links = [cell.hyperlink.target for row in sheet.iter_rows(min_row=2) for cell in row if cell.hyperlink]
    assert "file:///tolk.pdf" in links
