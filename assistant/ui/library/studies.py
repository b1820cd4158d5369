"""The library's studies and chapters: narrowed by theme, year, who and kind, and searched, with what matched."""

import re
from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from assistant.api import Assistant
from assistant.evidence.places import Place, link_to, number_of, passage_id
from assistant.library.contents import Entry, Match, entries, matching
from assistant.rendering.formats import capitalised, number, written
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.asking import trying
from assistant.ui.html.markup import language_of, tag, unmarked
from assistant.ui.library import study_page
from assistant.ui.session.going import page_at

AT_ONCE = 20
_SHOWN = "studies-shown"
_MOST_READ = 20_000  # passages of an index whose text is searched; of a larger one, the headings are
_ALL = ""
_AND = re.compile(r"(?<!-) (?:og|and|&) (?=[A-ZÆØÅ])")  # between two names; not in "by- og regionforskning"


def draw(assistant: Assistant, settings: Settings, searched: str, language: str) -> None:
    """The studies and chapters that have the words of a search, and the filters for them."""
    held = _entries(assistant.manifest.version, assistant)
    theme = _filters(held, settings, language)
    found = [match for match in matching(held, f"{searched} {theme}") if _is_chosen(match.entry)]
    count = text("studies_found", language, count=number(len(found), language), total=number(len(held), language))
    st.html(f'<p role="status" class="reports-count">{escape(count)}</p>')
    if not found:
        st.markdown(text("library_none", language))
    limit = st.session_state.get(_SHOWN, AT_ONCE)
    with st.container(key="studies"):
        for place, match in enumerate(found[:limit]):
            _entry(match, place, language)
    if len(found) > limit:
        rest = text("studies_more", language, count=number(len(found) - limit, language))
        st.button(rest, key="studies-more", on_click=_show_more, width="stretch")


def count_matching(assistant: Assistant, searched: str) -> int:
    """How many studies and chapters a search finds."""
    return len(matching(_entries(assistant.manifest.version, assistant), searched))


def headings(assistant: Assistant) -> dict[str, str]:
    """What the chapters of each document are called, in small letters, by its name."""
    titles: dict[str, str] = {}
    for entry in _entries(assistant.manifest.version, assistant):
        document = entry.report.document
        titles[document] = f"{titles.get(document, '')} {entry.title.casefold()}"
    return titles


@st.cache_resource(max_entries=2, show_spinner=False)
def _entries(version: str, _assistant: Assistant) -> list[Entry]:
    """All entries of one version of the index, the newest report's first; studies before chapters."""
    del version  # decides whether they are made out again
    manifest = _assistant.manifest
    found: list[Entry] = []
    for item in sorted(manifest.documents, key=lambda one: -(one.report.year or 0)):
        ids = [passage_id(item.report.document, place) for place in range(item.passages)]
        passages = sorted(_assistant.passages(ids).values(), key=lambda passage: passage.id)
        found += entries(item, passages, with_text=manifest.passages <= _MOST_READ)
    return sorted(found, key=lambda entry: entry.study is None)


def _filters(held: list[Entry], settings: Settings, language: str) -> str:
    """Draw the filters; gives the theme that is chosen."""
    kinds = {entry.report.kind.name: text(f"kind_{entry.report.kind.name.lower()}", language) for entry in held}
    tried = trying.tried_examples(settings)
    choices: tuple[tuple[str, list[str], Callable[[str], str]], ...] = (
        ("theme", list(tried.themes) if tried else [], capitalised),
        ("year", sorted({str(one.report.year) for one in held if one.report.year}, reverse=True), str),
        ("who", names(held), str),
        ("kind", sorted(kinds), lambda name: kinds[name]),
    )
    with st.container(horizontal=True, key="studies-filters"):
        for name, values, said in choices:
            if values:
                _choice(name, values, said, language)
    return str(st.session_state.get("studies-theme", _ALL))


def names(held: Iterable[Entry]) -> list[str]:
    """Who carried out these, each by itself and once, however it is written: "FAFO og NIBR" is Fafo and NIBR."""
    found = {name.casefold(): name for name in sorted(name for one in held for name in _AND.split(one.by) if name)}
    return [found[name] for name in sorted(found)]


def _choice(name: str, values: list[str], said: Callable[[str], str], language: str) -> None:
    st.selectbox(
        text(f"studies_{name}", language),
        [_ALL, *values],
        format_func=lambda one: said(one) if one else text("studies_all", language),
        key=f"studies-{name}",
    )


def _is_chosen(entry: Entry) -> bool:
    own = {"year": [str(entry.report.year)], "who": _AND.split(entry.by), "kind": [entry.report.kind.name]}
    chosen = {name: str(st.session_state.get(f"studies-{name}", _ALL)).casefold() for name in own}
    return all(not value or value in map(str.casefold, own[name]) for name, value in chosen.items())


def _entry(match: Match, place: int, language: str) -> None:
    entry = match.entry
    with st.container(key=f"entry-{place}"):
        if entry.study is not None:
            st.page_link(
                page_at(study_page.PATH),
                label=unmarked(entry.title),
                query_params=study_page.parameters(entry.report.document, entry.study.title),
            )
        else:
            mark = next(iter(entry.first.marks), None)
            page, label = (mark.page, mark.label) if mark else (None, "")
            to = Place(entry.report.document, page=page, label=label, near=number_of(entry.first.id))
            lang = language_of(entry.report, language)
            link = tag("a", escape(entry.title), href=link_to(to), target="_blank", lang=lang)
            st.html(tag("p", link, class_="chapter-link"))
        st.html(_below(match, language))


def _below(match: Match, language: str) -> str:
    entry = match.entry
    published = written(entry.study.published, language) if entry.study else ""
    facts = [part for part in (entry.by, published) if part]
    if entry.report.title not in facts:
        facts.append(entry.report.title)
    below = tag("p", escape(" · ".join(facts)), class_="study-facts")
    before, word, after = match.around
    if not (before or word):
        return below
    said = escape(before) + (tag("mark", escape(word)) if word else "") + escape(after)
    return below + tag("p", said, class_="study-match", lang=language_of(entry.report, language))


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, AT_ONCE) + AT_ONCE
