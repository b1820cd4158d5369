"""An overview, a list, a summary or a comparison as a page of its own: `/oversikt?tema=…&som=…`.

The address holds all of it: the request, what it is narrowed to, and how its rows are arranged. So it can be shared,
and gives the same table again while the reports are the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assistant.api import Assistant
from assistant.errors import FilterError
from assistant.filters import Filters
from assistant.models import TABLES, Answer, Request
from assistant.question.narrowing import filters_as_json, filters_from
from assistant.rendering.arranging import arranged
from assistant.rendering.formats import number
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.answer.answer_view import draw_answer
from assistant.ui.asking import answering, arrangement, filters_panel, trying
from assistant.ui.html.answer import answer_html, notes_html
from assistant.ui.html.markup import tag, unmarked
from assistant.ui.html.rows import AT_ONCE, arranged_html
from assistant.ui.session import loading
from assistant.ui.session.going import ASK, page_at, way_on
from assistant.ui.session.page_title import name_page
from assistant.ui.source import panel

PATH = "oversikt"
_THEME, _AS = "tema", "som"
_FILTERS = {  # of the address
    "years": "aar",
    "kinds": "type",
    "publishers": "utgiver",
    "documents": "rapport",
    "sections": "del",
    "without_documents": "uten",
    "without_passages": "uten-avsnitt",
}
_KEY = "overview"
_MADE, _STOPPED = "overview-made", "overview-stopped"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What an address asks for, of one version of the index."""

    question: str
    request: Request
    filters: Filters
    version: str


def page_link(filters: Filters, answer: Answer, key: str, language: str) -> None:
    """The link to the page of an answer that has rows, asked with these filters; counts them where some are folded."""
    address, count = parameters(answer.asked_as or answer.question, answer.request, filters), len(answer.rows)
    said = text("open_all" if count > AT_ONCE else "open_as_page", language, count=count)
    with st.container(key=f"whole-{key}"):
        st.page_link(page_at(PATH), label=said, query_params=address)


def parameters(question: str, request: Request, filters: Filters) -> dict[str, str | list[str]]:
    """The parameters of a page's address."""
    narrowed = {_FILTERS[key]: value for key, value in filters_as_json(filters).items()}
    if any(filters.years):
        narrowed[_FILTERS["years"]] = "-".join(str(year or "") for year in filters.years)
    return {_THEME: question, _AS: request.value, **narrowed}


def overview_page(assistant: Assistant, settings: Settings, language: str) -> None:
    """Draw what the address asks for, or a word on why it cannot be."""
    try:
        wanted = _wanted(assistant)
    except (FilterError, ValueError):
        st.title(text("page_overview", language))
        st.info(text("overview_unknown", language))
        way_on(ASK, text("to_start", language))
        return
    kind = text(f"request_{wanted.request.value}", language)
    name_page(f"{kind}: {wanted.question}", language)
    answer = _made(wanted, assistant, settings, language)
    if answer is None:
        return
    theme = answer.theme or answer.question
    name_page(f"{kind}: {theme}", language)
    st.title(f"{kind}: {unmarked(theme)}")
    _say_asked(wanted, assistant, theme, language)
    if answer.request not in TABLES or not answer.rows:
        st.info(text("overview_none", language))
        way_on(ASK, text("to_start", language))
    elif answer.request is Request.COMPARISON:
        draw_answer(answer, _KEY, language)
        arrangement.downloads(answer, None, language)
    else:
        _draw(answer, settings, language)


def _wanted(assistant: Assistant) -> _Wanted:
    """Raises FilterError or ValueError where the address names nothing that there is."""
    query = st.query_params
    question, request = query.get(_THEME, "").strip(), Request(query.get(_AS, Request.OVERVIEW.value))
    if not question or request not in TABLES:
        raise ValueError("the address names no theme")
    named: Mapping[str, str | list[str]] = {
        key: query[name] if key == "years" else query.get_all(name) for key, name in _FILTERS.items() if name in query
    }
    return _Wanted(question, request, filters_from(named, assistant.manifest), assistant.manifest.version)


def _made(wanted: _Wanted, assistant: Assistant, settings: Settings, language: str) -> Answer | None:
    """The answer, made unless it is the last that was; None where it was stopped or failed, which the page says."""
    made: tuple[_Wanted, Answer] | None = st.session_state.get(_MADE)
    if made and made[0] == wanted:
        return made[1]
    st.title(text("page_overview", language))
    if st.session_state.get(_STOPPED) == wanted:
        st.info(text("overview_stopped", language))
        st.button(text("overview_again", language), key="overview-again", on_click=_stop, args=(None,))
        return None
    loading.wait_for_models(settings, language)
    with st.empty().container(key="in-progress"):
        st.button(text("stop", language), key="overview-stop", on_click=_stop, args=(wanted,))
        documents = number(filters_panel.allowed(assistant.manifest, wanted.filters), language)
        answer, message = answering.in_turn(
            lambda told: assistant.ask(
                wanted.question,
                filters=wanted.filters,
                request=wanted.request,
                language=language,
                on_progress=answering.progress(told, language),
            ),
            text("searching", language, documents=documents),
            settings,
            language,
        )
    if answer is not None:
        st.session_state[_MADE] = (wanted, answer)
        st.rerun()
    st.error(message)
    return None


def _stop(wanted: _Wanted | None) -> None:
    """Leave this alone until it is asked for again."""
    st.session_state[_STOPPED] = wanted


def _say_asked(wanted: _Wanted, assistant: Assistant, theme: str, language: str) -> None:
    """The request in its own words where the title does not say them, and what it is narrowed to."""
    said = [] if wanted.question == theme else [text("overview_of", language, question=wanted.question)]
    if wanted.filters:
        count, total = filters_panel.allowed(assistant.manifest, wanted.filters), len(assistant.manifest.documents)
        said.append(text("overview_narrowed", language, count=count, total=total))
    if said:
        st.caption(unmarked(" ".join(said)))


def _draw(answer: Answer, settings: Settings, language: str) -> None:
    tried = trying.tried_examples(settings)
    themes = tried.themes if tried else ()
    shown = arranged(answer, arrangement.chosen(answer, themes, language), themes, language)
    above = answer_html(answer, _KEY, language) + notes_html(answer, language)
    st.html(above + tag("div", arranged_html(answer, shown, _KEY, language), data_answer=_KEY))
    panel.offer(_KEY, answer.citations)
    arrangement.downloads(answer, shown, language)
