"""A colour that is set has to be read."""

import pytest
from pydantic import ValidationError

from assistant.settings import AppSettings
from assistant.settings.colours import LIGHT_GROUNDS, contrast, readable


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_colour_that_is_read_stays() -> None:
    assert readable("#7A1F3D", LIGHT_GROUNDS) == "#7a1f3d"


@pytest.mark.parametrize("colour", ["#ffcc00", "red", "#fff", "#0b4f71;}"])
def test_a_colour_that_is_none_or_too_pale_is_refused(colour: str) -> None:
    with pytest.raises(ValidationError):
        AppSettings(accent=colour)


def test_a_colour_that_is_too_dark_for_dark_pages_is_refused() -> None:
    with pytest.raises(ValidationError, match="lighter"):
        AppSettings(accent_dark="#0b4f71")
