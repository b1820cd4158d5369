"""The page of figures: written between its marks, and never with a machine's name."""

import platform
from pathlib import Path

import pytest

from evals.errors import EvalError
from evals.shell.figures import BEGIN, END, origin, write


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "figures.md"
    path.write_text(f"# Figures\n{BEGIN}\n{END}\nkept\n", encoding="utf-8")
    return path


def rows(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Figures\n") and text.endswith(f"{END}\nkept\n")
    return text.split(BEGIN)[1].split(END)[0].strip().splitlines()[2:]


def test_a_set_has_its_row_with_where_it_is_from(page: Path) -> None:
    write(page, "own (2)", {"single.mrr@10": 0.5}, "today")
    assert rows(page) == ["| own (2) | 0.500 | – | – | – | – | – | – | today |"]


def test_figures_take_the_last_ones_place_and_those_of_other_sets_stay(page: Path) -> None:
    write(page, "own (2)", {"single.mrr@10": 0.5}, "yesterday")
    write(page, "others' (9)", {"single.hit@5": 1.0}, "yesterday")
    write(page, "own (2)", {"single.mrr@10": 0.75}, "today")
    own, others = rows(page)
    assert own.startswith("| own (2) | 0.750 |") and own.endswith("| today |")
    assert others.startswith("| others' (9) | – | 1.000 |") and others.endswith("| yesterday |")


def test_a_page_without_the_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "figures.md"
    page.write_text("# Figures\n", encoding="utf-8")
    with pytest.raises(EvalError, match="no place for figures"):
        write(page, "own", {}, "")
    assert page.read_text(encoding="utf-8") == "# Figures\n"


def test_the_machine_is_told_by_its_kind() -> None:
    assert platform.machine() in origin() and (not platform.node() or platform.node() not in origin())
