"""The frame of the page: language, title, navigation, and one function a page.

What is on the screen is in `session.state`. The style sheets in `looks/` and `server/mend.js` are in the very page that
the server sends (`server.rewriting`).
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from assistant.api import Assistant
from assistant.errors import AssistantError, IndexMissing
from assistant.monitoring import logs
from assistant.settings import Settings, load_settings
from assistant.texts import text
from assistant.ui.admin import admin_page
from assistant.ui.asking import chat, overview_page
from assistant.ui.asking.welcome import no_index
from assistant.ui.frame import about, accessibility, habits, sidebar
from assistant.ui.kept import share
from assistant.ui.kept.collections_page import PATH, collections_page
from assistant.ui.kept.conversations import say_gone
from assistant.ui.library import study_page
from assistant.ui.library.reports import reports_page
from assistant.ui.session import languages, undo
from assistant.ui.session.away import say_away
from assistant.ui.session.going import ASK, LIBRARY, UNKNOWN, way_on
from assistant.ui.session.loading import open_assistant
from assistant.ui.session.page_title import name_page
from assistant.ui.source import panel
from assistant.ui.source.source_page import source_page
from assistant.ui.users import user

log = logging.getLogger(__name__)
ICON = Path(__file__).parents[1] / "looks" / "icon.svg"


def run() -> None:
    """Draw the page; called by Streamlit at every interaction."""
    language = languages.chosen()
    try:
        settings = load_settings()
    except AssistantError as error:
        st.error(f"{text('cannot_start', language)}\n\n{error.worded(language)}")
        return
    logs.configure(settings.log_level)
    pages = _pages(settings, language)
    current = st.navigation(pages, expanded=True)
    languages.keep_in_address(language)
    st.set_page_config(page_icon=ICON, layout="centered")
    name_page(current.title, language)
    with st.sidebar:
        sidebar.draw(settings, pages[0], current, language)
    undo.draw(language)
    if habits.serve(settings, current is pages[0], language):
        st.switch_page(pages[1])
    panel.begin()
    current.run()
    panel.panel(settings, language)


def tell_failure(error: Exception) -> bool:
    """Tell the user in words that something has failed, in place of Streamlit's English; the log has the rest."""
    log.error("The page failed", exc_info=error)
    st.error(text("something_failed_page", languages.chosen()))
    return True


def _pages(settings: Settings, language: str) -> list[st.Page]:
    hidden = _HIDDEN if admin_page.is_open(settings) else {*_HIDDEN, admin_page.PATH}
    return [
        st.Page(
            partial(draw, settings, language),
            title=text(name, language),
            url_path=path,
            default=path == ASK,
            visibility="hidden" if path in hidden else "visible",
        )
        for path, (name, draw) in PAGES.items()
    ]


def _ask(settings: Settings, language: str) -> None:
    assistant = _opened(settings, language)
    if assistant is not None:
        say_gone(language)
        chat.conversation(assistant, settings, language)


def _reports(settings: Settings, language: str) -> None:
    if not user.let_in(settings, language):
        return
    try:
        assistant: Assistant | None = open_assistant(settings, language)
    except AssistantError:  # the page on which reports are added is there for an empty index as well
        assistant = None
    reports_page(assistant, settings, language)


def _collections(settings: Settings, language: str) -> None:
    if user.let_in(settings, language):
        collections_page(settings, language)


def _admin(settings: Settings, language: str) -> None:
    if not user.let_in(settings, language):
        return
    if admin_page.is_open(settings):
        admin_page.admin_page(settings, language)
    else:
        st.title(text("page_admin", language))
        st.info(text("admin_closed", language))
        way_on(ASK, text("to_start", language))


def _unknown(_settings: Settings, language: str) -> None:
    st.title(text("page_unknown", language))
    st.info(text("unknown_page", language))
    way_on(ASK, text("to_start", language))


def _source(settings: Settings, language: str) -> None:
    assistant = _opened(settings, language)
    if assistant is not None:
        source_page(assistant, language)


def _study(settings: Settings, language: str) -> None:
    assistant = _opened(settings, language)
    if assistant is not None:
        study_page.study_page(assistant, language)


def _overview(settings: Settings, language: str) -> None:
    assistant = _opened(settings, language)
    if assistant is not None:
        overview_page.overview_page(assistant, settings, language)


def _shared(settings: Settings, language: str) -> None:
    assistant = _opened(settings, language)
    if assistant is not None:
        share.shared_page(assistant, settings, language)


def _opened(settings: Settings, language: str) -> Assistant | None:
    """The assistant where the user may ask it and it has reports; else None, and the page says why."""
    if not user.let_in(settings, language):
        return None
    try:
        assistant = _unless_never_built(settings, language)
        if assistant is None or assistant.manifest.documents:
            return assistant
        no_index(settings, language)
    except AssistantError as error:
        log.error("The reports cannot be reached: %s", error)
        st.title(text("reports_away_title", language))
        say_away(settings, language)
        if admin_page.is_open(settings):
            way_on(admin_page.PATH, text("reports_away_why", language))
    return None


def _unless_never_built(settings: Settings, language: str) -> Assistant | None:
    """The assistant; None where nothing has been indexed yet, and those who can do it are told how."""
    try:
        return open_assistant(settings, language)
    except IndexMissing as error:
        log.error("There are no reports: %s", error)
        no_index(settings, language)
        if admin_page.is_open(settings):
            st.info(error.worded(language))
        return None


# By its path, what each page is called and what draws it, in the order of the menu.
PAGES: dict[str, tuple[str, Callable[[Settings, str], None]]] = {
    ASK: ("page_ask", _ask),
    LIBRARY: ("page_reports", _reports),
    PATH: ("page_collections", _collections),
    "kilde": ("page_source", _source),
    study_page.PATH: ("page_study", _study),
    overview_page.PATH: ("page_overview", _overview),
    share.PATH: ("page_shared", _shared),
    "om": ("page_about", about.about_page),
    "tilgjengelighet": ("page_accessibility", accessibility.statement_page),
    admin_page.PATH: ("page_admin", _admin),
    UNKNOWN: ("page_unknown", _unknown),
}
_HIDDEN = frozenset({"kilde", study_page.PATH, overview_page.PATH, share.PATH, UNKNOWN})
