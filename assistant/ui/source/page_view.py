"""The pages of a PDF: leafed through, searched, each as a picture with its marks and as text."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import chain

import streamlit as st

from assistant.errors import ReadError
from assistant.evidence.opening import Pages, found_in
from assistant.evidence.pdf import Box, picture_of, text_of
from assistant.evidence.places import Place, printed
from assistant.models import Report
from assistant.texts import text
from assistant.ui.html.markup import tag, words

_Hits = Mapping[int, Sequence[Box]]


def show_pages(pages: Pages, report: Report, place: Place, key: str, language: str) -> tuple[Place, str]:
    """Draw a page; returns the place that is shown, another than `place` where one has leafed away from it, and what
    names this view of it: the page, and what is searched for.
    """
    if place.quote and not pages.boxes:
        st.info(text("quote_not_found", language))
    hits = _search(pages, key)
    page = _leaf(pages, hits, place, key, language)
    view = f"{page} {st.session_state.get(f'{key}-sought', '') if hits else ''}".strip()
    try:
        st.html(tag("div", _page_html(pages, hits, page, report, language), data_at=view))
    except ReadError:
        st.warning(text("page_not_shown", language))
    is_here = page == pages.page or page in pages.boxes
    leafed = Place(place.document, page=page, label=printed(place, page))
    return (replace(place, page=page) if is_here else leafed), view


def _search(pages: Pages, key: str) -> _Hits:
    """Where the words that are searched for stand, by page."""
    sought = st.session_state.get(f"{key}-search")
    if not sought:
        return {}
    try:
        hits = found_in(pages.path, sought)
    except ReadError:
        return {}
    # The first is shown at once, and again only where something else is sought.
    if st.session_state.get(f"{key}-sought") != sought:
        st.session_state[f"{key}-sought"] = sought
        if hits:
            now = st.session_state.get(f"{key}-page", pages.page)
            st.session_state[f"{key}-page"] = next((page for page in hits if page >= now), min(hits))
    return hits


def _leaf(pages: Pages, hits: _Hits, place: Place, key: str, language: str) -> int:
    """The page to show, and the buttons that turn the pages."""
    state = f"{key}-page"
    page: int = min(st.session_state.setdefault(state, pages.page), pages.count)

    def turn(to: int) -> None:
        st.session_state[state] = to

    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-leaf"):
        for name, to in (("previous_page", page - 1), ("next_page", page + 1)):
            beyond = not 1 <= to <= pages.count
            st.button(text(name, language), key=f"{key}-{name}", on_click=turn, args=(to,), disabled=beyond)
        st.html(
            tag("p", escape(_said(pages, place, page, language)), class_="ka-page-number", role="status"),
            width="content",
        )
        st.html(_zoom(language), width="content")
        label = text("search_document", language)
        st.text_input(label, key=f"{key}-search", placeholder=label, label_visibility="collapsed", width=180)
        if pages.boxes and page not in pages.boxes:
            st.button(text("to_quote", language), key=f"{key}-back", on_click=turn, args=(pages.page,))
        if hits:
            following = next(chain((one for one in hits if one > page), hits))
            st.button(text("next_hit", language), key=f"{key}-hit", on_click=turn, args=(following,))
        if st.session_state.get(f"{key}-search"):
            count = sum(len(boxes) for boxes in hits.values())
            said = text("hits_on", language, count=count, pages=len(hits)) if hits else text("no_hits", language)
            st.html(tag("p", escape(said), class_="ka-page-number", role="status"), width="content")
    return page


def _said(pages: Pages, place: Place, page: int, language: str) -> str:
    said, label = text("page_of", language, page=page, count=pages.count), printed(place, page)
    return f"{said} ({text('page_printed', language, label=label)})" if label else said


def _page_html(pages: Pages, hits: _Hits, page: int, report: Report, language: str) -> str:
    """The page's picture with its marks, and its text to be read or heard."""
    picture = picture_of(pages.path, page)
    boxes = pages.boxes.get(page, [])
    alt = "page_alt_marked" if boxes else "page_alt"
    image = tag(
        "img",
        src=f"data:image/png;base64,{b64encode(picture.png).decode()}",
        width=picture.width,
        height=picture.height,
        alt=text(alt, language, page=page, count=pages.count, title=report.title),
    )
    # The first of them is brought into view.
    marks = "".join(_mark(box, "ka-hit") for box in hits.get(page, ()))
    marks += "".join(_mark(box, "ka-mark") for box in boxes)
    sheet = tag("div", image + marks, class_="ka-sheet")
    frame = tag("div", sheet, class_="ka-page", role="region", tabindex=0, aria_label=text("page_region", language))
    read = text_of(pages.path, page)
    body = tag("div", words(read), lang=report.language) if read else tag("p", text("page_without_text", language))
    spoken = tag("details", tag("summary", text("page_text", language)) + body, class_="ka-page-text")
    return frame + spoken


def _zoom(language: str) -> str:
    buttons = (("zoom_out", -1), ("zoom_in", 1))
    drawn = "".join(tag("button", text(name, language), type="button", data_zoom=step) for name, step in buttons)
    return tag("div", drawn, class_="ka-zoom")


def _mark(box: Box, kind: str) -> str:
    left, top, width, height = (f"{100 * share:.2f}%" for share in (box.left, box.top, box.width, box.height))
    return tag("span", class_=kind, style=f"left:{left};top:{top};width:{width};height:{height}")
