"""Which language a question is in."""

import pytest

from assistant.language.detect import detect_language
from assistant.texts import LANGUAGES, text


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Hva fant de om bosetting av flyktninger?", "nb"),
        ("Hvor mange kommuner svarte?", "nb"),
        ("Gi meg en oversikt over studier om introduksjonsprogrammet", "nb"),
        ("Gje meg oversikt over studiar om introduksjonsprogrammet", "nn"),
        ("Kva fann dei om busetjing av flyktningar?", "nn"),
        ("Kor mange kommunar svara?", "nn"),
        ("How many municipalities answered the survey?", "en"),
        ("What did they recommend?", "en"),
        ("Oppsummer studien om Supported Employment", "nb"),
    ],
)
def test_a_question_tells_its_language(words: str, language: str) -> None:
    assert detect_language(words) == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["example_findings", "example_recommendations", "example_about"])
def test_the_questions_that_the_app_suggests_tell_their_language(key: str, language: str) -> None:
    assert detect_language(text(key, language, study="Jobbsjansen", title="Rapport 2019")) == language


@pytest.mark.parametrize("words", ["", "Jobbsjansen", "2016", "?!"])
def test_bokmaal_where_nothing_tells(words: str) -> None:
    assert detect_language(words) == "nb"


@pytest.mark.parametrize("page", ["nb", "nn"])
def test_what_a_button_asks_about_a_title_is_in_the_language_of_its_page(page: str) -> None:
    title = "Evaluering av empowermentkurs for deltakarar i introduksjonsprogrammet"
    assert detect_language(f"Oppsummer «{title}»", page) == page
