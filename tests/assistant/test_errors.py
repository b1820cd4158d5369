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


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.__name__)
def test_an_error_is_shown_as_its_message(kind: type[Exception]) -> None:
    assert str(kind("Hva som er galt.")) == "Hva som er galt."


def test_every_error_of_the_module_belongs_to_the_tree() -> None:
    named = {value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)}
    assert named == {errors.AssistantError, *OWN}
