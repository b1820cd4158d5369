"""Sharing an answer: a link to it under the answer, and the page that opens behind the link.

`/delt?svar=…` shows the answer as it was, to be read alone, without a word on who asked.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape

import streamlit as st

from assistant.api import Assistant
from assistant.errors import StoreError
from assistant.rendering.formats import date
from assistant.settings import Settings
from assistant.store.shared import SharedAnswers
from assistant.texts import text
from assistant.ui.answer.answer_view import draw_answer
from assistant.ui.answer.export import export_menu
from assistant.ui.session import state
from assistant.ui.session.going import ASK, absolute, go_to, way_on
from assistant.ui.session.page_title import name_page
from assistant.ui.session.state import Turn
from assistant.ui.users import user

log = logging.getLogger(__name__)
PATH = "delt"
PARAMETER = "svar"  # of the address


def may_share(settings: Settings) -> bool:
    """Whether answers can be shared here."""
    return settings.app.share and settings.conversations.keep_days > 0


def share_menu(turn: Turn, version: str, settings: Settings, language: str) -> None:
    """The button that opens what sharing means and the link; nothing where answers are not shared."""
    owner = user.owner(settings)
    if turn.answer is None or owner is None or not may_share(settings):
        return
    with st.popover(text("share", language), key=f"share-{turn.id}", on_change="rerun") as opened:
        if opened.open:
            try:
                _link(turn, version, owner, SharedAnswers(settings.conversations), language)
            except StoreError as error:
                log.error("An answer cannot be shared: %s", error)
                st.error(text("store_failed", language))


def shared_page(assistant: Assistant, settings: Settings, language: str) -> None:
    """The answer that the address names, or a word on why it is not there."""
    id_ = st.query_params.get(PARAMETER, "")
    try:
        found = SharedAnswers(settings.conversations).opened(id_) if may_share(settings) else None
    except StoreError as error:
        log.error("A shared answer cannot be read: %s", error)
        found = None
    st.title(text("page_shared", language))
    if found is None:
        st.info(text("shared_gone", language))
        way_on(ASK, text("to_start", language))
        return
    answer = found.answer
    name_page(answer.question, language)
    st.caption(text("shared_note", language, date=date(datetime.fromtimestamp(found.made, UTC).isoformat(), language)))
    st.html(f'<h2 class="question" lang="{answer.language}">{escape(answer.question)}</h2>')
    if found.version != assistant.manifest.version:
        st.warning(text("shared_older", language))
    draw_answer(answer, "shared", language)
    with st.container(horizontal=True, key="shared-actions"):
        if st.button(text("shared_ask", language), key="shared-ask"):
            state.start_anew()
            state.ask(answer.question)
            go_to(ASK)
        export_menu(answer, "shared", language)


def _link(turn: Turn, version: str, owner: str, store: SharedAnswers, language: str) -> None:
    answer, id_ = turn.answer, store.id_of(owner, turn.id)
    assert answer
    st.markdown(text("share_what", language, days=store.settings.keep_days))
    if id_ is None:
        st.button(
            text("share_make", language),
            key=f"share-make-{turn.id}",
            on_click=_try,
            args=(lambda: store.share(owner, state.current().id, turn.id, answer, version), language),
        )
        return
    st.code(absolute(f"{PATH}?{PARAMETER}={id_}"), language=None, wrap_lines=True)
    st.button(
        text("share_stop", language),
        key=f"share-stop-{turn.id}",
        type="tertiary",
        on_click=_try,
        args=(lambda: store.stop(owner, turn.id), language),
    )


def _try(act: Callable[[], object], language: str) -> None:
    try:
        act()
    except StoreError as error:
        log.error("An answer was not shared: %s", error)
        st.toast(text("store_failed", language))
