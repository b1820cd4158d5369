"""Whether an answer was of help, and what was wrong with it, under each answer."""

import logging

import streamlit as st

from assistant.errors import StoreError
from assistant.models import Answer
from assistant.settings import Settings, load_settings
from assistant.store.feedback import Feedback, FeedbackBox, Wrong
from assistant.texts import text
from assistant.ui.session import state
from assistant.ui.session.state import Turn
from assistant.ui.users import user

log = logging.getLogger(__name__)
LONGEST = 1000  # characters of a comment
WORDS = {
    Wrong.MISSING: "wrong_missing",
    Wrong.WRONG: "wrong_wrong",
    Wrong.OUTDATED: "wrong_outdated",
    Wrong.BAD_SOURCE: "wrong_source",
}


def feedback(turn: Turn, key: str, language: str) -> None:
    """Ask whether the turn's answer was of help; nothing where no feedback is kept. `key` is the turn's id."""
    settings = load_settings()
    owner = user.owner(settings)
    if turn.answer is None or owner is None or not FeedbackBox(settings.conversations).is_open:
        return
    _ask(turn.answer, key, owner, settings, language)


@st.fragment
def _ask(answer: Answer, key: str, owner: str, settings: Settings, language: str) -> None:
    asking = _Asking(answer, key, owner, FeedbackBox(settings.conversations))
    said = asking.said()
    with st.container(key=f"feedback-{key}"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"feedback-row-{key}"):
            st.markdown(text("feedback_ask" if said is None else "feedback_thanks", language))
            for helpful, word in ((True, "feedback_yes"), (False, "feedback_no")):
                chosen = said is not None and said.helpful is helpful
                label = f":material/check: {text(word, language)}" if chosen else text(word, language)
                name = f"feedback-{helpful}-{key}"
                st.button(label, key=name, type="tertiary", on_click=asking.say, args=(helpful,))
        if st.session_state.pop(asking.failed, False):
            st.warning(text("feedback_failed", language))
        if said is not None and not said.helpful and not (said.wrong or said.comment):
            _form(asking, language)


def _form(asking: "_Asking", language: str) -> None:
    with st.form(f"feedback-form-{asking.key}"):
        st.pills(
            text("feedback_wrong", language),
            list(Wrong),
            selection_mode="multi",
            format_func=lambda one: text(WORDS[one], language),
            key=asking.wrong,
        )
        st.text_area(text("feedback_comment", language), max_chars=LONGEST, key=asking.comment)
        st.caption(text("feedback_no_names", language))
        st.form_submit_button(text("feedback_send", language), on_click=asking.say_why)


class _Asking:
    """One answer that is asked about, and where what is said of it goes."""

    def __init__(self, answer: Answer, key: str, owner: str, box: FeedbackBox) -> None:
        self.key = key
        self.wrong, self.comment = f"feedback-wrong-{key}", f"feedback-comment-{key}"
        self.failed = f"feedback-failed-{key}"
        self._said = f"feedback-said-{key}"
        self._answer, self._owner, self._box = answer, owner, box

    def said(self) -> Feedback | None:
        """What the user has said of the answer so far."""
        if self._said not in st.session_state:
            try:
                st.session_state[self._said] = self._box.given(self._owner, self.key)
            except StoreError as error:
                log.error("Feedback cannot be read: %s", error)
                return None
        found: Feedback | None = st.session_state[self._said]
        return found

    def say(self, helpful: bool, wrong: tuple[Wrong, ...] = (), comment: str = "") -> None:
        """Keep what the user says."""
        said = Feedback(helpful, self._answer, wrong, comment, _before(self.key))
        try:
            self._box.give(self._owner, state.current().id, self.key, said)
            st.session_state[self._said] = said
        except StoreError as error:
            log.error("Feedback was not kept: %s", error)
            st.session_state[self.failed] = True

    def say_why(self) -> None:
        """Keep what stands in the form."""
        self.say(False, tuple(st.session_state[self.wrong]), st.session_state[self.comment])


def _before(turn_id: str) -> tuple[str, ...]:
    """The questions of the conversation before this turn."""
    turns = state.current().turns
    number = next((number for number, turn in enumerate(turns) if turn.id == turn_id), 0)
    return tuple(turn.question for turn in turns[:number] if turn.answer)
