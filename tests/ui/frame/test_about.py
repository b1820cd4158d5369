"""The figures that users are told are those of the paper."""

import re
from pathlib import Path

import pytest

from assistant.texts import LANGUAGES
from assistant.ui.frame import about

PAPER = Path(__file__).parents[3] / "docs" / "figures.md"


@pytest.mark.parametrize("held", about._FIGURES["set"], ids=lambda held: held["name"])
def test_each_figure_stands_in_the_paper(held: dict[str, float]) -> None:
    line, *_ = re.findall(rf"^\| .*\({held['questions']}\) \|(.*)\|$", PAPER.read_text(encoding="utf-8"), re.M)
    _, hit, _, facts, missed, refused = map(float, line.split("|"))
    assert (hit, facts, missed, refused) == tuple(held[name] for name in about.COLUMNS)


def test_the_command_stands_in_the_paper() -> None:
    assert about._FIGURES["command"] in PAPER.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_told_in_each_language(language: str) -> None:
    assert about.figures_html(language).count("<tr>") == 1 + len(about._FIGURES["set"])
