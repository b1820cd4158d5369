"""The user's collections by name, beside every page."""

import logging

import streamlit as st

from assistant.errors import StoreError
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.html.markup import unmarked
from assistant.ui.kept import keeping
from assistant.ui.kept.collections_page import PARAMETER, PATH
from assistant.ui.session.going import go_to

log = logging.getLogger(__name__)


def draw(settings: Settings, current: st.Page, language: str) -> None:
    """A button for each collection; `current` is the page that is drawn."""
    owned = keeping.owned(settings)
    if owned is None:
        return
    store, owner = owned
    try:
        listed = store.listed(owner)
    except StoreError as error:
        log.error("Collections cannot be read: %s", error)
        return
    if not listed:
        return
    st.html(f'<h2 class="side-heading">{text("collections", language)}</h2>')
    in_use = keeping.chosen(listed)
    with st.container(key="collections"):
        for one in listed:
            is_shown = current.url_path == PATH and one is in_use
            label = text("collection_sized", language, name=unmarked(one.name), count=one.size)
            name = f"collection-{one.id}"
            if st.button(label, key=name, type="secondary" if is_shown else "tertiary", width="stretch"):
                keeping.choose(one.id)
                go_to(PATH, **{PARAMETER: one.id})
