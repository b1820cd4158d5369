"""A conversation as a file to take along."""

import io
import json
from dataclasses import replace

from docx import Document

from assistant.store.conversations import KeptTurn
from assistant.store.export import as_json, file_name, markdown, plain_text, word
from tests.assistant.store.making import talk, turn

TALK = replace(talk("c1", turn(), KeptTurn("t2", "???", None, "Skriv et spørsmål.")), title="Tolk & *sånt*")


def test_markdown_has_questions_answers_and_sources() -> None:
    words = markdown(TALK, "nb").decode()
    assert words.startswith("# Tolk & \\*sånt\\*\n\n## Hvor mange har retningslinjer for tolk?")
    assert "1. «Bare 26 prosent har retningslinjer.»" in words


def test_a_question_without_an_answer_has_nothing_to_take_along() -> None:
    assert "???" not in plain_text(TALK, "nb").decode()


def test_the_word_file_bears_the_title() -> None:
    assert Document(io.BytesIO(word(TALK, "nb"))).paragraphs[0].text == TALK.title


def test_json_has_everything() -> None:
    data = json.loads(as_json(TALK, "nb"))
    assert data["turns"][0]["answer"]["citations"][0]["quote"] == "Bare 26 prosent har retningslinjer."


def test_the_file_is_named_after_the_conversation() -> None:
    assert file_name(TALK, "md") == "tolk-sånt.md"


def test_a_title_without_letters_gives_a_name_all_the_same() -> None:
    assert file_name(replace(TALK, title="???"), "md") == "samtale.md"
