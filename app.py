"""The entry: `streamlit run app.py` finds `app` and serves it."""

from starlette.middleware import Middleware
from streamlit.starlette import App

from assistant.ui.connections import Connections
from assistant.ui.guard import Guard
from assistant.ui.page import tell_failure
from assistant.ui.proof import Proof
from assistant.ui.server import OurPage, warming_up
from assistant.ui.visitor import VisitorCookie

app = App(
    "assistant/ui/script.py",
    lifespan=warming_up,
    on_script_error=tell_failure,
    middleware=[
        Middleware(Connections),
        Middleware(Guard),
        Middleware(Proof),
        Middleware(VisitorCookie),
        Middleware(OurPage),
    ],
)
