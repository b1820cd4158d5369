"""Keeping pieces of answers in a collection with a click, from the page where one asks.

The buttons are in the answers' HTML (`markup`); `keeping.js` hands on what is pressed. What is kept goes
into the collection that was last opened or changed; the first one is made for it.
"""

import logging
import uuid
from functools import partial
from pathlib import Path

import streamlit as st

from assistant.errors import StoreError
from assistant.export.pieces import names_of, piece_id, piece_of
from assistant.settings import Settings
from assistant.store.collections import Collection, Collections, Piece
from assistant.texts import text
from assistant.ui.session import state
from assistant.ui.session.state import Conversation
from assistant.ui.users import user

log = logging.getLogger(__name__)
_KEY = "keeping"
_CHOSEN = "collection"  # the id of the collection that pieces go into

_mount = st.components.v2.component(
    "kunnskapsassistent_keeping",
    js=Path(__file__).with_name("keeping.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def owned(settings: Settings) -> tuple[Collections, str] | None:
    """The store of collections and whose they are; None where nothing is kept or there is nobody to keep it for."""
    owner = user.owner(settings)
    return (Collections(settings.conversations), owner) if owner and settings.conversations.keep_days else None


def choose(id_: str) -> None:
    """Have what is kept from now on go into this collection."""
    st.session_state[_CHOSEN] = id_


def chosen(listed: tuple[Collection, ...]) -> Collection | None:
    """The collection that pieces go into; None where there is none yet."""
    id_ = st.session_state.get(_CHOSEN)
    return next((one for one in listed if one.id == id_), next(iter(listed), None))


def failed(error: StoreError, language: str) -> str:
    """What is said where something was not kept."""
    return error.worded(language) if error.code == "collection_newer" else text("store_failed", language)


def serve(now: Conversation, settings: Settings, language: str) -> None:
    """Have the buttons of this conversation's answers keep what they stand by."""
    found = owned(settings)
    if found is None:
        return
    store, owner = found
    try:
        current = chosen(store.listed(owner))
        held = store.opened(owner, current.id) if current else None
    except StoreError as error:
        log.error("Collections cannot be read: %s", error)
        return
    with st.container(key="bridge-keeping"):
        _mount(key=_KEY, data={"kept": _kept(now, held)}, on_keep_change=partial(_take, settings, language))


def _kept(now: Conversation, held: Collection | None) -> list[str]:
    """The buttons, as they name themselves, of what the collection holds."""
    ids = {piece.id for piece in held.pieces} if held else set()
    if not ids:
        return []
    return [
        f"{turn.id} {name}"
        for turn in now.turns
        if turn.answer
        for name in names_of(turn.answer)
        if (piece := piece_of(turn.answer, name)) and piece_id(piece) in ids
    ]


def _take(settings: Settings, language: str) -> None:
    """Keep the piece whose button was pressed; take it out again where it is kept already."""
    turn_id, _, name = str(st.session_state[_KEY].keep or "").partition(" ")
    answer = next((turn.answer for turn in state.current().turns if turn.id == turn_id), None)
    piece, found = answer and piece_of(answer, name), owned(settings)
    if piece is None or found is None:
        return
    store, owner = found
    kept = Piece(piece_id(piece), piece)
    try:
        current = chosen(store.listed(owner)) or Collection(uuid.uuid4().hex, text("collection_first", language))
        held = store.opened(owner, current.id)
        store.change(owner, current.id, current.name, lambda one: one.toggled(kept))
    except StoreError as error:
        log.error("A piece was not kept: %s", error)
        st.toast(failed(error, language))
        return
    choose(current.id)
    key = "kept_no_more" if held and held.holds(kept.id) else "kept_in"
    st.toast(text(key, language, name=current.name))
