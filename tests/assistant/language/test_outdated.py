"""Renamed terms and replaced laws."""

import pytest

from assistant.language.outdated import load_outdated, outdated_in
from assistant.texts import LANGUAGES


def test_every_entry_is_written_in_all_languages() -> None:
    assert all(set(entry.said) == set(LANGUAGES) for entry in load_outdated())


@pytest.mark.parametrize(
    ("text", "year", "count"),
    [
        ("Kommunene følger introduksjonsloven.", 2017, 1),
        ("INTRODUKSJONSLOVENS formål", 2017, 1),
        ("Rapporten har ikke noe år, men nevner introduksjonsloven.", None, 1),
        ("Integreringsloven avløste introduksjonsloven.", 2023, 0),
        ("Introduksjonsprogrammet varer i to år.", 2017, 0),
    ],
)
def test_old_words_count_in_reports_from_before_the_change(text: str, year: int | None, count: int) -> None:
    assert len(outdated_in([(text, year)])) == count


def test_each_entry_is_met_once() -> None:
    assert len(outdated_in([("introduksjonsloven", 2016), ("introduksjonsloven", 2017)])) == 1
