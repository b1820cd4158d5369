"""The page of figures: written between its marks, and never with a machine's name."""

import platform
from pathlib import Path

import pytest

from evals.errors import EvalError
from evals.shell.figures import BEGIN, END, origin, table, write


def test_the_figures_take_the_last_ones_place(tmp_path: Path) -> None:
    page = tmp_path / "figures.md"
    page.write_text(f"# Figures\n{BEGIN}\nold\n{END}\nkept\n", encoding="utf-8")
    write(page, table({"own (2)": {"single.mrr@10": 0.5}}), "today")
    text = page.read_text(encoding="utf-8")
    assert "| own (2) | 0.500 | – |" in text and "today" in text
    assert "old" not in text and text.endswith("kept\n")


def test_a_page_without_the_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "figures.md"
    page.write_text("# Figures\n", encoding="utf-8")
    with pytest.raises(EvalError, match="no place for figures"):
        write(page, "", "")
    assert page.read_text(encoding="utf-8") == "# Figures\n"


def test_the_machine_is_told_in_words() -> None:
    assert origin().endswith(" cores") and (not platform.node() or platform.node() not in origin())
