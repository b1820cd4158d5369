"""What this is and is not, what is stored, and whom to ask."""

import streamlit as st

from assistant.settings import Settings
from assistant.texts import text


def about_page(settings: Settings, language: str) -> None:
    """The page `Om løsningen`."""
    st.title(text("page_about", language))
    for part in ("is", "is_not", "how_to", "stored"):
        st.header(text(f"about_{part}_title", language))
        st.markdown(text(f"about_{part}", language))
    st.header(text("about_contact_title", language))
    st.markdown(contact(settings, language))


def contact(settings: Settings, language: str) -> str:
    """Whom to ask, as Markdown."""
    if not settings.app.contact and not settings.app.contact_url:
        return text("contact_unknown", language)
    link = f"<{settings.app.contact_url}>" if settings.app.contact_url else ""
    return "\n\n".join(part for part in (settings.app.contact, link) if part)
