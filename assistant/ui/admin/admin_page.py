"""The page for those who look after the reports, and for those who run all of it: what each role may see of it."""

from collections.abc import Callable

import streamlit as st

from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.admin import answers, inforce, reports, usage, versions
from assistant.ui.users import user
from assistant.ui.users.roles import Role

PATH = "administrasjon"
_VIEW = "admin-view"
# Each part, and the least role that sees it.
_PARTS: dict[str, tuple[Role, Callable[[Settings, str], None]]] = {
    "reports": (Role.LIBRARIAN, reports.draw),
    "answers": (Role.LIBRARIAN, answers.draw),
    "versions": (Role.ADMINISTRATOR, versions.draw),
    "usage": (Role.ADMINISTRATOR, usage.draw),
    "settings": (Role.ADMINISTRATOR, inforce.draw),
}


def is_open(settings: Settings) -> bool:
    """Whether there is anything on the page for this user."""
    return user.role(settings) >= Role.LIBRARIAN


def admin_page(settings: Settings, language: str) -> None:
    """Draw the page, for whoever may see a part of it."""
    role = user.role(settings)
    parts = [name for name, (least, _) in _PARTS.items() if role >= least]
    if not parts:
        return
    st.title(text("page_admin", language))
    if st.session_state.get(_VIEW) not in parts:  # nothing was chosen yet, or what one may no longer see
        st.session_state[_VIEW] = parts[0]
    chosen = st.segmented_control(
        text("admin_view", language),
        parts,
        required=True,
        format_func=lambda name: text(f"admin_{name}", language),
        key=_VIEW,
        label_visibility="collapsed",
    )
    _PARTS[chosen or parts[0]][1](settings, language)
