import json
from pathlib import Path

import pytest

from evals.answering.runline import parse_line, read_run
from evals.errors import RunError
from tests.evals.making import raw


def test_a_line_is_read() -> None:
    line = parse_line(raw())
    assert (line.id, line.seconds, line.confidence, line.citations[0].n) == ("q1", 0.1, 0.8, 1)


def test_the_word_false_is_not_false() -> None:
    with pytest.raises(TypeError, match="abstained"):
        parse_line(raw(abstained="false"))


@pytest.mark.parametrize("seconds", [None, -1, "1", True, float("nan")])
def test_a_time_that_is_none_is_missing(seconds: object) -> None:
    assert parse_line(raw(seconds=seconds)).seconds is None


def test_true_is_no_page() -> None:
    assert parse_line(raw(citations=[{"n": 1, "page": True}])).citations[0].page is None


def test_a_repeated_id_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text(2 * (json.dumps(raw()) + "\n"))
    with pytest.raises(RunError, match="line 2: the question q1 is answered twice"):
        read_run(path)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RunError):
        read_run(tmp_path / "none.jsonl")
