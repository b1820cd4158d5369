"""What the page is served with, by `streamlit run app.py` and by `kunnskap serve` alike."""

from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.types import ASGIApp
from streamlit.starlette import App
from streamlit.web import bootstrap

from assistant.ui.connections import Connections
from assistant.ui.guard import Guard
from assistant.ui.page import tell_failure
from assistant.ui.proof import Proof
from assistant.ui.server import OurPage, warming_up
from assistant.ui.visitor import VisitorCookie

SCRIPT = Path(__file__).with_name("script.py")
PARTS: dict[str, Any] = {
    "lifespan": warming_up,
    "on_script_error": tell_failure,
    "middleware": [
        Middleware(Connections),
        Middleware(Guard),
        Middleware(Proof),
        Middleware(VisitorCookie),
        Middleware(OurPage),
    ],
}


def page(address: str, port: int) -> ASGIApp:
    """The page as an app that is served there by somebody else than Streamlit."""
    # What Streamlit else takes from a file in the working folder, which may be another.
    bootstrap.load_config_options(
        {
            "server.address": address,
            "server.port": port,
            "server.headless": True,
            "server.fileWatcherType": "none",
            "client.showErrorDetails": "none",
            "client.toolbarMode": "minimal",
            "runner.postScriptGC": False,
        }
    )
    app: ASGIApp = App(SCRIPT, **PARTS)
    return app
