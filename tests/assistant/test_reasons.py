"""Why a file was left out: a code with its values, worded where it is shown."""

import json
from dataclasses import asdict
from string import Formatter

import pytest

from assistant.reasons import Reason, as_data, from_data, reason
from assistant.texts import LANGUAGES, TEXTS

CODES = [key.removeprefix("reason_") for key in TEXTS if key.startswith("reason_")]


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (reason("scanned"), "Filen er skannet og har ingen tekst som kan leses."),
        (reason("too_many_pages", pages=6001), "Filen har for mange sider (6001)."),
        (reason("part_of_page", page=3), "Side 3 kunne ikke leses helt."),
    ],
)
def test_it_is_told_in_the_users_language(one: Reason, words: str) -> None:
    assert one.worded("nb") == words and str(one) != words


@pytest.mark.parametrize("made", [as_data, asdict])
def test_it_comes_back_from_json_as_it_was(made: object) -> None:
    one = reason("unnamed", page=2, count=14)
    assert from_data(json.loads(json.dumps(made(one)))) == one  # type: ignore[operator]


def test_a_sentence_of_an_older_index_is_told_as_it_is() -> None:
    assert from_data("no text layer (scanned?)").worded("nn") == "no text layer (scanned?)"


def test_an_unknown_code_is_no_reason() -> None:
    with pytest.raises(ValueError, match="later"):
        from_data({"code": "later", "values": {}})


@pytest.mark.parametrize("code", CODES)
def test_all_languages_name_the_same_values(code: str) -> None:
    told = [Formatter().parse(TEXTS[f"reason_{code}"][language]) for language in LANGUAGES]
    assert len({frozenset(name for _, name, _, _ in one if name) for one in told}) == 1
