"""The numbered sources under an answer, and the choice to answer again without some of them."""

from collections.abc import Callable
from html import escape
from itertools import groupby

import streamlit as st

from assistant.evidence.places import link_to, place_of
from assistant.index.manifest import Manifest
from assistant.models import Answer, Citation
from assistant.texts import text
from assistant.ui.markup import kind_and_year, language_of, reference, tag

Without = Callable[[tuple[str, ...]], None]


def sources_html(answer: Answer, key: str, language: str) -> str:
    """The list of sources: kind and year, report, study, who carried it out, page; each opens its place.

    Sources that follow one another on one page of one section are one entry, with all their numbers.
    """
    if not answer.citations:
        return ""
    entries = [list(entry) for _, entry in groupby(answer.citations, key=lambda one: _details(one, language))]
    items = "".join(tag("li", _source(entry, key, language), value=entry[0].n) for entry in entries)
    listed = tag("h3", text("sources", language)) + tag("ol", items, class_="ka-sources")
    return tag("section", listed, class_="ka-source-list", data_answer=key)


def titled(title: str, is_digest: bool, language: str) -> str:
    """A report's title; of a digest, that it is one."""
    return text("digest_of", language, report=title) if is_digest else title


def promise(manifest: Manifest, language: str) -> str:
    """What the answers are, by what is indexed: quotes of the reports, digests of them, or both."""
    digests = {document.report.digest_of is not None for document in manifest.documents if document.passages}
    key = {(True,): "what_this_is_digests", (False, True): "what_this_is_mixed"}
    return text(key.get(tuple(sorted(digests)), "what_this_is"), language)


def where(citation: Citation, language: str) -> str:
    """The page of a citation in words: "s. 7", with the PDF's own where the paper has another."""
    mark = citation.passage.mark_at(citation.start)
    if mark is None:
        return ""
    page = text("page", language, page=mark.label or mark.page)
    return f"{page} ({text('pdf_page', language, page=mark.page)})" if mark.label else page


def leave_out(answer: Answer, key: str, already: tuple[str, ...], language: str, without: Without) -> None:
    """The choice of sources to leave out; `without` is called with the ids of all passages left out."""
    with st.popover(text("leave_out", language), key=f"leave-out-{key}"):
        st.markdown(text("leave_out_help", language))
        with st.form(f"without-{key}", border=False):
            kept = {
                id_: st.checkbox(plain(_short(cited, language)), True, key=f"use-{key}-{cited[0].n}")
                for id_, cited in _by_passage(answer).items()
            }
            if st.form_submit_button(text("answer_without", language)):
                gone = tuple(id_ for id_, is_kept in kept.items() if not is_kept)
                if gone:
                    without((*already, *gone))
                    st.rerun()


def _source(entry: list[Citation], key: str, language: str) -> str:
    """One entry; its title opens the first of its citations, where there are more the numbers open each."""
    citation = entry[0]
    passage = citation.passage
    title = titled(passage.title, passage.is_digest, language)
    kind = kind_and_year(citation.report, passage.year, language)
    link = tag(
        "a",
        escape(title),
        href=link_to(place_of(citation)),
        target="_blank",
        data_open=citation.n,
        lang=language_of(citation.report, language),
    )
    _, path, *details = _details(citation, language)
    named = tag("span", escape(path), class_="ka-path", lang=language_of(citation.report, language)) if path else ""
    below = tag("span", escape(" · ".join(part for part in details if part)), class_="ka-details")
    chip = tag("span", escape(kind), class_="ka-chip") if kind else ""
    if len(entry) == 1:
        numbers = tag("span", f"[{citation.n}]", class_="ka-number", aria_hidden="true")
    else:
        numbers = tag("span", "".join(reference(one, key, language) for one in entry), class_="ka-number")
    return numbers + tag("div", chip + " " + link + named + below)


def _details(citation: Citation, language: str) -> tuple[str, ...]:
    """What an entry says of its place: the document, the headings, who carried it out, the page, how it was read."""
    passage, study = citation.passage, citation.study
    by = text("carried_out_by", language, who=study.carried_out_by) if study and study.carried_out_by else ""
    ocr = text("read_by_ocr", language) if passage.is_ocr else ""
    return passage.document, " › ".join(passage.path), by, where(citation, language), ocr


def _by_passage(answer: Answer) -> dict[str, list[Citation]]:
    """The citations of each passage: it is left out with all of them."""
    found: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        found.setdefault(citation.passage.id, []).append(citation)
    return found


def _short(cited: list[Citation], language: str) -> str:
    passage = cited[0].passage
    parts = (passage.title, passage.path[-1] if passage.path else "", where(cited[0], language))
    return "".join(f"[{citation.n}]" for citation in cited) + " " + ", ".join(part for part in parts if part)


def plain(label: str) -> str:
    """A report's words in a label, where Streamlit would read Markdown."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#$~:!" else c for c in label)
