"""A series in the terminal and in a run."""

from assistant.export.runs import run_line
from assistant.models import Answer, Figure, Series
from assistant.rendering.answer import series_lines

SERIES = Series(
    "Bosatte", "personer", (Figure("2016", "15 291", 15291, "", 1), Figure("2017", "78", 78, "N=3", 2)), ("Merk.",)
)


def test_a_series_is_a_plain_table_with_its_citations_and_notes() -> None:
    assert series_lines(SERIES) == ["Bosatte (personer)", "  2016  15 291  [1]", "  2017      78  [2]  N=3", "  Merk."]


def test_a_run_carries_the_series() -> None:
    line = run_line("a", Answer("Hvor mange?", (), (), (), series=(SERIES,)))
    assert line["series"][0]["figures"][1]["number"] == 78
