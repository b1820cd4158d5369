"""The conversation in front of one user, as every part of the page sees it.

What the parts may lean on:

* `current()` is the conversation on the screen: its turns, its filters, its name in the store (`id`).
* A `Turn` has an `id` of its own: the `key` under which `answer_view.draw_answer` and `feedback.feedback` draw it.
* `ask(question)`, `ask_again(turn)`, `ask_as(turn, request)`, `ask_with(turn, filters)` are
  made to be `on_click` of a button: they leave a question, which the chat takes up in the same run.
* `show(conversation)` puts a kept conversation on the screen, `start_anew()` an empty one.
"""

import uuid
from dataclasses import dataclass, field

import streamlit as st

from assistant.filters import EVERYTHING, Filters
from assistant.models import Answer, Request

_CONVERSATION = "conversation"
_PENDING = "pending"


def _new_id() -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what came of it: an answer, or a sentence on why there is none (`message`).

    `filters` are those that the question was asked with, `request` what the user chose that it asks for.
    """

    question: str
    answer: Answer | None
    message: str = ""
    filters: Filters = EVERYTHING
    id: str = field(default_factory=_new_id)
    request: Request | None = None


@dataclass(slots=True)
class Conversation:
    """Turns, oldest first, and the filters that the next question is asked with."""

    turns: list[Turn] = field(default_factory=list)
    filters: Filters = EVERYTHING
    id: str = field(default_factory=_new_id)


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that waits to be asked; it takes the place of turn `instead_of` and what came after, if given."""

    question: str
    filters: Filters
    instead_of: str = ""
    request: Request | None = None


def current() -> Conversation:
    """The conversation on the screen; an empty one at first."""
    if _CONVERSATION not in st.session_state:
        st.session_state[_CONVERSATION] = Conversation()
    found: Conversation = st.session_state[_CONVERSATION]
    return found


def show(conversation: Conversation) -> None:
    """Put a conversation on the screen."""
    st.session_state[_CONVERSATION] = conversation
    st.session_state.pop(_PENDING, None)


def start_anew() -> None:
    """Put an empty conversation on the screen, which asks all reports."""
    show(Conversation())


def ask(question: str, request: Request | None = None) -> None:
    """Ask this next, with the conversation's filters; as a request of this kind, where one is given."""
    st.session_state[_PENDING] = Pending(question, current().filters, request=request)


def ask_again(turn_id: str) -> None:
    """Ask a turn's question anew, in its place, with the conversation's filters as they are now."""
    turn = _turn(turn_id)
    if turn:
        st.session_state[_PENDING] = Pending(turn.question, current().filters, turn.id)


def ask_as_it_was(turn_id: str) -> None:
    """Ask a turn's question anew, in its place, with its own filters."""
    turn = _turn(turn_id)
    if turn:
        st.session_state[_PENDING] = Pending(turn.question, turn.filters, turn.id, turn.request)


def ask_with(turn_id: str, filters: Filters) -> None:
    """Ask a turn's question anew, in its place, with these filters for this question alone."""
    turn = _turn(turn_id)
    if turn:
        st.session_state[_PENDING] = Pending(turn.question, filters, turn.id, turn.request)


def ask_as(turn_id: str, request: Request) -> None:
    """Ask a turn's question anew, in its place, as a request of another kind."""
    turn = _turn(turn_id)
    if turn:
        st.session_state[_PENDING] = Pending(turn.question, turn.filters, turn.id, request)


def take_pending() -> Pending | None:
    """The question that a button has left, which is then no longer left."""
    found: Pending | None = st.session_state.pop(_PENDING, None)
    return found


def _turn(turn_id: str) -> Turn | None:
    return next((turn for turn in current().turns if turn.id == turn_id), None)
