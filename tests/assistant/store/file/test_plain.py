"""Answers as JSON and back, also where another version of the program wrote them."""

import json

import pytest

from assistant.filters import Filters
from assistant.models import Answer, Verdict
from assistant.store.file.plain import from_plain, packed, to_plain, unpacked
from tests.assistant.store.making import ANSWER, FILTERS


def test_an_answer_comes_back_as_it_was() -> None:
    assert unpacked(Answer, packed(ANSWER)) == ANSWER


def test_filters_come_back_as_they_were() -> None:
    assert from_plain(Filters, json.loads(json.dumps(to_plain(FILTERS)))) == FILTERS


def test_what_an_older_program_did_not_know_takes_its_default() -> None:
    data = to_plain(ANSWER)
    del data["verdict"], data["series"]
    found = from_plain(Answer, data)
    assert (found.verdict, found.series, found.points) == (Verdict.ANSWERED, (), ANSWER.points)


def test_what_a_newer_program_added_is_passed_over() -> None:
    data = to_plain(ANSWER) | {"mood": "calm"}
    data["citations"][0]["passage"]["colour"] = "blue"
    assert from_plain(Answer, data) == ANSWER


@pytest.mark.parametrize("blob", [b"", b"not compressed", packed([1, 2]), packed({"question": 3})])
def test_what_is_no_answer_is_told(blob: bytes) -> None:
    with pytest.raises(ValueError):
        unpacked(Answer, blob)


def test_half_a_character_in_a_report_is_kept() -> None:
    assert unpacked(Filters, packed(Filters(publishers=("a\udcff",)))).publishers == ("a\udcff",)
