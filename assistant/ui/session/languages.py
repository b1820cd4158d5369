"""Which of our languages a user reads the page in."""

import streamlit as st

from assistant.language.preferred import preferred
from assistant.texts import LANGUAGES

PARAMETER = "lang"  # of the address, so that a reload and a link keep the language
COOKIE = "language"  # by which a browser keeps the one that was chosen (`mend.js`); it says nothing of the user
SWITCH = "language-switch"  # the widget's key
_CHOSEN = "language"
_IN_ADDRESS = "language-in-address"


def of_request(parameter: str | None, kept: str | None, accepted: str) -> str:
    """The language of a page that is asked for with this `lang` parameter, cookie, and `Accept-Language` header."""
    return next((one for one in (parameter, kept) if one in LANGUAGES), None) or preferred(accepted)


def chosen() -> str:
    """The language of this run: the switch's, else the address's, else what the browser keeps, else wishes."""
    if _CHOSEN not in st.session_state:
        accepted = st.context.headers.get("Accept-Language") or st.context.locale or ""
        st.session_state[_CHOSEN] = of_request(st.query_params.get(PARAMETER), st.context.cookies.get(COOKIE), accepted)
        st.session_state[_IN_ADDRESS] = PARAMETER in st.query_params
    language: str = st.session_state[_CHOSEN]
    return language


def keep_in_address(language: str) -> None:
    """Put the language back into the address where a link to another page has left it out.

    To be called after `st.navigation`, which sets the address of the page.
    """
    if st.session_state[_IN_ADDRESS] and st.query_params.get(PARAMETER) != language:
        st.query_params[PARAMETER] = language


def switch() -> None:
    """Take over the language that the switch was put on, and keep it in the address."""
    st.session_state[_CHOSEN] = st.session_state[SWITCH]
    st.session_state[_IN_ADDRESS] = True
