"""The Streamlit entry: `streamlit run app.py`."""

from assistant.ui.page import run

run()
