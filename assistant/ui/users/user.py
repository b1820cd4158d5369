"""Who is asking: who is signed in, where the settings want that, and otherwise the browser.

Nothing here leaves a name in the store: an owner is a hash, of the provider and the subject that it signed in, or of
the random id in the browser's cookie.
"""

import logging
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assistant.settings import AppSettings, Settings
from assistant.store import owners
from assistant.texts import text
from assistant.ui.users.proof import has_proof
from assistant.ui.users.roles import Claims, Role, is_current, is_signed_in, role_of
from assistant.ui.users.signing import FAILED
from assistant.ui.users.visitor import visitor_id

log = logging.getLogger(__name__)


def let_in(settings: Settings, language: str) -> bool:
    """Whether the user may see the page; where they must sign in first, the page asks them to."""
    user = _user(settings)
    if role_of(settings.app, user) > Role.NOBODY:
        return True
    st.title(text("app_title", language))
    if is_signed_in(user):
        st.warning(text("sign_in_no_role", language))
        return False
    if FAILED in st.query_params:
        st.error(text("sign_in_failed", language))
    elif is_signed_in(_claims()):
        st.info(text("sign_in_expired", language))
    st.markdown(text("sign_in_why", language))
    if st.button(text("sign_in", language), type="primary", key="sign-in"):
        try:
            st.login()
        except StreamlitAPIException as error:  # no provider in the secrets, or Authlib is missing
            log.error("Nobody can sign in: %s", error)
            st.error(text("sign_in_fails", language))
    return False


def account(settings: Settings, language: str) -> None:
    """Who is signed in, and a way out."""
    user = _user(settings)
    if not settings.app.sign_in or not is_signed_in(user):
        return
    st.caption(text("signed_in_as", language, name=user.get("name") or user.get("email") or user.get("sub") or ""))
    if st.button(text("sign_out", language), key="sign-out", type="tertiary"):
        st.logout()


def owner(settings: Settings) -> str | None:
    """Whose conversations these are; None where there is nobody to keep them for."""
    if settings.app.sign_in:
        user = _user(settings)
        return owner_by_login(user) if role_of(settings.app, user) > Role.NOBODY else None
    id_ = visitor_id(st.context.cookies)
    return owners.by_browser(id_) if id_ else None


def client(settings: Settings) -> str:
    """Who asks, told apart for limits: the owner, or where there is none the open page."""
    context = get_script_run_ctx()
    return owner(settings) or owners.hashed("page", context.session_id if context else "")


def owner_by_login(user: Claims) -> str | None:
    """The owner who signed in with these claims: one subject of one provider."""
    subject = user.get("sub")
    if not is_signed_in(user) or not isinstance(subject, str) or not subject:
        return None
    return owners.by_login(str(user.get("iss") or user.get("provider") or ""), subject)


def role(settings: Settings) -> Role:
    """What the user of this page may do."""
    return role_here(settings.app, st.context.cookies, st.context.headers, _user(settings))


def may_manage_reports(settings: Settings) -> bool:
    """Whether this user may upload, index and remove reports."""
    return settings.app.manage_reports != "off" and role(settings) >= Role.LIBRARIAN


def role_here(app: AppSettings, cookies: Mapping[str, str], headers: Mapping[str, str], user: Claims) -> Role:
    """The role of a user with these claims in a request with these `cookies` and `headers`.

    `local` wants the proof that its link was opened. More than to ask may only be done from a page that comes from this
    server: a browser sends its cookies along for any page on the same machine. No header is proof of anything.
    """
    found = role_of(app, user)
    if not _is_own_page(headers):
        return min(found, Role.ASKER)
    return Role.ADMINISTRATOR if app.manage_reports == "local" and has_proof(cookies) else found


def _is_own_page(headers: Mapping[str, str]) -> bool:
    """Whether the page that asks was sent by the server that is asked, port and all."""
    try:
        origin = urlsplit(headers.get("Origin", "")).netloc
    except ValueError:
        return False
    return bool(origin) and origin.casefold() == (headers.get("Host") or "").casefold()


def _user(settings: Settings) -> Claims:
    """The claims of whoever is signed in, and has been for no longer than one may be."""
    user = _claims()
    return user if is_current(user, settings.app.sign_in_hours, time.time()) else {}


def _claims() -> Claims:
    return st.user.to_dict()
