"""Answers told to who does not see them: once each, when they are done.

The page that the server sends has one live region (`server.rewriting`); `mend.js` puts into it the words of the element
that is drawn here, when it first comes up.
"""

from html import escape

import streamlit as st

from assistant.models import Answer, Part
from assistant.rendering.answer import verdict_said
from assistant.texts import text
from assistant.ui.session.state import Turn

_NEWS = "announced-turn"


def say_when_drawn(turn_id: str) -> None:
    """Have this turn announced; what a reload or an opened conversation draws is no news."""
    st.session_state[_NEWS] = turn_id


def mark(turn: Turn, language: str) -> None:
    """Draw, unseen, what is to be said of the turn, if it is the new one."""
    if st.session_state.get(_NEWS) == turn.id:
        words = turn.message if turn.answer is None else summary(turn.answer, language)
        st.html(f'<span hidden data-announce="{turn.id}">{escape(words)}</span>')


def summary(answer: Answer, language: str) -> str:
    """What an answer comes to: its lead, and how much there is to read."""
    if answer.reply and not answer.citations:
        return answer.reply
    parts = [verdict_said(answer) or text("answer_ready", language), *filter(None, (answer.reply,))]
    parts += [point.text for point in answer.points if point.part is Part.LEAD]
    for part, key in ((Part.FINDINGS, "count_findings"), (Part.RECOMMENDATIONS, "count_recommendations")):
        count = sum(point.part is part for point in answer.points)
        if count:
            parts.append(text(key, language, count=count))
    parts.append(text("count_sources", language, count=len(answer.citations)))
    return " ".join(parts)
