"""Which language a browser gets."""

import pytest

from assistant.ui.session.languages import of_request, preferred


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("nb-NO,nb;q=0.9,en;q=0.8", "nb"),
        ("no,en;q=0.5", "nb"),
        ("nn-NO,nb;q=0.9", "nn"),
        ("de-DE,en;q=0.7,nn;q=0.9", "nn"),
        ("en-GB", "en"),
        ("sv-SE,en;q=0.5", "nb"),
        ("fr-FR", "nb"),
        ("", "nb"),
        (";;,q=", "nb"),
        ("nb;q=.", "nb"),
        ("nn;q=1.0.0,nb;q=...", "nn"),
        ("nb;q=.5,nn;q=.8", "nn"),
    ],
)
def test_the_browsers_first_language_of_ours_is_used(accepted: str, language: str) -> None:
    assert preferred(accepted) == language


@pytest.mark.parametrize(
    ("parameter", "kept", "language"),
    [("nn", "nb", "nn"), (None, "nn", "nn"), ("xx", "nn", "nn"), ("xx", "xx", "en"), (None, None, "en")],
)
def test_the_address_goes_before_what_was_chosen_and_that_before_the_browser(
    parameter: str | None, kept: str | None, language: str
) -> None:
    assert of_request(parameter, kept, "en") == language
