"""The page, driven without a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.settings import Settings
from assistant.texts import text

APP = str(Path(__file__).parents[2] / "app.py")


@pytest.fixture
def page(library: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(library.index_dir))
    yield AppTest.from_file(APP, default_timeout=60).run()
    st.cache_resource.clear()


def shown(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown)


def test_an_empty_page_says_what_is_indexed(page: AppTest) -> None:
    assert "3 rapporter" in shown(page)


def test_an_empty_page_offers_three_questions(page: AppTest) -> None:
    assert len(page.button) == 3


def test_an_example_question_is_answered_with_a_source(page: AppTest) -> None:
    page.button[0].click().run()
    assert not page.exception
    assert "[1]" in shown(page)


def test_each_citation_is_a_source_that_opens(page: AppTest) -> None:
    page.button[0].click().run()
    markers = {f"[{n}]" for n in range(1, 10) if f"[{n}]" in shown(page)}
    assert markers == {f"[{n}]" for n in range(1, len(page.expander) + 1)}


def test_earlier_turns_stay(page: AppTest) -> None:
    page.chat_input[0].set_value("Hva anbefales kommunene?").run()
    page.chat_input[0].set_value("Hvor mange deltok i undersøkelsen?").run()
    questions = [message.children[0].value for message in page.chat_message if message.name == "user"]
    assert questions == ["Hva anbefales kommunene?", "Hvor mange deltok i undersøkelsen?"]


def test_a_follow_up_is_shown_as_it_was_understood(page: AppTest) -> None:
    page.chat_input[0].set_value("Hva fant de om tolkebruk i kommunene?").run()
    page.chat_input[0].set_value("Og hva anbefalte de?").run()
    captions = "\n".join(caption.value for caption in page.caption)
    assert "Hva fant de om tolkebruk i kommunene? Og hva anbefalte de?" in captions


def test_a_question_of_symbols_gets_a_friendly_sentence(page: AppTest) -> None:
    page.chat_input[0].set_value("??? !!!").run()
    assert text("question_symbols", "nb") in shown(page)


def test_a_new_conversation_is_empty(page: AppTest) -> None:
    page.chat_input[0].set_value("Hva anbefales?").run()
    page.button[-1].click().run()
    assert not page.chat_message


def test_a_missing_index_gives_a_page_that_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(tmp_path / "none"))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    assert page.header[0].value == text("no_index_title", "nb")


def test_a_damaged_index_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "live.json").write_text("not json")
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(tmp_path))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    assert "--rebuild" in page.error[0].value
