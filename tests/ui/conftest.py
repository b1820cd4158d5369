"""The page driven without a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.api import Assistant
from assistant.examples import Example, Examples
from assistant.models import Request
from assistant.process import opening
from assistant.process.queue import Queue
from assistant.settings import Settings
from assistant.ui.asking import trying
from tests.making.fakes import FakeReader

TRIED = (
    Example("example_findings", (("study", "Tolk på legekontoret"),), Request.QUESTION),
    Example("example_summary", (("study", "Tolk på legekontoret"),), Request.SUMMARY),
)
SCRIPT = str(Path(__file__).parents[2] / "assistant" / "ui" / "script.py")


def tried(assistant: Assistant) -> Examples:
    """What is offered without being tried, which takes long."""
    return Examples(assistant.manifest.version, ("tolk",), TRIED)


@pytest.fixture(autouse=True)
def _no_visitor(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """There is no browser here that could have a cookie, and the reader is quick; what is open is closed afterwards."""
    monkeypatch.setattr("assistant.ui.users.user.owner", lambda settings: None)
    monkeypatch.setattr("assistant.ui.asking.answering.QUEUE", Queue())  # all tests are one client, and ask in haste
    monkeypatch.setattr("assistant.api.load_reader", lambda settings: FakeReader())
    monkeypatch.setattr("assistant.ui.asking.trying.examples", lambda assistant, is_over: tried(assistant))
    yield
    trying.forget()
    opening.forget()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """`open_page(index_dir, **parameters)`: the first page over an index, drawn."""

    def open_page(index_dir: Path, **parameters: str) -> AppTest:
        monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(index_dir))
        page = AppTest.from_file(SCRIPT, default_timeout=60)
        for name, value in parameters.items():
            page.query_params[name] = value
        return page.run()

    return open_page


@pytest.fixture
def page(library: Settings, open_page: Callable[..., AppTest]) -> AppTest:
    """The first page over the three small reports, with the bundled model."""
    return open_page(library.index_dir)
