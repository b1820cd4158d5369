"""Rows in the columns, groups and order that were chosen."""

from dataclasses import replace

import pytest

from assistant.models import Answer, Row
from assistant.rendering.arranging import Arrangement, arranged, beneath, columns_of

NEW = Row("a", "Ærlige svar", "Ærlige svar", "NIBR", 2021, "undersøkelse")
OLD = Row("b", "Bolig for enslige", "Bolig for enslige", "Fafo", 2016, "FoU-rapport")
NONE = Row("c", None, "3 Tolk > Ålesund", None, None, "undersøkelse")
ANSWER = replace(Answer("?", (), (), ()), rows=(NEW, OLD, NONE))


def groups(group: str, order: str = "newest") -> list[tuple[str, list[str]]]:
    shown = arranged(ANSWER, Arrangement((), group, order), ("bolig",), "nb")
    return [(name, [row.document for row in rows]) for name, rows in shown.groups]


@pytest.mark.parametrize(
    ("order", "documents"),
    [("newest", ["a", "b", "c"]), ("oldest", ["b", "a", "c"]), ("study", ["b", "a", "c"]), ("by", ["b", "a", "c"])],
)
def test_rows_are_sorted_and_those_without_come_last(order: str, documents: list[str]) -> None:
    assert groups("", order) == [("", documents)]


def test_rows_that_only_mention_the_theme_come_last() -> None:
    passing = replace(NEW, document="d", year=2023, core=False)
    answer = replace(ANSWER, rows=(passing, NEW, OLD))

    def documents(group: str) -> list[tuple[str, list[str]]]:
        shown = arranged(answer, Arrangement((), group), (), "nb")
        return [(name, [row.document for row in rows]) for name, rows in shown.groups]

    assert documents("") == [("", ["a", "b"]), ("Nevner bare temaet", ["d"])]
    assert documents("kind") == [("FoU-rapport", ["b"]), ("Undersøkelse", ["a", "d"])]


def test_who_and_when_stand_under_the_name_where_they_have_no_column() -> None:
    assert beneath(NEW, (), "nb") == "NIBR, 2021"
    assert beneath(NEW, ("row_by",), "nb") == "2021"
    assert beneath(replace(NEW, core=False), ("row_by", "row_year"), "nb") == "nevner"


def test_groups_of_years_follow_the_order() -> None:
    assert groups("year") == [("2021", ["a"]), ("2016", ["b"]), ("Uten år", ["c"])]
    assert [name for name, _ in groups("year", "oldest")] == ["2016", "2021", "Uten år"]


def test_groups_by_who_and_by_kind_are_named() -> None:
    assert [name for name, _ in groups("by")] == ["Fafo", "NIBR", "Ikke oppgitt hvem"]
    assert groups("kind") == [("FoU-rapport", ["b"]), ("Undersøkelse", ["a", "c"])]


def test_a_row_is_of_the_theme_that_its_headings_say() -> None:
    assert groups("theme") == [("Bolig", ["b"]), ("Andre temaer", ["a", "c"])]


def test_a_column_that_is_empty_throughout_cannot_be_chosen() -> None:
    assert columns_of(ANSWER) == ("row_by", "row_year", "row_kind", "row_source")
    assert arranged(ANSWER, Arrangement(("row_year", "row_method")), (), "nb").columns == ("row_year",)
