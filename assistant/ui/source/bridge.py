"""The one piece of script behind answers and their sources: `evidence.js`, as a Streamlit component without looks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_KEY = "sources"
_mount = st.components.v2.component(
    "kunnskapsassistent_evidence",
    js=Path(__file__).with_name("evidence.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def bridge(shown: str, at: str, open_source: Callable[[str, int], None]) -> None:
    """Serve all that stands under a `data-answer`.

    `shown` names the source that is open beside the page ("" for none), `at` the page of it: another one is brought
    into view. `open_source(key, number)` is called when a marker of the answer `key` is clicked.
    """

    def clicked() -> None:
        wanted: Any = st.session_state[_KEY].open
        open_source(str(wanted["key"]), int(wanted["n"]))

    with st.container(key="bridge"):  # known by its class, so that it takes no room
        _mount(key=_KEY, data={"shown": shown, "at": at}, on_open_change=clicked)
