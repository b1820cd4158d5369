"""What begins and ends with the server: models and index loaded, old conversations deleted, the link told."""

import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from streamlit import config

from assistant.errors import SettingsError
from assistant.process.opening import warm_up
from assistant.settings import load_settings
from assistant.store.retention import start_purging
from assistant.ui.asking import trying
from assistant.ui.users.proof import link


@asynccontextmanager
async def warming_up(_app: object) -> AsyncIterator[None]:
    """Load the model and the index, and delete what has been kept for long enough, beside the start of the server."""
    threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()
    purging = start_purging()
    _colour()
    _tell_link()
    yield
    purging.set()


def _warm_up() -> None:
    warm_up()
    trying.begin()


def _colour() -> None:
    """Have Streamlit's own widgets bear the colours of those who run this."""
    try:
        app = load_settings().app
    except SettingsError:
        return
    for theme, accent in (("light", app.accent), ("dark", app.accent_dark)):
        if accent:
            config.set_option(f"theme.{theme}.primaryColor", accent)
            config.set_option(f"theme.{theme}.linkColor", accent)


def _tell_link() -> None:
    """Say in the terminal, and nowhere else, how whoever started the app may change the reports."""
    try:
        app = load_settings().app
    except SettingsError:  # the page says what is wrong with them
        return
    # One that is set is known to who set it, and belongs in no log.
    if app.manage_reports == "local" and not app.token.get_secret_value():
        sys.stderr.write(f"\n  To manage reports, open: {link(st.get_option('server.port'))}\n\n")
        sys.stderr.flush()
