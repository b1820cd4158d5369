"""Going to another page of the app, which is known here by its address alone: `page` draws it."""

from typing import NoReturn
from urllib.parse import urlsplit

import streamlit as st

ASK = "spor"
LIBRARY = "rapporter"
UNKNOWN = "finnes-ikke"  # where an address that leads to no page ends


def go_to(path: str, **parameters: str) -> NoReturn:
    """Go to the page at this path, with these parameters in its address."""
    st.switch_page(page_at(path), query_params=parameters or None)


def way_on(path: str, label: str) -> None:
    """A link onward from a page that has nothing to show."""
    with st.container(key="whole-gone"):
        st.page_link(page_at(path), label=label)


def page_at(path: str) -> st.Page:
    """Stands for the page at this path, in a link to it."""
    return st.Page(_drawn_elsewhere, url_path=path)


def absolute(address: str) -> str:
    """An address relative to the app's own, as it can be sent to others."""
    at = urlsplit(st.context.url or "")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{at.scheme}://{at.netloc}/{f'{base}/' if base else ''}{address}"


def _drawn_elsewhere() -> None: ...
