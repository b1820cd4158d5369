"""The place that a sentence is about."""

import pytest

from assistant.language.places import named, place_of, places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I Trondheim går mange over i arbeid.", "Trondheim"),
        ("Trondheims kurs er korte.", "Trondheim"),
        ("Moss har egne kurs.", "Moss"),
        ("Trondheim er større enn Trondheims naboer.", "Trondheim"),
    ],
    ids=["by its name", "in the genitive", "a name that ends in s", "twice"],
)
def test_the_one_place_that_is_named(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "Trondheim og Bergen har egne kurs.",
        "Kommunene har egne kurs.",
        "Kommunane har eigne kurs.",
        "På landsbasis er det færre.",
        "Trondheim ligger under landsgjennomsnittet.",
        "IMDi gir tilskudd.",
    ],
)
def test_several_places_or_all_are_no_single_one(text: str) -> None:
    assert place_of(text) == ""


@pytest.mark.parametrize("text", ["Mange går over i arbeid.", "moss vokser på steinen", "", "2016"])
def test_a_sentence_that_names_no_place(text: str) -> None:
    assert place_of(text) is None


def test_all_places_of_a_text_are_found() -> None:
    assert named("Fra Oslo til Bergen, og til Oslo igjen.") == {"Oslo", "Bergen"}


def test_the_list_has_names_alone() -> None:
    assert len(places()) > 300
    assert all(name[0].isupper() and " " not in name for name in places())
