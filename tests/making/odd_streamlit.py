"""Streamlit, which serves the app as it is but for what the environment makes odd in it.

`ODD_SLOW` is how many seconds each page takes before its own part is drawn, `ODD_LOADING` how many the embedding model
takes; `ODD_FAILING` makes a page fail as a bug does.
"""

import os
import time
from typing import Any

from streamlit.web.cli import main

from assistant import api
from assistant.embedding import Embedder
from assistant.settings import EmbeddingSettings
from assistant.ui import about, sidebar

_draw, _load = sidebar.draw, api.load_embedder
_slow, _loading = (float(os.environ.get(name, "0")) for name in ("ODD_SLOW", "ODD_LOADING"))


def _draw_slowly(*arguments: Any) -> None:
    _draw(*arguments)
    time.sleep(_slow)


def _load_slowly(settings: EmbeddingSettings) -> Embedder:
    time.sleep(_loading)
    return _load(settings)


def _fail(*_arguments: Any) -> None:
    raise RuntimeError("a bug in the page")


if __name__ == "__main__":
    sidebar.draw = _draw_slowly
    api.load_embedder = _load_slowly  # type: ignore[attr-defined]
    if "ODD_FAILING" in os.environ:
        about.about_page = _fail
    main(prog_name="streamlit")
