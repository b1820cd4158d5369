"""Times as the clock of whoever looks shows them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from assistant.rendering.formats import clock


def told(at: datetime, language: str) -> str:
    """A date and time of day; one without a zone is UTC."""
    return clock(_here(at if at.tzinfo else at.replace(tzinfo=UTC)), language)


def _here(at: datetime) -> datetime:
    """In the browser's zone; in the server's where it tells none, or one that this machine does not know."""
    try:
        return at.astimezone(ZoneInfo(st.context.timezone or ""))
    except (KeyError, ValueError):
        return at.astimezone()
