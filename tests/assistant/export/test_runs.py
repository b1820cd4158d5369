"""An answer as one line of a run."""

import json
from dataclasses import replace

import pytest

from assistant.api import Assistant
from assistant.export.runs import run_line
from assistant.models import Request
from assistant.settings import Settings
from evals.answering.runline import parse_line
from tests.making.fakes import FakeEmbedder

LINE = {"id", "answer", "notes", "abstained", "citations", "passages", "seconds"}
CITATION = {"n", "document", "title", "year", "section", "page", "quote", "text"}


@pytest.fixture
def line(quick: Settings, fake: FakeEmbedder) -> dict[str, object]:
    """The line of one answer, as it comes back from JSON."""
    answer = Assistant.open(quick).ask("Hva fant de om tolk på legekontoret?")
    return json.loads(json.dumps(run_line("q1", answer), ensure_ascii=False))


def test_a_line_has_every_key_that_evals_read(line: dict) -> None:
    assert set(line) >= LINE
    assert line["citations"] and line["passages"]
    assert all(set(citation) >= CITATION for citation in line["citations"])
    assert all(set(passage) >= {"document", "section", "page", "text"} for passage in line["passages"])


def test_evals_read_it(line: dict) -> None:
    assert parse_line(line).id == "q1"


def test_a_document_is_the_stem_of_its_file(line: dict) -> None:
    assert line["citations"][0]["document"] == "tolk-2021"


def test_the_section_is_the_path_of_headings(line: dict) -> None:
    assert " > " in line["citations"][0]["section"]


def test_a_source_without_pages_has_no_page(line: dict) -> None:
    assert line["citations"][0]["page"] is None


def test_the_source_list_is_no_part_of_the_answer(line: dict) -> None:
    assert "Kilder" not in line["answer"] and "Lette gjennom" not in line["answer"]


def test_conversation_answers_nothing_and_what_is_suggested_is_no_part_of_it(
    quick: Settings, fake: FakeEmbedder
) -> None:
    said = run_line(
        "q1", replace(Assistant.open(quick).ask("hei", request=Request.CONVERSATION), suggested=("Hva nå?",))
    )
    assert said["request"] == "conversation" and said["abstained"] and not said["citations"]
    assert "Hva nå?" in said["notes"] and "Hva nå?" not in said["answer"]
