"""The one piece of script behind answers and the viewer: `evidence.js`, as a Streamlit component without looks."""

from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "kunnskapsassistent_evidence",
    js=Path(__file__).with_name("evidence.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def bridge(key: str, scroll: str = "") -> int | None:
    """Serve the elements under `data-answer=key`; the number of the source that was just clicked there, if one was.

    A new value of `scroll` brings the marked quote into view.
    """
    with st.container(key=f"bridge-{key}"):  # known by its class, so that it takes no room
        result = _mount(key=f"evidence-{key}", data={"key": key, "scroll": scroll}, on_open_change=lambda: None)
    opened = result.open
    return int(opened) if opened is not None else None
