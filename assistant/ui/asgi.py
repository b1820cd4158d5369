"""What the page is served with, by `streamlit run app.py` and by `kunnskap serve` alike."""

import os
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.types import ASGIApp
from streamlit import config
from streamlit.config_option import ConfigOption
from streamlit.starlette import App
from streamlit.web import bootstrap

from assistant.ui.frame.page import PAGES, tell_failure
from assistant.ui.server.connections import Connections
from assistant.ui.server.guard import Guard
from assistant.ui.server.rewriting import OurPage
from assistant.ui.server.starting import warming_up
from assistant.ui.users.proof import Proof
from assistant.ui.users.signing import SigningIn
from assistant.ui.users.visitor import VisitorCookie

SCRIPT = Path(__file__).with_name("script.py")
# What Streamlit else takes from a file in the working folder, which may be another.
_FIXED = {
    "server.headless": True,
    "server.fileWatcherType": "none",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "runner.postScriptGC": False,
}
PARTS: dict[str, Any] = {
    "lifespan": warming_up,
    "on_script_error": tell_failure,
    "middleware": [
        Middleware(Connections),
        Middleware(Guard),
        Middleware(Proof),
        Middleware(SigningIn),
        Middleware(VisitorCookie),
        Middleware(OurPage, PAGES),
    ],
}


def page(address: str, port: int) -> ASGIApp:
    """The page as an app that is served there by somebody else than Streamlit's own command."""
    bootstrap.load_config_options({**_FIXED, **_in_environment(), "server.address": address, "server.port": port})
    app: ASGIApp = App(SCRIPT, **PARTS)
    return app


def _in_environment() -> dict[str, object]:
    """Streamlit's settings that the environment names: its own command alone would read them."""
    options = config.get_config_options().items()
    return {key: _typed(one, os.environ[one.env_var]) for key, one in options if one.env_var in os.environ}


def _typed(option: ConfigOption, words: str) -> object:
    if option.multiple:
        return words.split()
    if option.type is bool:
        return words.strip().casefold() in ("1", "true", "yes", "on")
    return int(words) if option.type is int else words
