"""Shared by the tests of ingestion."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.settings import Settings
from ingest.api import IngestResult
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import run
from tests.making.reports import INTERPRETING, WORK


@pytest.fixture
def two(write: Callable[[str, str | bytes], Path], settings: Settings, fake: FakeEmbedder) -> IngestResult:
    """Two reports, ingested with the quick model."""
    write("norsk-2019.md", WORK)
    write("tolk-2021.md", INTERPRETING)
    return run(settings)
