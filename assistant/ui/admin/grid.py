"""Tables of plain words, which can be read by keyboard and ear."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from assistant.ui.html.markup import tag
from assistant.ui.html.tables import cell, table


def draw(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], language: str) -> None:
    """A table whose rows are called by their first cell; its title stands above it."""
    head = tag("tr", "".join(tag("th", escape(name), scope="col") for name in columns))
    body = "".join(
        tag("tr", tag("th", escape(first), scope="row") + "".join(cell(value) for value in rest))
        for first, *rest in rows
    )
    drawn = table(title, tag("thead", head) + tag("tbody", body), language, is_titled_above=True)
    st.html(tag("div", drawn, class_="ka-grid"))
