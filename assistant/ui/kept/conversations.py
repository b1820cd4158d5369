"""The kept conversations beside the page: found again, renamed, taken along, deleted.

The frame calls `sidebar(settings, page, language)` at every run, inside the sidebar and before the page is drawn, and
`keep(conversation, settings)` when a question is asked and when it is answered. The conversation on the screen has its
id in the address, so that a reload finds it; the id alone opens nothing, for its owner is asked for too.
"""

import logging
from collections.abc import Callable
from functools import partial

import streamlit as st

from assistant.errors import StoreError
from assistant.settings import Settings
from assistant.store.conversations import Conversations, KeptConversation, KeptTurn
from assistant.store.export import FORMATS, Format, file_name
from assistant.texts import TEXTS, text
from assistant.ui.html.markup import unmarked
from assistant.ui.session import languages, state, undo
from assistant.ui.session.going import ASK, go_to
from assistant.ui.session.state import Conversation, Turn
from assistant.ui.users import user

log = logging.getLogger(__name__)
PARAMETER = "samtale"  # of the address
SHOWN = 6  # conversations listed at first
_KNOWN = "kept-turns"  # the turns that this session has put into the store or taken out of it
_Known = tuple[str, bool, str]  # a turn's id, and what has come of its question so far
_ADDRESS = "conversation-in-address"  # the page and the id in its address, as the last run left them
_ALL = "all-conversations"
_GONE = "conversation-gone"


def keep(conversation: Conversation, settings: Settings) -> None:
    """Keep the conversation as it now is, where conversations are kept; a failure leaves the page as it is."""
    owner, store = user.owner(settings), Conversations(settings.conversations)
    if owner is None or not store.are_kept:
        return
    known: dict[str, set[_Known]] = st.session_state.setdefault(_KNOWN, {})
    turns = _known(conversation.turns)
    gone = {id_ for id_, *_ in known.get(conversation.id, set()) - turns}
    try:
        store.keep(owner, _kept(conversation), gone)
    except StoreError as error:
        log.error("A conversation was not kept: %s", error)
        st.toast(text("store_failed", languages.chosen()))
        return
    known[conversation.id] = turns
    st.query_params[PARAMETER] = conversation.id


def _known(turns: list[Turn]) -> set[_Known]:
    return {(turn.id, turn.answer is not None, turn.message) for turn in turns}


def sidebar(settings: Settings, page: str, language: str) -> None:
    """The user's conversations, the last used first; and the one that the address of `page` names, on the screen."""
    user.account(settings, language)
    owner, store = user.owner(settings), Conversations(settings.conversations)
    if owner is None or not store.are_kept:
        return
    try:
        _follow_address(store, owner, page)
        _list(_Kept(store, owner, language), page)
        st.session_state[_ADDRESS] = (page, st.query_params.get(PARAMETER, ""))
    except StoreError as error:
        log.error("Conversations cannot be read: %s", error)
        st.caption(text("store_failed", language))


class _Kept:
    """One user's conversations."""

    def __init__(self, store: Conversations, owner: str, language: str) -> None:
        self._store, self._owner, self.language = store, owner, language
        self.all = store.listed(owner)

    def open(self, id_: str) -> None:
        """Put a conversation on the screen, on the page where one asks."""
        _show(self._store, self._owner, id_)
        go_to(ASK, **{PARAMETER: id_})

    def rename(self, id_: str, field: str) -> None:
        """Give it the title that stands in the field."""
        self._try(lambda: self._store.rename(self._owner, id_, str(st.session_state[field])))

    def delete(self, ids: list[str]) -> None:
        """Delete these, and offer to have them back; an empty one takes the place of one that was on the screen."""
        gone: list[KeptConversation] = []

        def delete() -> None:
            gone.extend(one for id_ in ids if (one := self._store.opened(self._owner, id_)))
            self._store.delete(self._owner, ids)

        if not self._try(delete):
            return
        shown = state.current().id if state.current().id in ids else ""
        if shown:
            state.start_anew()
        key = "conversation_deleted" if len(gone) == 1 else "conversations_deleted"
        undo.offer(text(key, self.language, count=len(gone)), partial(self._put_back, gone, shown))

    def _put_back(self, gone: list[KeptConversation], shown: str) -> None:
        def keep() -> None:
            for one in sorted(gone, key=lambda one: one.updated):
                self._store.keep(self._owner, one)
            if shown:
                _show(self._store, self._owner, shown)

        self._try(keep)

    def exported(self, id_: str, form: Format) -> bytes:
        """A conversation as a file."""
        return form.make(self._store.opened(self._owner, id_) or KeptConversation(id_, ()), self.language)

    def _try(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except StoreError as error:
            log.error("A conversation was not changed: %s", error)
            st.toast(text("store_failed", self.language))
            return False
        return True


def _list(kept: _Kept, page: str) -> None:
    current = state.current().id
    _name_in_address({one.id for one in kept.all}, current, page)
    if not kept.all:
        return
    st.html(f'<h2 class="side-heading">{text("conversations", kept.language)}</h2>')
    most = len(kept.all) if st.session_state.get(_ALL) else SHOWN
    shown = [one for place, one in enumerate(kept.all) if place < most or one.id == current]
    with st.container(key="conversations"):
        for one in shown:
            is_current = one.id == current
            opened = st.button(
                unmarked(one.title) or "–",
                key=f"open-{one.id}",
                type="secondary" if is_current else "tertiary",
                width="stretch",
            )
            if opened and not is_current:
                kept.open(one.id)
            if is_current:
                _menu(one, kept)
        if len(shown) < len(kept.all):
            st.button(
                text("conversations_all", kept.language, count=len(kept.all)),
                key="all-conversations",
                type="tertiary",
                on_click=st.session_state.setdefault,
                args=(_ALL, True),
            )


def _menu(one: KeptConversation, kept: _Kept) -> None:
    """What can be done with the conversation on the screen."""
    language = kept.language
    with st.popover(text("conversation_menu", language), width="stretch", key=f"menu-{one.id}"):
        field = f"title-{one.id}"
        st.text_input(
            text("conversation_rename", language),
            value=one.title,
            key=field,
            max_chars=80,
            on_change=kept.rename,
            args=(one.id, field),
        )
        for form in FORMATS:
            st.download_button(
                text(form.name, language),
                partial(kept.exported, one.id, form),
                file_name=file_name(one, form.suffix),
                mime=form.mime,
                key=f"export-{form.suffix}-{one.id}",
                on_click="ignore",
                width="stretch",
            )
        st.divider()
        st.caption(text("conversation_delete_note", language))
        st.button(
            text("conversation_delete", language),
            key=f"delete-{one.id}",
            on_click=kept.delete,
            args=([one.id],),
            width="stretch",
        )
        if len(kept.all) > 1 and st.checkbox(text("conversations_delete_sure", language), key=f"sure-{one.id}"):
            st.button(
                text("conversations_delete", language, count=len(kept.all)),
                key=f"delete-all-{one.id}",
                on_click=kept.delete,
                args=([other.id for other in kept.all],),
                width="stretch",
            )


def _follow_address(store: Conversations, owner: str, page: str) -> None:
    """Put the conversation of the address on the screen, where the browser has brought another: at a session's first
    run, and where one went back or forward.
    """
    id_, current = st.query_params.get(PARAMETER, ""), state.current()
    before: tuple[str, str] | None = st.session_state.get(_ADDRESS)
    if id_ and id_ != current.id and before != (page, id_):
        _show(store, owner, id_)
    elif not id_ and before == (page, current.id):
        state.start_anew()


def _show(store: Conversations, owner: str, id_: str) -> None:
    found = store.opened(owner, id_)
    if found is None:
        st.session_state[_GONE] = True
        return
    turns = [Turn(turn.question, turn.answer, _message(turn), turn.filters, turn.id) for turn in found.turns]
    st.session_state.setdefault(_KNOWN, {})[id_] = _known(turns)
    state.show(Conversation(turns, found.filters, found.id))
    if turns and turns[-1].message in TEXTS["reason_stopping"].values():  # the one before was stopping
        state.ask_as_it_was(turns[-1].id)


def say_gone(language: str) -> None:
    """A word on why the conversation that the address named is not on the screen."""
    if st.session_state.get(_GONE):
        if state.current().turns:
            del st.session_state[_GONE]
        else:
            st.info(text("conversation_gone", language))


def _message(turn: KeptTurn) -> str:
    return turn.message or ("" if turn.answer else text("turn_unreadable", languages.chosen()))


def _name_in_address(kept: set[str], current: str, page: str) -> None:
    """Keep the address in step with a new conversation, one deleted, or a link that has left its name out."""
    if current in kept and page == ASK:
        if st.query_params.get(PARAMETER) != current:
            st.query_params[PARAMETER] = current
    elif PARAMETER in st.query_params:
        del st.query_params[PARAMETER]


def _kept(conversation: Conversation) -> KeptConversation:
    turns = (KeptTurn(turn.id, turn.question, turn.answer, turn.message, turn.filters) for turn in conversation.turns)
    return KeptConversation(conversation.id, tuple(turns), conversation.filters)
