"""What was just deleted, and a way to have it back: asked afterwards instead of before."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from assistant.texts import text

_OFFER = "undo"
_SECONDS = 300.0  # after which it is out of the way


@dataclass(frozen=True, slots=True)
class _Offer:
    words: str
    put_back: Callable[[], None]
    made: float = field(default_factory=time.monotonic)


def offer(words: str, put_back: Callable[[], None]) -> None:
    """Say in `words` what was deleted; `put_back` is called where the user wants it back."""
    st.session_state[_OFFER] = _Offer(words, put_back)


def draw(language: str) -> None:
    """The offer, where there is one."""
    found: _Offer | None = st.session_state.get(_OFFER)
    if found is None:
        return
    if time.monotonic() - found.made > _SECONDS:
        _forget()
        return
    with st.container(key="undo", horizontal=True, vertical_alignment="center"):
        st.html(f'<p role="status">{escape(found.words)}</p>', width="content")
        st.button(text("undo", language), key="undo-it", on_click=_take_back)
        st.button(text("undo_close", language), key="undo-close", type="tertiary", on_click=_forget)


def _take_back() -> None:
    found: _Offer | None = st.session_state.pop(_OFFER, None)
    if found is not None:
        found.put_back()


def _forget() -> None:
    st.session_state.pop(_OFFER, None)
