"""What is said where the reports cannot be reached: in a reader's words, with whom to turn to and a way to try again.

What is wrong stands in the log, and on the page for those who look after the reports.
"""

import streamlit as st

from assistant.settings import Settings
from assistant.texts import text


def say_away(settings: Settings, language: str) -> None:
    """Say it; pressing the button draws the page anew."""
    st.markdown(text("reports_away", language))
    if settings.conversations.keep_days:
        st.markdown(text("reports_away_kept", language))
    st.markdown(text("if_it_goes_on", language, contact=contact(settings, language)))
    st.button(text("try_again", language), key="try-again")


def contact(settings: Settings, language: str) -> str:
    """Whom to ask, as Markdown."""
    if not settings.app.contact and not settings.app.contact_url:
        return text("contact_unknown", language)
    link = f"<{settings.app.contact_url}>" if settings.app.contact_url else ""
    return "\n\n".join(part for part in (settings.app.contact, link) if part)
