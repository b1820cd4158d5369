"""The figures that users are told are those of the paper."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.texts import LANGUAGES, text
from assistant.ui.frame import about

PAPER = Path(__file__).parents[3] / "docs" / "figures.md"


SET = re.compile(r"^\| (.+) \(([^()]+)\) \|((?: \.\d{3} \|){6})$", re.M)


def test_the_page_tells_each_set_of_the_paper_that_was_not_seen_while_building() -> None:
    told = [(held["questions"], *(held[name] for name in about.COLUMNS)) for held in about._FIGURES["set"]]
    written = []
    for name, counted, figures in SET.findall(PAPER.read_text(encoding="utf-8")):
        _, hit, _, facts, missed, refused = map(float, figures.split("|")[:-1])
        if "seen while building" not in name:
            written.append((sum(map(int, re.findall(r"\d+", counted))), hit, facts, missed, refused))
    assert sorted(told) == sorted(written)


def test_a_half_is_rounded_up_as_the_readme_does() -> None:
    assert '<td class="ka-figure">7\N{NO-BREAK SPACE}%</td>' in about.figures_html("nb")
    assert '">6\N{NO-BREAK SPACE}%' not in about.figures_html("nb")


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_told_in_each_language(language: str) -> None:
    assert about.figures_html(language).count("<tr>") == 1 + len(about._FIGURES["set"])


def test_all_figures_can_be_had_from_the_page() -> None:
    def page() -> None:
        from assistant.settings import Settings
        from assistant.ui.frame.about import about_page

        about_page(Settings(), "nb")

    drawn = AppTest.from_function(page, default_timeout=30).run()
    assert not drawn.exception and [one.proto.label for one in drawn.get("download_button")] == [
        text("about_right_all", "nb")
    ]
