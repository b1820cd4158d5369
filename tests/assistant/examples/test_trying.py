"""Examples: tried before they are shown, once for each version of an index."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.examples import Example, examples
from assistant.models import Request, Verdict

FILE = "examples.json"


@pytest.fixture
def fresh(assistant: Assistant) -> Iterator[Path]:
    """Where examples are kept, with none kept before and after."""
    path = assistant.settings.index_dir / FILE
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


def test_each_is_answered_as_what_it_asks_for(assistant: Assistant, fresh: Path) -> None:
    found = examples(assistant)
    assert found.examples
    for one in found.examples:
        answer = assistant.ask(one.said("nb"), request=one.request)
        assert (answer.verdict, answer.request) == (Verdict.ANSWERED, one.request)


def test_what_is_not_answered_is_not_shown(assistant: Assistant, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = assistant.ask
    monkeypatch.setattr(assistant, "ask", lambda said, **given: ask("Hvor mange isbjørner er det?"))
    assert examples(assistant).examples == ()


def test_they_are_tried_once_for_a_version(assistant: Assistant, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = examples(assistant)
    monkeypatch.setattr(assistant, "ask", lambda *_, **__: pytest.fail("tried again"))
    assert examples(assistant) == first


def test_those_of_another_version_are_not_taken(assistant: Assistant, fresh: Path) -> None:
    first = examples(assistant)
    fresh.write_text(json.dumps(json.loads(fresh.read_text()) | {"version": "another", "examples": []}))
    assert examples(assistant) == first


def test_what_is_broken_off_is_not_kept(assistant: Assistant, fresh: Path) -> None:
    examples(assistant, lambda: True)
    assert not fresh.exists()


def test_an_example_is_said_in_each_language() -> None:
    one = Example("example_summary", (("study", "Tolk"),), Request.SUMMARY)
    assert (one.said("nb"), one.said("en")) == ("Oppsummer «Tolk»", "Summarise “Tolk”")
