"""The conversation: questions in, answers with their sources out."""

import logging
from dataclasses import dataclass

import streamlit as st

from assistant.api import Assistant
from assistant.errors import AssistantError, QuestionError
from assistant.index.manifest import Manifest
from assistant.models import Answer
from assistant.render import answer_markdown
from assistant.texts import text
from assistant.ui.sources import source_list
from assistant.ui.welcome import welcome

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what came of it: an answer, or a sentence on why there is none."""

    question: str
    answer: Answer | None
    message: str = ""


def conversation(assistant: Assistant, manifest: Manifest, language: str) -> None:
    """Draw the turns so far, and take the next question."""
    turns: list[Turn] = st.session_state.setdefault("turns", [])
    typed = st.chat_input(text("chat_placeholder", language))
    if turns:
        for number, turn in enumerate(turns):
            _draw(turn, number, language)
    elif not typed:
        typed = welcome(manifest, language)
    if typed:
        with st.chat_message("user"):
            st.text(typed)
        with st.spinner(text("searching", language, documents=len(manifest.documents))):
            turns.append(_ask(assistant, typed, turns, language))
        st.rerun()
    if turns and st.button(text("new_conversation", language)):
        turns.clear()
        st.rerun()


def _ask(assistant: Assistant, typed: str, turns: list[Turn], language: str) -> Turn:
    history = [turn.question for turn in turns if turn.answer]
    try:
        return Turn(typed, assistant.ask(typed, history))
    except QuestionError as error:
        return Turn(typed, None, text(str(error), language, limit=assistant.settings.max_question))
    except AssistantError as error:
        return Turn(typed, None, str(error))
    except Exception:  # the page must stay up whatever happens in one answer
        log.exception("An answer failed")
        return Turn(typed, None, text("something_failed", language))


def _draw(turn: Turn, number: int, language: str) -> None:
    with st.chat_message("user"):
        st.text(turn.question)
    with st.chat_message("assistant"):
        if turn.answer is None:
            st.markdown(turn.message)
            return
        st.markdown(answer_markdown(turn.answer))
        for note in turn.answer.notes:
            st.caption(note)
        source_list(turn.answer, number, language)
