"""Figures of use: how much is asked, how it goes, what users say of it. No words of theirs, and nobody's name."""

from collections import Counter
from importlib.metadata import version

import streamlit as st
from prometheus_client import Counter as Counted
from prometheus_client import Histogram

from assistant.errors import StoreError
from assistant.monitoring import metrics
from assistant.process.queue import QUEUE
from assistant.rendering.formats import date, decimal, number
from assistant.settings import Settings
from assistant.store.usage import by_week
from assistant.texts import TEXTS, text
from assistant.ui.admin import grid


def draw(settings: Settings, language: str) -> None:
    """The part `usage`."""
    waiting, answered = QUEUE.held()
    release = version("kunnskapsassistent")
    st.markdown(text("admin_usage_now", language, release=release, answered=answered, waiting=waiting))
    _since_start(language)
    if not settings.conversations.keep_days:
        return
    title = text("admin_weeks", language)
    st.header(title)
    try:
        weeks = by_week(settings.conversations.file)
    except StoreError as error:
        st.error(error.worded(language))
        return
    columns = [text(f"admin_week_{name}", language) for name in ("from", "questions", "helpful", "not_helpful")]
    rows = [
        (date(one.monday, language), *(number(n, language) for n in (one.questions, one.helpful, one.not_helpful)))
        for one in weeks
    ]
    if rows:
        grid.draw(title, columns, rows, language)
    st.caption(text("admin_weeks_why", language, days=settings.conversations.keep_days))


def _since_start(language: str) -> None:
    """What this process has counted: by kind of request, how often, how long, and how it went."""
    counts, outcomes = Counter[str](), Counter[str]()
    for labels, value in _samples(metrics.QUESTIONS, "_total"):
        counts[labels["kind"]] += int(value)
        outcomes[labels["outcome"]] += int(value)
    seconds = {labels["kind"]: value for labels, value in _samples(metrics.SECONDS, "_sum")}
    title = text("admin_since_start", language)
    st.header(title)
    if not counts:
        st.markdown(text("admin_nothing_asked", language))
        return
    columns = [text(f"admin_{name}", language) for name in ("kind", "count", "seconds")]
    rows = [
        (
            _worded("admin_kind", kind, language),
            number(count, language),
            decimal(seconds.get(kind, 0.0) / count, 1, language),
        )
        for kind, count in counts.most_common()
    ]
    grid.draw(title, columns, rows, language)
    columns = [text(f"admin_{name}", language) for name in ("outcome", "count")]
    told = [(_worded("admin_outcome", one, language), number(n, language)) for one, n in outcomes.most_common()]
    grid.draw(text("admin_outcome", language), columns, told, language)


def _samples(metric: Counted | Histogram, ending: str) -> list[tuple[dict[str, str], float]]:
    found = [sample for family in metric.collect() for sample in family.samples]
    return [(sample.labels, sample.value) for sample in found if sample.name.endswith(ending)]


def _worded(prefix: str, name: str, language: str) -> str:
    """A kind or an outcome in the user's words; an error's own name where there are none."""
    key = f"{prefix}_{name.replace(' ', '_')}"
    return text(key, language) if key in TEXTS else name
