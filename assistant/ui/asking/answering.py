"""A question on its way to an answer: its turn in the queue, what is being done, and words where there is none."""

import logging
import time
from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.errors import AssistantError, EmbeddingError, EntailmentError, ReaderError, SettingsError, UnusableIndex
from assistant.models import Answer
from assistant.process.counting import counted
from assistant.process.queue import QUEUE
from assistant.rendering.formats import number
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.session import state
from assistant.ui.users import user

log = logging.getLogger(__name__)
Told = Callable[[str], None]  # shows words while the answer is made; what it raises ends that
_NOT_FOR_USERS = (SettingsError, EmbeddingError, ReaderError, EntailmentError, UnusableIndex)  # they tell of folders
_AT_MOST = 0.2  # seconds between two words on how far an overview has come


def in_turn(ask: Callable[[Told], Answer], words: str, settings: Settings, language: str) -> tuple[Answer | None, str]:
    """What `ask` answers when it is its turn, or a sentence on why there is none; `words` stand there meanwhile."""
    word = st.empty()

    def tell(ahead: int) -> None:
        word.info(text("in_queue", language, ahead=ahead))
        state.current()  # where Streamlit ends a run that is stopped

    try:
        with QUEUE.turn(user.client(settings), settings.limits, tell):
            word.empty()
            with st.spinner(words):
                told = st.empty()
                return counted("page", lambda: ask(partial(_write, told))), ""
    except _NOT_FOR_USERS as error:
        log.error("The reports cannot be reached: %s", error)
        return None, text("reports_away", language)
    except AssistantError as error:
        return None, error.worded(language)
    except Exception:  # the page must stay up whatever happens in one answer
        log.exception("An answer failed")
        return None, text("something_failed", language)


def _write(place: DeltaGenerator, words: str) -> None:
    place.text(words)


def progress(told: Told, language: str) -> Callable[[int, int], None]:
    """Tells how many reports have been gone through, now and then."""
    last = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _AT_MOST:
            last = time.monotonic()
            told(text("going_through", language, done=number(done, language), total=number(total, language)))

    return tell
