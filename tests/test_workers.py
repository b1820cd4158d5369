"""Which tests stay in one process."""

from pathlib import Path

from tests.making.workers import _TOGETHER, group_of

ROOT = Path(__file__).parent.parent


def test_tests_of_one_file_stay_together() -> None:
    first, second = (f"tests/assistant/test_api.py::{name}" for name in ("test_a[b::c]", "test_d"))
    assert group_of(first) == group_of(second) != group_of("tests/assistant/test_main.py::test_a")


def test_what_drives_a_browser_stays_together() -> None:
    assert group_of("tests/browser/test_asking.py::test_a") == group_of("tests/browser/test_admin.py::test_b[light]")


def test_every_place_that_is_named_is_there() -> None:
    places = [place for group in _TOGETHER.values() for place in group]
    assert [place for place in places if not (ROOT / place).exists()] == []
