"""A website on this machine, and settings that let it be asked."""

from collections.abc import Iterator

import pytest

from assistant.settings import FetchSettings
from tests.making.servers.website import Website, website


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as running:
        yield running


@pytest.fixture
def asking() -> FetchSettings:
    """Without a wait, a megabyte at the most."""
    return FetchSettings(mb=1, delay=0, private=("127.0.0.1",))
