"""A folder looked at again and again."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from assistant.errors import IngestError
from assistant.settings import Settings
from ingest.api import IngestResult
from ingest.watching import watch
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import documents, run
from tests.making.reports import HOUSING, WORK

Write = Callable[[str, str | bytes], Path]


def test_what_comes_between_two_looks_is_taken_in(settings: Settings, write: Write, fake: FakeEmbedder) -> None:
    write("norsk-2019.md", WORK)
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        write("bolig-2020.md", HOUSING)

    came = list(islice(watch(lambda: run(settings), 5.0, wait), 3))
    assert [isinstance(one, IngestResult) and one.written for one in came] == [True, True, False]
    assert documents(settings) == ["bolig-2020", "norsk-2019"] and waited == [5.0, 5.0]


def test_an_error_ends_one_look_alone(settings: Settings, write: Write, fake: FakeEmbedder) -> None:
    write("norsk-2019.md", WORK)
    errors = [IngestError("disk_full", index_dir="ix")]

    def look() -> IngestResult:
        if errors:
            raise errors.pop()
        return run(settings)

    failed, worked = islice(watch(look, 5.0, lambda seconds: None), 2)
    assert isinstance(failed, IngestError) and isinstance(worked, IngestResult)
