"""The numbered sources under an answer by study, and what reports, places and studies are called."""

from collections.abc import Iterable
from html import escape

from assistant.evidence.places import link_to, place_of
from assistant.index.manifest import Manifest
from assistant.models import Answer, Citation
from assistant.rendering.byline import byline
from assistant.rendering.sources import by_source, titled
from assistant.texts import text
from assistant.ui.html.markup import kind_said, language_of, references, tag

_TELLING = 12  # characters; shorter headings ("Hovedfunn") mean nothing by themselves


def sources_html(answer: Answer, key: str, language: str, *, is_folded: bool = False) -> str:
    """The list of sources, a study or chapter an entry: its name, who and when, its pages with the markers, and under
    it the report and what kind of source it is, told in words the first time. `is_folded`: behind its heading.
    """
    if not answer.citations:
        return ""
    entries = by_source(answer.citations)
    told: set[str] = set()
    items = "".join(tag("li", _source(entry, key, language, told)) for entry in entries)
    heading, listed = text("sources", language), tag("ul", items, class_="ka-sources")
    if is_folded:
        held = tag("details", tag("summary", f"{heading} ({len(entries)})") + listed, class_="ka-more")
    else:
        held = tag("h3", heading) + listed
    return tag("section", held, class_="ka-source-list", data_answer=key)


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


def heading_of(citation: Citation, language: str) -> tuple[str, str]:
    """The study that a citation stands in, or else its report, and who and when: ("Tolk", "NIBR 2016")."""
    passage = citation.passage
    name = citation.study.title if citation.study else titled(passage.title, passage.is_digest, language)
    quoted = name[1 : name.index("»")] if name.startswith("«") and "»" in name else name
    by = byline(citation)
    is_said = by == passage.title or (not citation.study and str(passage.year) in passage.title)
    return quoted, "" if is_said else by.replace(", ", " ")


def _source(entry: list[Citation], key: str, language: str, told: set[str]) -> str:
    """One entry; its name opens the first of its citations, the numbers each."""
    citation = entry[0]
    report, passage, own = citation.report, citation.passage, language_of(citation.report, language)
    name, by = heading_of(citation, language)
    cited = {one.n: one for one in entry}
    link = tag("a", escape(name), href=link_to(place_of(citation)), target="_blank", data_open=citation.n, lang=own)
    places = _by_place(entry, language)
    pages = (
        tag(
            "span",
            escape(place).replace(". ", ".\N{NO-BREAK SPACE}")
            + references([one.n for one in run], cited, key, language),
            class_="ka-pages",
        )
        for place, run in places
    )
    line = " · ".join(part for part in (link, escape(by)) if part)
    line += (" · " if places[0][0] else "") + " · ".join(pages)
    title = titled(passage.title, passage.is_digest, language)
    kind = kind_said(report, language, told) if report else ""
    details = (title if title != name else "", kind, text("read_by_ocr", language) if passage.is_ocr else "")
    below = tag("span", escape(" · ".join(part for part in details if part)), class_="ka-details")
    if report and report.url:
        original = text("original_at", language)
        below += " " + tag(
            "a", escape(original), href=report.url, target="_blank", rel="noreferrer", class_="ka-details"
        )
    return tag("p", line) + below


def _by_place(entry: Iterable[Citation], language: str) -> list[tuple[str, list[Citation]]]:
    """The citations by the pages they stand on, or the sections where there are no pages; what has neither is first."""
    places: dict[str, list[Citation]] = {}
    for one in sorted(entry, key=lambda one: (one.page or 0, one.n)):
        places.setdefault(where(one, language) or _section(one), []).append(one)
    return sorted(places.items(), key=lambda one: bool(one[0]))


def _section(citation: Citation) -> str:
    """The nearest heading that says something by itself; none within a study, which says it."""
    if citation.study:
        return ""
    return next((name for name in reversed(citation.passage.path) if len(name) >= _TELLING), "")
