"""Feedback by question: made a question of the gold set by two clicks, and all of that set asked again."""

import json
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.errors import StoreError
from assistant.models import Answer, Citation
from assistant.reasons import from_data
from assistant.rendering.answer import source_line
from assistant.rendering.formats import decimal, number
from assistant.settings import Settings
from assistant.store.feedback import Feedback, FeedbackBox, gathered
from assistant.store.gold import Line, gold_file, gold_id, gold_question, put, read_gold, runs_of, take_out
from assistant.texts import text
from assistant.ui.admin import grid, jobs, manage
from assistant.ui.answer.feedback import WORDS
from assistant.ui.html.markup import unmarked
from assistant.ui.session import clock
from assistant.ui.users import user
from assistant.ui.users.roles import Role

AT_ONCE = 10  # questions drawn at first, and with every "show more"
_SHOWN, _FAILED = "admin-answers-shown", "admin-gold-failed"
log = logging.getLogger(__name__)
Group = list[tuple[str, Feedback]]


def draw(settings: Settings, language: str) -> None:
    """The part `answers`."""
    st.markdown(text("admin_answers_why", language))
    if failed := st.session_state.pop(_FAILED, None):
        st.error(unmarked(failed.worded(language)))
    try:
        gold = read_gold(settings.gold_dir)
        groups = gathered(FeedbackBox(settings.conversations).everything())
    except StoreError as error:
        st.error(error.worded(language))
        return
    _runs(settings, gold, language)
    st.header(text("admin_feedback", language))
    if not groups:
        st.markdown(text("admin_feedback_none", language))
    limit = st.session_state.get(_SHOWN, AT_ONCE)
    for group in groups[:limit]:
        _question(group, gold, settings, language)
    if len(groups) > limit:
        st.button(text("admin_more", language), key="admin-more", on_click=_show_more, width="stretch")


def _question(group: Group, gold: dict[str, Line], settings: Settings, language: str) -> None:
    """One question, what was said of its answer, and what its answer is by the librarian."""
    last = group[-1][1]
    answer, id_ = last.answer, gold_id(last)
    with st.container(border=True, key=id_):
        st.subheader(unmarked(answer.question))
        helpful = sum(one.helpful for _, one in group)
        st.markdown(text("admin_said", language, helpful=helpful, not_helpful=len(group) - helpful))
        wrong = dict.fromkeys(kind for _, one in group for kind in one.wrong)
        if wrong:
            st.markdown(" · ".join(text(WORDS[kind], language) for kind in wrong))
        for _, one in group:
            if one.comment:
                st.markdown(f"«{unmarked(one.comment)}»")
        if id_ in gold:
            count = len(gold[id_]["evidence"])
            st.success(text("admin_gold_is", language, count=count) if count else text("admin_gold_none", language))
            st.button(text("admin_gold_undo", language), key=f"undo-{id_}", on_click=_undo, args=(settings, id_))
            return
        chosen = _chosen(answer, id_, language)
        with st.container(horizontal=True, key=f"row-{id_}"):
            for name, right in (("make", chosen), ("unanswerable", [])):
                st.button(
                    text(f"admin_gold_{name}", language),
                    key=f"{name}-{id_}",
                    disabled=name == "make" and not chosen,
                    on_click=_keep,
                    args=(settings, last, right),
                )


def _chosen(answer: Answer, id_: str, language: str) -> list[Citation]:
    """The sources of the answer that the librarian has ticked as right."""
    if answer.citations:
        st.markdown(text("admin_gold_which", language))
    chosen = []
    for citation in answer.citations:
        label = f"«{unmarked(' '.join(citation.quote.split()))}» ({unmarked(source_line(citation, language))})"
        if st.checkbox(label, key=f"right-{id_}-{citation.n}"):
            chosen.append(citation)
    return chosen


def _runs(settings: Settings, gold: dict[str, Line], language: str) -> None:
    """The set as it is, a button to ask all of it, and what the last run came to."""
    st.header(text("admin_gold", language))
    st.markdown(text("admin_gold_count", language, count=number(len(gold), language)))
    job = jobs.last(settings)
    if job is not None and job.is_running:
        manage.progress(settings, language)
    elif job is not None and job.task == "evals" and job.outcome and "error" in job.outcome:
        st.error(unmarked(from_data(job.outcome["error"]).worded(language)))
    is_busy = not gold or (job is not None and job.is_running)
    st.button(text("admin_run", language), key="admin-run", disabled=is_busy, on_click=_run, args=(settings,))
    runs = runs_of(settings.gold_dir)
    if runs:
        _difference(runs[0], language)
    if gold:
        st.caption(text("admin_gold_file", language, file=gold_file(settings.gold_dir)))


def _difference(run: Path, language: str) -> None:
    """The last run beside the one before."""
    try:
        told: dict[str, Any] = json.loads((run / "difference.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    compared = told["compared"]
    at = clock.told(datetime.fromisoformat(told["made"]), language)
    is_same = told["index"] == told["index_before"]
    st.markdown(text("admin_run_at", language, date=at, count=number(told["questions"], language)))
    if compared:
        key = "admin_run_same_index" if is_same else "admin_run_other_index"
        st.markdown(text(key, language, count=number(compared, language)))
    columns = [text(f"admin_figure_{name}", language) for name in ("name", "before", "after")]
    rows = [
        (text(f"admin_{_key(one['name'])}", language), _share(one["before"], language), _share(_after(one), language))
        for one in told["figures"]
    ]
    grid.draw(text("admin_figures", language), columns, rows, language)
    for one in told["changed"]:
        key = "admin_run_better" if one["after"] > one["before"] else "admin_run_worse"
        st.markdown(text(key, language, question=unmarked(one["question"])))


def _key(name: str) -> str:
    return "figure_" + name.replace(".", "_").replace("@", "_")


def _after(one: dict[str, Any]) -> float:
    after = one["after"]
    return float(one["value"] if after is None else after)


def _share(value: float | None, language: str) -> str:
    return "–" if value is None else decimal(value, 2, language)


def _keep(settings: Settings, feedback: Feedback, right: list[Citation]) -> None:
    if user.role(settings) >= Role.LIBRARIAN:
        _changed(lambda: put(settings.gold_dir, gold_question(feedback, right)))


def _undo(settings: Settings, id_: str) -> None:
    if user.role(settings) >= Role.LIBRARIAN:
        _changed(lambda: take_out(settings.gold_dir, id_))


def _changed(change: Callable[[], None]) -> None:
    """Change the set; where that cannot be done, the page says so when it is drawn."""
    try:
        change()
    except StoreError as error:
        log.error("%s", error)
        st.session_state[_FAILED] = error.reason


def _run(settings: Settings) -> None:
    if user.role(settings) >= Role.LIBRARIAN:
        jobs.start(settings, "evals")


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, AT_ONCE) + AT_ONCE
