"""Who is asking: who is signed in, where the settings want that, and otherwise the browser.

Nothing here leaves a name in the store: an owner is a hash, of the provider and the subject that it signed in, or of
the random id in the browser's cookie.
"""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assistant.settings import AppSettings, Settings
from assistant.store import owners
from assistant.texts import text
from assistant.ui.proof import has_proof
from assistant.ui.visitor import visitor_id

log = logging.getLogger(__name__)


def let_in(settings: Settings, language: str) -> bool:
    """Whether the user may see the page; where they must sign in first, the page asks them to."""
    if not settings.app.sign_in or _signed_in(_user()):
        return True
    st.title(text("app_title", language))
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
    user = _user()
    if not settings.app.sign_in or not _signed_in(user):
        return
    st.caption(text("signed_in_as", language, name=user.get("name") or user.get("email") or user.get("sub") or ""))
    if st.button(text("sign_out", language), key="sign-out", type="tertiary"):
        st.logout()


def owner(settings: Settings) -> str | None:
    """Whose conversations these are; None where there is nobody to keep them for."""
    if settings.app.sign_in:
        return owner_by_login(_user())
    id_ = visitor_id(st.context.cookies)
    return owners.by_browser(id_) if id_ else None


def client(settings: Settings) -> str:
    """Who asks, told apart for limits: the owner, or where there is none the open page."""
    context = get_script_run_ctx()
    return owner(settings) or owners.hashed("page", context.session_id if context else "")


def owner_by_login(user: Mapping[str, Any]) -> str | None:
    """The owner who signed in with these claims: one subject of one provider."""
    subject = user.get("sub")
    if not _signed_in(user) or not isinstance(subject, str) or not subject:
        return None
    return owners.by_login(str(user.get("iss") or user.get("provider") or ""), subject)


def may_manage_reports(settings: Settings) -> bool:
    """Whether this user may upload, index and remove reports."""
    return may_manage(settings.app, st.context.cookies, st.context.headers, _user())


def may_manage(
    app: AppSettings, cookies: Mapping[str, str], headers: Mapping[str, str], user: Mapping[str, Any]
) -> bool:
    """The same for a request's `cookies` and `headers` and a user's claims.

    `local` wants the proof that its link was opened, and besides that the page comes from this server: a browser sends
    its cookies along for any page on the same machine. No header is proof of anything.
    """
    if app.manage_reports == "off" or not _is_own_page(headers):
        return False
    if app.manage_reports == "local":
        return has_proof(cookies)
    if not _signed_in(user):
        return False
    listed = {name.casefold() for name in app.manage_reports}
    email = "" if user.get("email_verified") is False else str(user.get("email") or "")
    return bool(listed & {email.casefold(), str(user.get("sub") or "").casefold()} - {""})


def _is_own_page(headers: Mapping[str, str]) -> bool:
    """Whether the page that asks was sent by the server that is asked, port and all."""
    try:
        origin = urlsplit(headers.get("Origin", "")).netloc
    except ValueError:
        return False
    return bool(origin) and origin.casefold() == (headers.get("Host") or "").casefold()


def _user() -> Mapping[str, Any]:
    return st.user.to_dict()


def _signed_in(user: Mapping[str, Any]) -> bool:
    return user.get("is_logged_in") is True
