"""What can be kept of an answer by itself."""

import pytest

from assistant.export.pieces import piece_id, piece_of
from assistant.models import Row
from tests.assistant.store.making import ANSWER


@pytest.mark.parametrize("name", ["point-0", "source-1", "series-0", "figure-0-0"])
def test_a_piece_has_its_own_citation(name: str) -> None:
    piece = piece_of(ANSWER, name)
    assert piece is not None
    assert [one.n for one in piece.citations] == [1]


def test_a_point_is_kept_without_the_rest_of_the_answer() -> None:
    piece = piece_of(ANSWER, "point-0")
    assert piece is not None
    assert (piece.points, piece.series, piece.hits, piece.notes) == (ANSWER.points, (), (), ())


def test_a_source_is_kept_as_its_quote() -> None:
    piece = piece_of(ANSWER, "source-1")
    assert piece is not None
    assert [point.text for point in piece.points] == [ANSWER.citations[0].quote]


def test_a_row_is_kept_of_a_table() -> None:
    rows = tuple(Row("tolk", name, "Funn", finding=ANSWER.citations[0]) for name in ("A", "B"))
    overview = type(ANSWER)("Oversikt", (), ANSWER.citations, (), rows=rows)
    one, all_ = piece_of(overview, "row-1"), piece_of(overview, "rows")
    assert one and [row.study for row in one.rows] == ["B"]
    assert all_ and [row.study for row in all_.rows] == ["A", "B"]


@pytest.mark.parametrize("name", ["", "point", "point-9", "source-9", "figure-0", "row-0", "rows", "point--1", "x-0"])
def test_there_is_no_piece_of_another_name(name: str) -> None:
    assert piece_of(ANSWER, name) is None


def test_the_same_words_are_the_same_piece_in_another_answer() -> None:
    point, source = piece_of(ANSWER, "point-0"), piece_of(ANSWER, "source-1")
    assert point and source
    assert piece_id(point) == piece_id(source)
