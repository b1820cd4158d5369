"""The entry: `streamlit run app.py` finds `app` and serves it."""

from streamlit.starlette import App

from assistant.ui.asgi import PARTS, SCRIPT

app = App(SCRIPT, **PARTS)
