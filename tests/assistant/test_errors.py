"""The tree of errors, and messages fit to show as they stand."""

import re
from collections.abc import Iterator

import pytest

from assistant import errors


def tree(kind: type[Exception]) -> Iterator[type[Exception]]:
    for child in kind.__subclasses__():
        yield child
        yield from tree(child)


OWN = [kind for kind in tree(errors.AssistantError) if kind.__module__ == errors.__name__]


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.__name__)
def test_every_error_stands_in_the_drawing(kind: type[Exception]) -> None:
    assert re.search(rf"─ {kind.__name__}\b", errors.__doc__ or "")


def test_a_file_that_cannot_be_read_says_why() -> None:
    error = errors.ReadError("too_many_pages", pages=6001)
    assert dict(error.reason.values) == {"pages": 6001} and "6001" in str(error)


def test_every_error_of_the_module_belongs_to_the_tree() -> None:
    named = {value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)}
    assert named == {errors.AssistantError, *OWN}
