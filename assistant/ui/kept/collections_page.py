"""The page of collections: the pieces of one, in order, with the user's own notes; and ways to take it along.

`/samling?samling=…` names one by its id, which opens nothing but for its owner.
"""

import logging
import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from assistant.errors import StoreError
from assistant.export.plain import as_markdown, as_text
from assistant.export.word import as_word
from assistant.settings import Settings
from assistant.store.collections import NAME, Collection, Collections
from assistant.store.export import collected, collection_file
from assistant.texts import text
from assistant.ui.answer.export import WORD
from assistant.ui.html.markup import tag
from assistant.ui.kept import keeping, piece_view
from assistant.ui.session import undo
from assistant.ui.session.going import ASK, way_on
from assistant.ui.session.page_title import name_page

log = logging.getLogger(__name__)
PATH = "samling"
_ORDERING = "ordering"
_mount = st.components.v2.component(
    "kunnskapsassistent_ordering",
    js=Path(__file__).with_name("ordering.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)
PARAMETER = "samling"  # of the address


def collections_page(settings: Settings, language: str) -> None:
    """Draw the collection that the address names, or the last one."""
    owned = keeping.owned(settings)
    if owned is None:
        st.title(text("page_collections", language))
        st.info(text("collections_off", language))
        return
    try:
        _draw(_Owned(*owned, language), language)
    except StoreError as error:
        log.error("Collections cannot be read: %s", error)
        st.error(text("store_failed", language))


class _Owned:
    """One user's collections, and what can be done with one; each change is deleted or taken back with a click."""

    def __init__(self, store: Collections, owner: str, language: str) -> None:
        self._store, self._owner, self._language = store, owner, language
        self.all = store.listed(owner)

    def opened(self) -> Collection | None:
        """The collection of the address; without one there, the one that is in use."""
        in_use = keeping.chosen(self.all)
        id_ = st.query_params.get(PARAMETER) or (in_use.id if in_use else "")
        return self._store.opened(self._owner, id_)

    def make(self) -> None:
        """A new one, which is then in use."""
        id_ = uuid.uuid4().hex
        name = text("collection_new_name", self._language, number=len(self.all) + 1)
        self._change(Collection(id_, name), lambda one: one)
        keeping.choose(id_)
        st.query_params[PARAMETER] = id_

    def rename(self, one: Collection, field: str) -> None:
        """Give it the name that stands in the field."""
        name = str(st.session_state[field])
        self._change(one, lambda now: replace(now, name=name or now.name))

    def note(self, one: Collection, piece: str, field: str) -> None:
        """Keep the note that stands in the field."""
        note = str(st.session_state[field])
        self._change(one, lambda now: now.noted(piece, note))

    def move(self, one: Collection, piece: str, by: int) -> None:
        """Move a piece by so many places."""
        self._change(one, lambda now: now.moved(piece, by))

    def remove(self, one: Collection, piece: str) -> None:
        """Take a piece out."""
        pieces = tuple(kept for kept in one.pieces if kept.id != piece)
        self._change(one, lambda now: replace(now, pieces=pieces))
        undo.offer(text("piece_removed", self._language), partial(self._change, one, lambda now: one))

    def delete(self, one: Collection) -> None:
        """Delete the whole collection."""
        self._try(lambda: self._store.delete(self._owner, one.id))
        st.query_params.pop(PARAMETER, None)
        if not one.is_newer:
            undo.offer(text("collection_deleted", self._language, name=one.name), partial(self._put_back, one))

    def _put_back(self, one: Collection) -> None:
        self._change(one, lambda now: one)
        keeping.choose(one.id)

    def _change(self, one: Collection, change: Callable[[Collection], Collection]) -> None:
        self._try(lambda: self._store.change(self._owner, one.id, one.name, change))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except StoreError as error:
            log.error("A collection was not changed: %s", error)
            st.toast(keeping.failed(error, self._language))


def _draw(owned: _Owned, language: str) -> None:
    one = owned.opened()
    if one is None:
        st.title(text("page_collections", language))
        if st.query_params.get(PARAMETER):
            st.info(text("collection_gone", language))
        st.markdown(text("collections_none", language))
        way_on(ASK, text("to_start", language))
        return
    keeping.choose(one.id)
    name_page(one.name, language)
    st.title(one.name.replace("[", "\\[").replace("$", "\\$"))
    _actions(one, owned, language)
    if one.is_newer:
        st.warning(text("reason_collection_newer", language, name=one.name))
    elif not one.pieces:
        st.markdown(text("collection_empty", language))
    _ordering(one, owned)
    for place, piece in enumerate(one.pieces):
        with st.container(key=f"piece-{piece.id}", border=True):
            if len(one.pieces) > 1:
                st.html(tag("div", "⠿", class_="piece-grip", draggable="true", data_grip=piece.id, aria_hidden="true"))
            piece_view.draw(piece, language)
            field = f"note-{one.id}-{piece.id}"
            st.text_area(
                text("piece_note", language),
                value=piece.note,
                key=field,
                height=68,
                on_change=owned.note,
                args=(one, piece.id, field),
            )
            _order(one, place, owned, language)


def _ordering(one: Collection, owned: _Owned) -> None:
    """Have pieces moved by dragging; the buttons of each do the same."""

    def moved() -> None:
        asked = st.session_state[_ORDERING].move
        if asked:
            owned.move(one, asked["piece"], int(asked["by"]))

    with st.container(key="bridge-ordering"):
        _mount(key=_ORDERING, data={}, on_move_change=moved)


def _order(one: Collection, place: int, owned: _Owned, language: str) -> None:
    piece, last = one.pieces[place].id, len(one.pieces) - 1
    with st.container(horizontal=True, key=f"piece-actions-{piece}"):
        for word, by, is_off in (("piece_up", -1, place == 0), ("piece_down", 1, place == last)):
            st.button(
                text(word, language),
                key=f"{word}-{piece}",
                type="tertiary",
                disabled=is_off,
                on_click=owned.move,
                args=(one, piece, by),
            )
        remove = text("piece_remove", language)
        st.button(remove, key=f"remove-{piece}", type="tertiary", on_click=owned.remove, args=(one, piece))


def _actions(one: Collection, owned: _Owned, language: str) -> None:
    """What can be done with the whole of it."""
    with st.container(horizontal=True, key="collection-actions"):
        if one.pieces:
            st.download_button(
                text("export_word", language),
                lambda: as_word(collected(one, language)),
                file_name=collection_file(one),
                mime=WORD,
                key="collection-word",
                on_click="ignore",
            )
            _copied("collection_copy", one, language)
            _copied("collection_references", one, language)
        with st.popover(text("collection_menu", language), key="collection-menu"):
            field = f"name-{one.id}"
            st.text_input(
                text("collection_rename", language),
                value=one.name,
                key=field,
                max_chars=NAME,
                on_change=owned.rename,
                args=(one, field),
            )
            st.button(text("collection_new", language), key="collection-new", on_click=owned.make, width="stretch")
            st.button(
                text("collection_delete", language),
                key="collection-delete",
                on_click=owned.delete,
                args=(one,),
                width="stretch",
            )


def _copied(key: str, one: Collection, language: str) -> None:
    """What can be copied; made when it is asked for."""
    with st.popover(text(key, language), key=key.replace("_", "-"), on_change="rerun") as opened:
        if not opened.open:
            return
        document = collected(one, language)
        if key == "collection_references":
            words = "\n".join(entry.plain for entry in document.references)
        else:
            form = st.radio(
                text("export_copy", language),
                ("export_text", "export_as_markdown"),
                format_func=lambda name: text(name, language),
                horizontal=True,
                key=f"{key}-form",
            )
            words = as_text(document) if form == "export_text" else as_markdown(document)
        st.code(words, language=None, wrap_lines=True, height=240)
