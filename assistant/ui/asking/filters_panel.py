"""The filters above the question: what there is to choose from, and how much of it is indexed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from assistant.filters import Filters
from assistant.index.manifest import Manifest
from assistant.models import Report, ReportKind
from assistant.texts import text

ANY_YEAR = 0  # None would be shown as nothing chosen
_NOTHING: dict[str, Any] = {"from": ANY_YEAR, "to": ANY_YEAR, "kinds": [], "publishers": [], "documents": []}
T = TypeVar("T", str, ReportKind)


def allowed(manifest: Manifest, filters: Filters) -> int:
    """How many indexed reports the filters leave."""
    return sum(filters.allow(document.report) for document in manifest.documents)


def panel(manifest: Manifest, filters: Filters, conversation: str, language: str) -> Filters:
    """Draw the filters of a conversation, with `filters` as they were; returns them as they now are."""
    choice = _Choice([document.report for document in manifest.documents], conversation, language)
    chosen = choice.held(filters)
    with st.container(horizontal=True, vertical_alignment="center", key="filter-bar"):
        with st.popover(_label(manifest, chosen, language), key="filters"):
            choice.draw()
        if chosen:
            st.button(text("filter_clear", language), key="filter-clear", type="tertiary", on_click=choice.clear)
    return chosen


def _label(manifest: Manifest, filters: Filters, language: str) -> str:
    total = len(manifest.documents)
    if filters:
        return text("filter_some", language, count=allowed(manifest, filters), total=total)
    return text("filter_all", language, total=total)


class _Choice:
    """The widgets of one conversation's filters.

    What they hold lives in the session under their keys: there it is known before they are drawn, and can be cleared.
    """

    def __init__(self, reports: list[Report], conversation: str, language: str) -> None:
        self._language = language
        self._conversation = conversation
        self._years = Counter(report.year for report in reports if report.year is not None)
        self._kinds = Counter(report.kind for report in reports)
        self._publishers = Counter(report.publisher for report in reports if report.publisher)
        self._reports = reports

    def held(self, filters: Filters) -> Filters:
        """The filters as the widgets have them; as `filters` where they have not been drawn yet."""
        first, last = filters.years
        narrowed = Filters(
            years=(
                self._holds("from", first if first in self._years else ANY_YEAR) or None,
                self._holds("to", last if last in self._years else ANY_YEAR) or None,
            ),
            kinds=tuple(self._holds("kinds", [kind for kind in filters.kinds if kind in self._kinds])),
            publishers=tuple(self._holds("publishers", [one for one in filters.publishers if one in self._publishers])),
        )
        self._left = {report.document: report_label(report) for report in self._reports if narrowed.allow(report)}
        documents = [name for name in self._holds("documents", list(filters.documents)) if name in self._left]
        st.session_state[self._key("documents")] = documents
        return replace(narrowed, documents=tuple(documents))

    def draw(self) -> None:
        """Draw the widgets, each with how many reports it would leave alone."""
        for column, field in zip(st.columns(2), ("from", "to"), strict=True):
            column.selectbox(
                self._name(field), [ANY_YEAR, *sorted(self._years)], format_func=self._year, key=self._key(field)
            )
        self._pills("kinds", self._kinds, lambda kind: text(f"kind_{kind.name.lower()}", self._language))
        self._pills("publishers", self._publishers, str)
        st.multiselect(
            self._name("documents"),
            list(self._left),
            format_func=lambda name: self._left.get(name, name),
            placeholder=text("filter_every_report", self._language, count=len(self._left)),
            key=self._key("documents"),
        )

    def clear(self) -> None:
        """Narrow nothing any more."""
        for field, nothing in _NOTHING.items():
            st.session_state[self._key(field)] = nothing

    def _pills(self, field: str, counts: Counter[T], name: Callable[[T], str]) -> None:
        if not counts:
            return
        st.pills(
            self._name(field),
            sorted(counts, key=str),
            selection_mode="multi",
            format_func=lambda value: f"{name(value)} ({counts[value]})",
            key=self._key(field),
        )

    def _year(self, year: int) -> str:
        return text("filter_any_year", self._language) if year == ANY_YEAR else f"{year} ({self._years[year]})"

    def _name(self, field: str) -> str:
        return text(f"filter_{field}", self._language)

    def _key(self, field: str) -> str:
        return f"filter-{field}-{self._conversation}"

    def _holds(self, field: str, start: Any) -> Any:
        return st.session_state.setdefault(self._key(field), start)


def report_label(report: Report) -> str:
    """A report's title, with its year where the title does not say it."""
    return (
        report.title if report.year is None or str(report.year) in report.title else f"{report.title} ({report.year})"
    )
