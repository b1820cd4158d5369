"""A folder looked at again and again, for where no timer of the system's does it: in a container."""

import time
from collections.abc import Callable, Iterator

from assistant.errors import AssistantError
from ingest.api import IngestResult


def watch(
    look: Callable[[], IngestResult], every: float, wait: Callable[[float], None] = time.sleep
) -> Iterator[IngestResult | AssistantError]:
    """What each look has come to, without end; an error ends that look alone, and the next one comes all the same."""
    while True:
        try:
            yield look()
        except AssistantError as error:
            yield error
        wait(every)
