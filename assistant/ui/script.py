"""What Streamlit runs for each user at each interaction; `app.py` serves it."""

from assistant.ui.frame.page import run

run()
