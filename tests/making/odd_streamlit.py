"""Streamlit, which serves the app as it is but for what the environment makes odd in it.

`ODD_SLOW` is how many seconds each page takes before its own part is drawn, `ODD_LOADING` how many the embedding model
takes, `ODD_REPORTS` how many each report that an overview goes through; `ODD_FAILING` makes a page fail as a bug does.
"""

import os
import time
from typing import Any

from streamlit.web.cli import main

from assistant import api
from assistant.embedding import Embedder
from assistant.settings import EmbeddingSettings
from assistant.ui.frame import about, sidebar

_draw, _load, _ask = sidebar.draw, api.load_embedder, api.Assistant.ask
_slow, _loading, _report = (float(os.environ.get(name, "0")) for name in ("ODD_SLOW", "ODD_LOADING", "ODD_REPORTS"))


def _draw_slowly(*arguments: Any) -> None:
    _draw(*arguments)
    time.sleep(_slow)


def _load_slowly(settings: EmbeddingSettings) -> Embedder:
    time.sleep(_loading)
    return _load(settings)


def _ask_slowly(self: Any, *arguments: Any, on_progress: Any, **named: Any) -> Any:
    def tell(done: int, total: int) -> None:
        time.sleep(_report)
        on_progress(done, total)

    return _ask(self, *arguments, on_progress=tell, **named)


def _fail(*_arguments: Any) -> None:
    raise RuntimeError("a bug in the page")


if __name__ == "__main__":
    sidebar.draw = _draw_slowly
    api.load_embedder = _load_slowly  # type: ignore[attr-defined]
    if _report:
        api.Assistant.ask = _ask_slowly  # type: ignore[method-assign]
    if "ODD_FAILING" in os.environ:
        about.about_page = _fail
    main(prog_name="streamlit")
