"""Tables in Markdown and plain text: each figure in the column that it stands in."""

import pytest

from ingest.document import Table
from ingest.reading.text.marked import read_marked
from ingest.words.hyphens import Joiner

SHOWN = (("", "2016", "2017"), [("Kvinner", "1000", "2000"), ("Menn", "", "30")])


def tables(text: str) -> list[Table]:
    return [part.table for part in read_marked(text, Joiner()) if part.table is not None]


@pytest.mark.parametrize(
    "text",
    [
        "||2016|2017|\n|---|---|---|\n|Kvinner|1000|2000|\n|Menn||30|",
        "| |2016|2017|\n|Kvinner|1000|2000|\n|Menn||30|",
        "|  | 2016 | 2017\n| --- | --- | ---\n| Kvinner | 1000 | 2000\n| Menn | | 30",
        "||2016|2017|\n|Kvinner|1000\t|2000|\n|Menn||30|",
        "\t2016\t2017\nKvinner\t1000\t2000\nMenn\t\t30",
    ],
)
def test_a_figure_stays_in_its_column(text: str) -> None:
    (table,) = tables(text)
    assert (table.header, [row.cells for row in table.rows]) == SHOWN


def test_rows_under_a_rule_need_no_pipe_at_their_ends() -> None:
    (table,) = tables("Kjønn|2016|2017\n:---|---:|---:\nKvinner|1000|2000\nMenn||30\n\nSlutt | her.")
    assert [row.cells for row in table.rows] == SHOWN[1]


@pytest.mark.parametrize("row", ["|Kvinner|1000||", "|Kvinner|1000| |", "Kvinner\t1000\t"])
def test_a_row_may_end_in_an_empty_cell(row: str) -> None:
    (table,) = tables(f"|Kjønn|2016|2017|\n{row}" if "|" in row else f"Kjønn\t2016\t2017\n{row}")
    assert table.rows[0].cells == ("Kvinner", "1000", "")


def test_a_pipe_that_is_meant_is_kept() -> None:
    (table,) = tables("|Mål|Verdi|\n|---|---|\n|a \\| b|5 \\||")
    assert table.rows[0].cells == ("a | b", "5 |")
