"""Studies that are like one another."""

import numpy as np

from assistant.library.similar import like, middles

COMMON = np.array([5.0, 0.0, 0.0, 0.0])
HOUSING, HOUSES, WORK, HEALTH = (
    COMMON + np.array(own) for own in ([0, 1, 0.2, 0], [0, 1, 0, 0.1], [0, 0, 1, 0], [0, 0, 0, 1])
)
HELD = {("a", "Bolig"): HOUSING, ("b", "Hus"): HOUSES, ("b", "Arbeid"): WORK, ("c", "Helse"): HEALTH}


def test_the_near_ones_are_found_though_all_have_much_in_common() -> None:
    assert like(("a", "Bolig"), HELD) == [("b", "Hus")]


def test_where_none_is_near_there_is_none() -> None:
    assert like(("c", "Helse"), HELD) == []


def test_of_two_studies_none_is_like_the_other() -> None:
    assert like(("a", "Bolig"), {key: HELD[key] for key in list(HELD)[:2]}) == []


def test_an_unknown_study_is_like_none() -> None:
    assert like(("x", "Ukjent"), HELD) == []


def test_a_study_lies_in_the_middle_of_its_passages() -> None:
    name = ("a", "Bolig")
    assert middles([(name, np.array([1.0, 0.0])), (name, np.array([0.0, 1.0]))])[name].tolist() == [0.5, 0.5]
