"""What was aimed at, told from what came of it."""

import pytest

from assistant.answer.aims import asks_what_came_of_it, is_aim
from assistant.question import understand
from tests.making.passages import passage, statements


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Målet er at kommunene skal bygge 200 svømmebasseng i 2018.", True),
        ("I 2018 forventes det at kommunene vil bygge 200 svømmebasseng.", True),
        ("I 2018 ble det bygget 180 svømmebasseng.", False),
        ("I 2018 ble det bygget 180 svømmebasseng, som er flere enn målet.", False),
    ],
)
def test_an_aim_is_told_from_a_result(said: str, told: bool) -> None:
    (statement,) = statements(passage(said))
    assert is_aim(statement) is told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Hvor mange svømmebasseng ble bygget i 2018?", True),
        ("Hva var målet for hvor mange svømmebasseng som ble bygget i 2018?", False),
        ("Hvor mange svømmebasseng finnes det?", False),
        ("Hva ble bygget i 2018?", False),
    ],
)
def test_what_came_of_it_is_asked_for_by_figure_and_year(asked: str, told: bool) -> None:
    assert asks_what_came_of_it(understand(asked)) is told
