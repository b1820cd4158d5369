"""The table of texts: three languages, the same values to fill in."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from assistant.texts import LANGUAGES, TEXTS, text

PACKAGE = Path(__file__).parent.parent.parent / "assistant"


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_stands_in_all_three_languages(key: str) -> None:
    assert set(TEXTS[key]) == set(LANGUAGES)
    assert all(version.strip() for version in TEXTS[key].values())


@pytest.mark.parametrize("key", TEXTS)
def test_all_languages_are_filled_with_the_same_values(key: str) -> None:
    assert len({frozenset(placeholders(version)) for version in TEXTS[key].values()}) == 1


def test_values_are_filled_in() -> None:
    assert text("page", "en", page=12) == "p. 12"


def test_values_are_filled_in_as_they_are() -> None:
    assert "{limit}" in text("understood_as", "nb", question="Hva er {limit}?")


def test_an_unknown_language_gets_bokmaal() -> None:
    assert text("sources", "de") == text("sources", "nb")


def used_keys() -> set[str]:
    """The keys that are written out in calls of `text` in the package."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    first = [call.args[0] for call in calls if getattr(call.func, "id", "") == "text"]
    return {argument.value for argument in first if isinstance(argument, ast.Constant)}


@pytest.mark.parametrize("key", sorted(used_keys()))
def test_every_text_that_is_asked_for_is_there(key: str) -> None:
    assert key in TEXTS
