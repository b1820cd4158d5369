"""The page behind a shared link: one place in one report."""

import streamlit as st

from assistant.api import Assistant
from assistant.evidence.places import Place, place_from
from assistant.texts import text
from assistant.ui.session.going import ASK, LIBRARY, way_on
from assistant.ui.source.evidence import show_place


def source_page(assistant: Assistant, language: str) -> None:
    """Draw the place that the address names (`/kilde?dokument=…&side=…&sitat=…`), or a word on why it cannot be."""
    st.title(text("page_source", language))
    place = place_from(st.query_params.to_dict())
    if place is None:
        st.info(text("source_no_place", language))
        way_on(ASK, text("to_start", language))
        return
    _draw(assistant, place, language)


@st.fragment
def _draw(assistant: Assistant, place: Place, language: str) -> None:
    """Apart from the page, so that leafing draws the viewer alone anew."""
    if not show_place(assistant, place, f"place-{abs(hash(place))}", language):
        way_on(LIBRARY, text("browse", language))
