"""The source beside the answer, or over it where there is no room: one for the page, whichever answer it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from assistant.evidence.places import place_of
from assistant.models import Citation
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.html.markup import tag
from assistant.ui.html.sources import heading_of
from assistant.ui.session.loading import open_assistant
from assistant.ui.source.bridge import bridge
from assistant.ui.source.evidence import show_place

_OFFERED, _OPEN = "offered-sources", "open-source"


@dataclass(frozen=True, slots=True)
class _Open:
    """Which source is open: the answer's key and the citation's number."""

    key: str
    n: int

    @property
    def viewer(self) -> str:
        return f"view-{self.key}-{self.n}"


def begin() -> None:
    """Forget what the page offered when it was last drawn."""
    st.session_state[_OFFERED] = {}


def offer(key: str, citations: Sequence[Citation]) -> None:
    """Let the markers under `data-answer=key` open these."""
    st.session_state.setdefault(_OFFERED, {})[key] = tuple(citations)


@st.fragment
def panel(settings: Settings, language: str) -> None:
    """Draw the source that is open, if one is; apart from the page, which is not drawn anew for it."""
    is_open: _Open | None = st.session_state.get(_OPEN)
    citations: tuple[Citation, ...] = st.session_state.get(_OFFERED, {}).get(is_open.key, ()) if is_open else ()
    place = next((i for i, one in enumerate(citations) if is_open and one.n == is_open.n), None)
    if is_open is None or place is None:
        bridge("", "", _open)
        return
    with st.container(key="source-panel"):
        grip = {"role": "separator", "aria_orientation": "vertical", "aria_label": text("source_width", language)}
        st.html(tag("div", class_="ka-grip", tabindex=0, aria_valuenow=50, **grip))
        _bar(is_open.key, citations, place, language)
        page = show_place(
            open_assistant(settings, language), place_of(citations[place]), is_open.viewer, language, citations[place]
        )
    bridge(f"{is_open.key} {is_open.n}", page, _open)


def _open(key: str, n: int) -> None:
    """Open a source, at its own page again where another had been leafed to."""
    opened = _Open(key, n)
    st.session_state[_OPEN] = opened
    st.session_state.pop(f"{opened.viewer}-page", None)


def _close() -> None:
    st.session_state.pop(_OPEN, None)


def _bar(key: str, citations: Sequence[Citation], place: int, language: str) -> None:
    """Which source of how many it is and its name, the ones before and after, and the way out."""
    said = escape(text("source_of", language, n=citations[place].n, count=len(citations)))
    name = tag("span", escape(heading_of(citations[place], language)[0]), class_="ka-bar-name")
    with st.container(horizontal=True, vertical_alignment="center", key="source-bar"):
        st.html(tag("h2", f"{said} {name}", id="source-title", tabindex=-1), width="content")
        for way, to in (("previous_source", place - 1), ("next_source", place + 1)):
            beyond = not 0 <= to < len(citations)
            args = () if beyond else (key, citations[to].n)
            st.button(text(way, language), key=f"source-{way}", on_click=_open, args=args, disabled=beyond)
        st.button(text("close_source", language), key="source-close", on_click=_close)
