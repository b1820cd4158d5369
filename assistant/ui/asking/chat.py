"""The conversation: questions in, answers with their sources out.

Of each turn the chat draws the question, and then calls

* `answer_view.draw_answer(answer, key, language, actions)`: the answer and its sources; `key` is the turn's id;
* `feedback.feedback(turn, key, language)`: helpful or not;
* `suggest.follow_ups(answer, manifest, language)`: what to ask next, under the last answer.

With each new turn, and when it is answered, it calls `conversations.keep(state.current(), settings)`.
"""

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from assistant.api import Assistant
from assistant.index.manifest import Manifest
from assistant.models import Answer
from assistant.question.suggest import follow_ups
from assistant.rendering.formats import number
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.answer.answer_view import draw_answer
from assistant.ui.answer.export import export_menu
from assistant.ui.answer.feedback import feedback
from assistant.ui.answer.leaving_out import leave_out, say_left_out
from assistant.ui.asking import announce, answering, filters_panel, overview_page, privacy, understood
from assistant.ui.asking.welcome import welcome
from assistant.ui.kept import keeping
from assistant.ui.kept.conversations import keep
from assistant.ui.kept.share import share_menu
from assistant.ui.session import loading, state
from assistant.ui.session.page_title import name_page
from assistant.ui.session.state import Conversation, Turn

_FIELD = "question"


def conversation(assistant: Assistant, settings: Settings, language: str) -> None:
    """Draw the turns so far and take the next question."""
    manifest, now = assistant.manifest, state.current()
    with st.bottom:
        held = st.container()  # in sight wherever the page is scrolled to
        now.filters = filters_panel.panel(manifest, now.filters, now.id, language)
        # Placed by us: where Streamlit places it, the page keeps scrolling to its end, away from an answer's beginning.
        st.chat_input(
            text("chat_placeholder", language),
            key=_FIELD,
            submit_mode="stop",
            max_chars=settings.max_question,
            on_submit=_take_typed,
        )
    with held:
        privacy.choice(language)
    asked = _taken_up(now, language)
    if now.turns:
        name_page(now.turns[0].question, language)
    turns, below = st.container(), st.empty()  # what stood below is gone as soon as a question is asked
    with turns:
        if now.turns:
            named = text("conversation_named", language, question=now.turns[0].question)
            st.html(f'<h1 class="ka-unseen">{escape(named)}</h1>')
        for turn in now.turns:
            if turn is asked:
                _answer(turn, assistant, settings, language)
            else:
                _draw(turn, assistant, language)
    with below.container():
        if len(now.turns) == 1 and now.turns[0].answer and now.turns[0].answer.citations:
            st.caption(text("first_help", language))
        if now.turns:
            _next_questions(now.turns[-1], manifest, language)
        else:
            welcome(manifest, settings, language)
    keeping.serve(now, settings, language)


def _take_typed() -> None:
    """Leave what was typed to be asked: before anything is drawn, so that a run stopped at once loses nothing."""
    typed: str | None = st.session_state[_FIELD]
    if typed and not privacy.held_back(typed):
        state.ask(typed)


def _taken_up(now: Conversation, language: str) -> Turn | None:
    """The turn of the question that waits to be asked, now the last of the conversation; None where none waits.

    Until it is answered it says that it was stopped, so that a question that is stopped stays and can be asked again.
    """
    pending = state.take_pending()
    if pending is None:
        return None
    _forget_from(pending.instead_of, now.turns)
    now.turns.append(Turn(pending.question, None, text("stopped", language), pending.filters, request=pending.request))
    return now.turns[-1]


def _forget_from(turn_id: str, turns: list[Turn]) -> None:
    """Take out a turn and what came after it, which was asked in its light."""
    ids = [turn.id for turn in turns]
    if turn_id in ids:
        del turns[ids.index(turn_id) :]


def _answer(turn: Turn, assistant: Assistant, settings: Settings, language: str) -> None:
    """Draw a new question and the progress of its answer, then the page anew with the answer."""
    now = state.current()
    earlier = [before for before in now.turns if before.answer]
    with _box(turn):
        _question(turn.question, asked=turn.id)
        with st.container(key="when-stopped"):  # the style sheet shows it when the run is stopped
            _unanswered(turn, language)
        keep(now, settings)  # a question that is stopped, or left by a reload, is found again
        with st.container(key="in-progress"):
            # Whatever is pressed ends a run, and what it leaves of the turn says that it was stopped.
            st.button(text("stop", language), key=f"stop-{turn.id}")
            loading.wait_for_models(settings, language)
            documents = number(filters_panel.allowed(assistant.manifest, turn.filters), language)
            words = text("searching", language, documents=documents)
            ask = partial(_ask, turn, earlier, assistant, language)
            answer, message = answering.in_turn(ask, words, assistant.settings, language)
    now.turns[-1] = replace(turn, answer=answer, message=message)
    announce.say_when_drawn(turn.id)
    keep(now, settings)
    st.rerun()


def _ask(turn: Turn, earlier: list[Turn], assistant: Assistant, language: str, told: answering.Told) -> Answer:
    """The answer; a language model's words are shown while they come."""
    history = [one.question for one in earlier]
    before = next((one.answer for one in reversed(earlier) if one.answer and not one.answer.is_word), None)
    return assistant.ask(
        turn.question,
        history,
        turn.filters,
        told,
        before=before,
        request=turn.request,
        language=language,
        on_progress=answering.progress(told, language),
    )


def _draw(turn: Turn, assistant: Assistant, language: str) -> None:
    with _box(turn):
        _question(turn.question)
        if turn.answer is None:
            _unanswered(turn, language)
        else:
            understood.draw(turn.answer, turn.id, turn.answer.language, turn.request)
            actions = None if turn.answer.is_word else partial(_actions, turn, assistant)
            draw_answer(turn.answer, turn.id, language, actions, partial(overview_page.page_link, turn.filters))
            say_left_out(turn, language)
            understood.search_all(turn.answer, turn.id, language)
            if not turn.answer.is_word:
                feedback(turn, turn.id, language)
        announce.mark(turn, language)


def _unanswered(turn: Turn, language: str) -> None:
    st.markdown(turn.message)
    _ask_again(turn.id, language)


def _actions(turn: Turn, assistant: Assistant, answer: Answer, turn_id: str, language: str) -> None:
    leave_out(turn, assistant, language)
    if not answer.abstained:  # that the reports do not say is nothing to take along
        export_menu(answer, turn_id, language)
        share_menu(turn, assistant.manifest.version, assistant.settings, language)
    _ask_again(turn_id, language)


def _ask_again(turn_id: str, language: str) -> None:
    key = f"again-{turn_id}"
    st.button(text("ask_again", language), key=key, type="tertiary", on_click=state.ask_again, args=(turn_id,))


def _box(turn: Turn) -> st.delta_generator.DeltaGenerator:
    return st.container(key=f"turn-{turn.id}")


def _question(words: str, asked: str = "") -> None:
    """The question as the heading of its answer; `asked` is the id of a turn that has just been asked."""
    mark = f' data-asked="{asked}"' if asked else ""
    st.html(f'<h2 class="question" tabindex="-1"{mark}>{escape(words)}</h2>')


def _next_questions(turn: Turn, manifest: Manifest, language: str) -> None:
    if turn.answer is None:
        return
    questions = turn.answer.suggested or follow_ups(turn.answer, manifest, language)
    if questions:
        with st.container(key="follow-ups"):
            st.subheader(text("ask_next", language))
            for number, question in enumerate(questions):
                key = f"follow-up-{turn.id}-{number}"
                st.button(question, key=key, width="stretch", on_click=state.ask, args=(question,))
