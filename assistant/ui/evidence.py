"""The viewer of one source: the page of the PDF with the quote marked, or the passage in its section."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from assistant.api import Assistant
from assistant.errors import ReadError
from assistant.evidence.opening import Opened, Pages, Section, open_place
from assistant.evidence.pdf import Box, picture_of, text_of
from assistant.evidence.places import Place, link_to, printed
from assistant.models import Passage
from assistant.texts import text
from assistant.ui.bridge import bridge
from assistant.ui.markup import kind_and_year, language_of, marked, tag, words
from assistant.ui.sources import titled
from assistant.ui.tables import cell, headings_of, table, title_of


def show_place(assistant: Assistant, place: Place, key: str, language: str) -> None:
    """Draw the viewer; `key` is its own among what is on the page. Draws a word where the report is gone."""
    opened = open_place(assistant, place)
    if opened is None:
        st.warning(text("source_gone", language))
        return
    st.html(_heading(opened, place, language))
    if isinstance(opened.shown, Pages):
        place = _show_pages(opened, opened.shown, place, key, language)
    else:
        _show_section(opened, opened.shown, place, key, language)
    _take_away(opened, place, key, language)


def _heading(opened: Opened, place: Place, language: str) -> str:
    report = opened.document.report
    chip = kind_and_year(report, report.year, language)
    lines = [tag("span", escape(chip), class_="ka-chip")] if chip else []
    title = titled(report.title, report.digest_of is not None, language)
    lines.append(tag("strong", escape(title), lang=language_of(report, language)))
    if place.quote and not place.until:
        lines.append(tag("blockquote", words(place.quote), lang=language_of(report, language)))
    return tag("div", " ".join(lines), class_="ka-source-head")


def _show_pages(opened: Opened, pages: Pages, place: Place, key: str, language: str) -> Place:
    """Draw the pages; returns the place that is shown, another than `place` where one has leafed away from it."""
    if place.quote and not pages.boxes:
        st.info(text("quote_not_found", language))
    page = _leaf(pages, place, key, language)
    try:
        html = _page_html(opened, pages, page, key, language)
    except ReadError:
        st.warning(text("page_not_shown", language))
    else:
        st.html(html)
        bridge(key, scroll=str(page))
    is_here = page == pages.page or page in pages.boxes
    return place if is_here else Place(place.document, page=page, label=printed(place, page))


def _leaf(pages: Pages, place: Place, key: str, language: str) -> int:
    """The page to show, and the buttons that turn the pages."""
    state = f"{key}-page"
    page: int = min(st.session_state.setdefault(state, pages.page), pages.count)

    def turn(to: int) -> None:
        st.session_state[state] = to

    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-leaf"):
        for name, to in (("previous_page", page - 1), ("next_page", page + 1)):
            beyond = not 1 <= to <= pages.count
            st.button(text(name, language), key=f"{key}-{name}", on_click=turn, args=(to,), disabled=beyond)
        if pages.boxes and page not in pages.boxes:
            st.button(text("to_quote", language), key=f"{key}-back", on_click=turn, args=(pages.page,))
        said = text("page_of", language, page=page, count=pages.count)
        label = printed(place, page)
        if label:
            said += f" ({text('page_printed', language, label=label)})"
        st.html(tag("p", escape(said), class_="ka-page-number", role="status"), width="content")
        st.html(_zoom(key, language), width="content")
    return page


def _page_html(opened: Opened, pages: Pages, page: int, key: str, language: str) -> str:
    """The page's picture with its marks, the buttons that make it larger, and its text to be read or heard."""
    picture, report = picture_of(pages.path, page), opened.document.report
    boxes = pages.boxes.get(page, [])
    alt = "page_alt_marked" if boxes else "page_alt"
    image = tag(
        "img",
        src=f"data:image/png;base64,{b64encode(picture.png).decode()}",
        width=picture.width,
        height=picture.height,
        alt=text(alt, language, page=page, count=pages.count, title=report.title),
    )
    sheet = tag("div", image + "".join(_mark(box) for box in boxes), class_="ka-sheet")
    frame = tag("div", sheet, class_="ka-page", role="region", tabindex=0, aria_label=text("page_region", language))
    read = text_of(pages.path, page)
    body = tag("div", words(read), lang=report.language) if read else tag("p", text("page_without_text", language))
    spoken = tag("details", tag("summary", text("page_text", language)) + body, class_="ka-page-text")
    return tag("div", frame + spoken, data_answer=key)


def _zoom(key: str, language: str) -> str:
    buttons = (("zoom_out", -1), ("zoom_in", 1))
    drawn = "".join(tag("button", text(name, language), type="button", data_zoom=step) for name, step in buttons)
    return tag("div", drawn, class_="ka-zoom", data_answer=key)


def _mark(box: Box) -> str:
    left, top, width, height = (f"{100 * share:.2f}%" for share in (box.left, box.top, box.width, box.height))
    return tag("span", class_="ka-mark", style=f"left:{left};top:{top};width:{width};height:{height}")


def _show_section(opened: Opened, section: Section, place: Place, key: str, language: str) -> None:
    report = opened.document.report
    if place.quote and not section.marks:
        st.info(text("quote_gone", language))
    body = "".join(
        _under_heading(path, list(passages), section, language)
        for path, passages in groupby(section.passages, _path_of)
    )
    html = tag("div", body, class_="ka-section", lang=language_of(report, language))
    if report.digest_of is not None:
        html += tag("p", escape(text("digest_note", language, title=report.title)), class_="ka-note")
    st.html(tag("div", html, data_answer=key))
    bridge(key, scroll="section")


def _path_of(passage: Passage) -> tuple[str, ...]:
    return passage.path


def _under_heading(path: tuple[str, ...], passages: Sequence[Passage], section: Section, language: str) -> str:
    here = any(passage.id in section.marks for passage in passages)
    above = tag("p", escape(" › ".join(path)), class_="ka-path ka-here" if here else "ka-path") if path else ""
    runs = groupby(passages, key=lambda passage: headings_of(passage) if passage.cells else ())
    return above + "".join(
        _rows(list(run), section, language) if is_table else "".join(_paragraphs(passage, section) for passage in run)
        for is_table, run in runs
    )


def _paragraphs(passage: Passage, section: Section) -> str:
    lines = marked(passage.text, section.marks.get(passage.id, ())).split("<br>")
    return "".join(f"<p>{line}</p>" for line in lines)


def _rows(rows: Sequence[Passage], section: Section, language: str) -> str:
    """Rows of one table, those that are cited marked."""
    head = "".join(tag("th", escape(heading), scope="col") if heading else tag("td") for heading, _ in rows[0].cells)
    body = "".join(
        tag("tr", "".join(cell(value, is_marked=row.id in section.marks) for _, value in row.cells)) for row in rows
    )
    return table(title_of(rows[0]), tag("thead", tag("tr", head)) + tag("tbody", body), language)


def _take_away(opened: Opened, place: Place, key: str, language: str) -> None:
    """The link to share, and the file itself."""
    copied = tag(
        "button",
        text("copy_link", language),
        type="button",
        data_copy=link_to(place),
        data_done=text("link_copied", language),
        data_instead=text("link_to_copy", language),
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-take"):
        st.html(tag("div", copied + tag("span", role="status"), data_answer=key, class_="ka-share"), width="content")
        original = opened.original
        if original is not None:
            st.download_button(
                text("download_original", language, form=original.suffix[1:].upper()),
                original.read_bytes,
                file_name=f"{opened.document.report.document}{original.suffix}",
                key=f"{key}-download",
                on_click="ignore",
                type="tertiary",
            )
