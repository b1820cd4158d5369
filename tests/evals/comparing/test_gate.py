from pathlib import Path

import pytest

from evals.comparing.gate import breaches, raised, read_floors, write_floors
from evals.errors import EvalError

GOOD = {"citations.verbatim": 1.0, "answers.numbers_supported": 1.0, "single.hit@5": 0.9}


def test_a_run_above_its_floors_passes() -> None:
    assert breaches(GOOD, {"single.hit@5": 0.8}) == []


@pytest.mark.parametrize("name", ["citations.verbatim", "answers.numbers_supported"])
def test_what_must_be_one_is_one(name: str) -> None:
    assert [b.name for b in breaches(GOOD | {name: 0.999}, {})] == [name]


def test_a_figure_below_its_floor_is_a_breach() -> None:
    assert str(breaches(GOOD, {"single.hit@5": 0.95})[0]) == "single.hit@5 is 0.900, and should be at least 0.950"


def test_a_missing_figure_is_a_breach() -> None:
    assert [b.name for b in breaches(GOOD, {"single.fact_recall": 0.1})] == ["single.fact_recall"]


def test_a_run_without_citations_is_a_breach() -> None:
    assert breaches({"single.hit@5": 1.0}, {})


def test_floors_rise_and_never_fall() -> None:
    assert raised({"a": 0.9, "b": 0.1}, {"a": 0.5, "b": 0.5}) == {"a": 0.88, "b": 0.5}


def test_the_comments_of_the_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "gate.toml"
    path.write_text('# why\n[floors]\n"single.hit@5" = 0.500\n')
    write_floors({"single.hit@5": 0.88}, path)
    assert path.read_text() == '# why\n[floors]\n"single.hit@5" = 0.880\n'
    assert read_floors(path) == {"single.hit@5": 0.88}


def test_floors_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvalError):
        read_floors(tmp_path / "none.toml")


def test_our_own_floors_can_be_read() -> None:
    assert read_floors()
