"""What this is and is not, how often it is right, what is stored, and whom to ask."""

import tomllib
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.html.markup import tag
from assistant.ui.html.tables import table
from assistant.ui.session.away import contact

_FIGURES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("figures.toml").read_text(encoding="utf-8"))
_PAPER = Path(__file__).parents[3] / "docs" / "figures.md"  # not where this is installed without its documentation
COLUMNS = ("source_found", "facts", "missed", "refused")


def about_page(settings: Settings, language: str) -> None:
    """The page `Om svarene`."""
    st.title(text("page_about", language))
    for part in ("is", "is_not", "right", "how_to", "stored"):
        st.header(text(f"about_{part}_title", language))
        st.markdown(text(f"about_{part}", language, days=settings.conversations.keep_days))
        if part == "right":
            st.html(figures_html(language))
            st.caption(text("about_right_how", language))
            if _PAPER.exists():
                st.download_button(text("about_right_all", language), _PAPER.read_bytes, _PAPER.name, type="tertiary")
    st.header(text("about_contact_title", language))
    st.markdown(contact(settings, language))


def figures_html(language: str) -> str:
    """How often the answers are right, as a table: a set of questions a line."""
    names = ["about_figures_set", *(f"about_figures_{name}" for name in COLUMNS)]
    head = "".join(tag("th", escape(text(name, language)), scope="col") for name in names)
    lines = "".join(
        tag(
            "tr",
            tag("th", escape(text(held["name"], language, questions=held["questions"])), scope="row")
            + "".join(tag("td", _percent(held[name], language), class_="ka-figure") for name in COLUMNS),
        )
        for held in _FIGURES["set"]
    )
    return table(text("about_right_title", language), tag("thead", tag("tr", head)) + tag("tbody", lines), language)


def _percent(share: float, language: str) -> str:
    return f"{int(100 * share + 0.5)}{'' if language == 'en' else chr(0xA0)}%"
