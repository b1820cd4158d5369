"""A word on the first page where reports that have come since may change what the user keeps.

It is looked for beside the page, once for each user and version of the index, and shown when the page is next drawn, so
that nothing moves under the pointer.
"""

import logging
import threading
import time
from collections.abc import Sequence

import streamlit as st

from assistant.arrivals import Affected, arrived_since, outdated_by_arrivals, quotes_gone
from assistant.errors import AssistantError, StoreError
from assistant.process.opening import opened, ready
from assistant.settings import Settings
from assistant.store.collections import Collections
from assistant.store.conversations import Conversations
from assistant.store.put_away import PutAway
from assistant.texts import text
from assistant.ui.html.markup import unmarked
from assistant.ui.kept import collections_page
from assistant.ui.kept.conversations import PARAMETER
from assistant.ui.session.going import ASK, page_at
from assistant.ui.users import user

log = logging.getLogger(__name__)
_CONVERSATIONS, _COLLECTIONS = 20, 10  # the last of each that are looked at
_USERS = 500  # whose findings are held
_PAUSE = 2.0  # seconds before each conversation is looked at, in which users' questions go first

_Found = tuple[tuple[Affected, ...], tuple[Affected, ...]]  # conversations and collections
_found: dict[tuple[str, str, str], _Found | None] = {}  # by owner, version, and settings; None while it is looked for
_lock = threading.Lock()


def draw(settings: Settings, language: str) -> None:
    """The conversations and collections of this user that may be out of date; nothing where there are none."""
    owner = user.owner(settings)
    if owner is None or not settings.conversations.keep_days:
        return
    talks, collections = _looked_for(settings, owner) or ((), ())
    found = [f"{one.id} {one.count}" for one in (*talks, *collections)]
    if not found or _is_away(settings, owner, found):
        return
    answers, quotes = (sum(one.count for one in held) for held in (talks, collections))
    said = [text("arrived_answers", language, count=answers)] if talks else []
    said += [text("arrived_quotes", language, count=quotes)] if collections else []
    with st.container(horizontal=True, key="arrivals"):
        opened = st.expander(" ".join(said), key="arrived")
        st.button(
            text("arrived_put_away", language),
            key="arrived-put-away",
            type="tertiary",
            on_click=_put_away,
            args=(settings, owner, found, language),
        )
    with opened:
        st.markdown(text("arrived_help", language))
        for one in talks:
            st.page_link(page_at(ASK), label=unmarked(one.name) or "–", query_params={PARAMETER: one.id})
        for one in collections:
            at = page_at(collections_page.PATH)
            st.page_link(at, label=unmarked(one.name), query_params={collections_page.PARAMETER: one.id})


def _is_away(settings: Settings, owner: str, found: Sequence[str]) -> bool:
    """Whether the user has put all of this away, and nothing has come since."""
    try:
        return PutAway(settings.conversations).held(owner) >= set(found)
    except StoreError as error:
        log.warning("What was put away cannot be read: %s", error)
        return False


def _put_away(settings: Settings, owner: str, found: Sequence[str], language: str) -> None:
    try:
        PutAway(settings.conversations).put(owner, found)
    except StoreError as error:
        log.error("A word was not put away: %s", error)
        st.toast(text("store_failed", language))


def _looked_for(settings: Settings, owner: str) -> _Found | None:
    """What was found for this user; begins to look where that has not been done."""
    key = (owner, opened(settings).assistant.manifest.version, settings.model_dump_json())
    with _lock:
        if key not in _found:
            _found[key] = None
            while len(_found) > _USERS:
                del _found[next(iter(_found))]
            threading.Thread(target=_look, args=(key, settings, owner), name="arrivals", daemon=True).start()
        return _found[key]


def _look(key: tuple[str, str, str], settings: Settings, owner: str) -> None:
    found: _Found = ((), ())
    try:
        found = (_talks(settings, owner), _collections(settings, owner))
    except AssistantError as error:  # the page does without
        log.warning("Kept answers were not held against the new reports: %s", error)
    except Exception:
        log.exception("Kept answers could not be held against the new reports")
    with _lock:
        if key in _found:
            _found[key] = found


def _talks(settings: Settings, owner: str) -> tuple[Affected, ...]:
    store, found = Conversations(settings.conversations), []
    for one in store.listed(owner)[:_CONVERSATIONS]:
        arrived = arrived_since(opened(settings).assistant.manifest, one.updated)
        held = store.opened(owner, one.id) if arrived else None
        if held is None:
            continue
        time.sleep(_PAUSE)
        if count := len(outdated_by_arrivals(ready(settings), held, arrived)):
            found.append(Affected(one.id, one.title, count))
    return tuple(found)


def _collections(settings: Settings, owner: str) -> tuple[Affected, ...]:
    store, assistant, found = Collections(settings.conversations), opened(settings).assistant, []
    for one in store.listed(owner)[:_COLLECTIONS]:
        held = store.opened(owner, one.id) if arrived_since(assistant.manifest, one.updated) else None
        if held and (count := quotes_gone(assistant, held)):
            found.append(Affected(one.id, one.name, count))
    return tuple(found)
