"""What a file costs grows with its length: a reader that looks back at all it has read costs the square of it."""

import time
from pathlib import Path

import pytest

from assistant.errors import ReadError
from ingest.cutting.passages import cut
from ingest.reading import read_report
from tests.making.growing import GROWING
from tests.making.timing import holds

_ENOUGH = 0.15  # seconds of the processor, to be told from what any file takes
_MOST = 6400


def seconds(path: Path, times: int) -> float:
    path.write_bytes(GROWING[path.name](times))
    start = time.process_time()
    try:
        cut(read_report(path), 700)
    except ReadError as error:
        assert error.reason.code == "too_large"
    return time.process_time() - start


@pytest.mark.parametrize("name", GROWING)
def test_twice_doubled_it_costs_no_more_than_that(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    times = 200
    seconds(path, times)  # what is loaded at the first file of a kind
    while (once := seconds(path, times)) < _ENOUGH and times < _MOST:
        times *= 2
    assert holds(lambda: seconds(path, 4 * times) < 9 * max(once, _ENOUGH))  # the square would be 16
