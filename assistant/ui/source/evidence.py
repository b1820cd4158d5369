"""One source shown: what it is, the page of the PDF with the quote marked or the passage in its section, and what can
be taken along.
"""

from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st
from streamlit import runtime

from assistant.api import Assistant
from assistant.evidence.opening import Opened, Pages, open_place
from assistant.evidence.places import Place, link_to, passage_id
from assistant.export.references import as_quoted, in_text, reference
from assistant.models import Citation, Report
from assistant.rendering.sources import titled
from assistant.texts import text
from assistant.ui.html.markup import kind_said, language_of, tag, words
from assistant.ui.html.sources import heading_of, where
from assistant.ui.html.tables import quoted
from assistant.ui.source.page_view import show_pages
from assistant.ui.source.section_view import show_section


def show_place(assistant: Assistant, place: Place, key: str, language: str, citation: Citation | None = None) -> str:
    """Draw a place; `key` is its own among what is on the page. Draws a word where the report is gone.

    `citation` is what the place was made of; without it, the passage that the place names tells the study. The view
    that is drawn is named in what is returned, and in its element's `data-at`.
    """
    opened = open_place(assistant, place)
    if opened is None:
        st.warning(text("source_gone", language))
        return ""
    report, cited = opened.document.report, citation or _cited(assistant, place, opened)
    known = place if citation or opened.is_found else replace(place, quote="")  # whoever makes a link writes its words
    st.html(_heading(report, known, cited, language))
    if isinstance(opened.shown, Pages):
        shown, at = show_pages(opened.shown, report, place, key, language)
    else:
        at = show_section(assistant, opened.document, opened.shown, place, key=key, language=language)
        shown = place
    _take_away(opened, shown, cited, key, language)
    return at


def _cited(assistant: Assistant, place: Place, opened: Opened) -> Citation | None:
    """What a link cites: its words, with the study that the passage it names is a part of."""
    if place.near is None:
        return None
    id_ = passage_id(place.document, place.near)
    passage = assistant.passages([id_]).get(id_)
    if passage is None:
        return None
    start = max(0, passage.text.find(place.quote))
    end = passage.text.find(place.until, start) + len(place.until) if place.until else start + len(place.quote)
    quote = passage.text[start:end]  # the whole of what a link has the beginning and the end of
    if not (quote.startswith(place.quote) and quote.endswith(place.until or place.quote)):
        quote = "" if place.until or not opened.is_found else place.quote
    study = assistant.manifest.study_of(passage)
    return Citation(0, passage, quote, place.page, start, start + len(quote), opened.document.report, study)


def _heading(report: Report, place: Place, cited: Citation | None, language: str) -> str:
    """Study, who and when; the report and what kind of source it is; the words; how to refer to it."""
    own = language_of(report, language)
    title = titled(report.title, report.digest_of is not None, language)
    name, by = heading_of(cited, language) if cited else (title, "")
    above = tag("strong", escape(name), lang=own) + (tag("span", f" · {escape(by)}", class_="ka-by") if by else "")
    kind = kind_said(report, language)
    chapter = " › ".join(cited.passage.path[-2:]) if cited and not cited.study else ""
    details = [title if name != title else "", chapter, where(cited, language) if cited else "", kind]
    lines = [tag("p", above), tag("p", escape(" · ".join(part for part in details if part)), class_="ka-details")]
    said = (quoted(cited) if cited else "") or ("" if place.until else place.quote)
    if said:
        lines.append(
            tag("p" if report.digest_of else "blockquote", _emphasised(said, place.quote), class_="ka-cited", lang=own)
        )
    if report.digest_of:
        lines.append(tag("p", escape(text("digest_note", language, title=report.title)), class_="ka-note"))
    return tag("div", "".join(lines), class_="ka-source-head")


def _emphasised(quote: str, stated: str) -> str:
    """A quote as HTML, what stands around the words that are stated made fainter."""
    before, found, after = quote.partition(stated) if stated else (quote, "", "")
    if not found:
        return words(quote)
    parts = ((before, "ka-around"), (found, None), (after, "ka-around"))
    return "".join(tag("span", words(part), class_=kind) for part, kind in parts if part)


def _take_away(opened: Opened, place: Place, cited: Citation | None, key: str, language: str) -> None:
    """The words with their reference, the link to share, and the file itself."""
    report, original = opened.document.report, opened.original
    year = str(report.year or text("no_year", language))
    copied = [_copying("copy_link", language, data_link=link_to(place), done="link_copied")]
    if cited and cited.quote and place.quote:
        said = f"{as_quoted(cited)} ({in_text(cited, year, language)})"
        copied.insert(0, _copying("copy_quote", language, data_copy=said, done="copied"))
    if isinstance(opened.shown, Pages) and original is not None:
        address = f"{_served(original)}#page={place.page or 1}"
        named = text("open_pdf", language, page=place.page or 1)
        copied.append(tag("a", escape(named), href=address, target="_blank", class_="ka-open"))
    st.html(tag("div", "".join(copied) + tag("span", role="status"), class_="ka-share"))
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-take"):
        if original is not None:
            st.download_button(
                text("download_original", language, form=original.suffix[1:].upper()),
                original.read_bytes,
                file_name=f"{report.document}{original.suffix}",
                key=f"{key}-download",
                on_click="ignore",
                type="tertiary",
            )
    entry = reference(report, year, language)
    st.html(tag("p", f"{escape(entry.before)}<em>{escape(entry.title)}</em>{escape(entry.after)}", class_="ka-note"))


def _copying(name: str, language: str, *, done: str, **what: str) -> str:
    said = {"data_done": text(done, language), "data_instead": text("link_to_copy", language)}
    return tag("button", text(name, language), type="button", **what, **said)


def _served(original: Path) -> str:
    """The address of a file for this session, as Streamlit serves pictures; relative, wherever the app is served."""
    if not runtime.exists():
        return ""
    address = runtime.get_instance().media_file_mgr.add(str(original), "application/pdf", "source-original")
    return address.removeprefix("/")
