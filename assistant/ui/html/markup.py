"""HTML of our own around a report's words, in which nothing of theirs is ever markup."""

import re
from collections.abc import Iterable
from html import escape

from assistant.evidence.places import link_to, place_of
from assistant.models import Citation, Report
from assistant.rendering.answer import source_line
from assistant.texts import TEXTS, text

Span = tuple[int, int]
_NAME = 50  # characters of what a button keeps
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def tag(name: str, content: str = "", **attributes: str | int | None) -> str:
    """An element around `content`, which is HTML already; attributes are escaped, those that are None left out.

    `class_` stands for `class`, and `_` for `-`: `data_open` is written `data-open`.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>" if name in ("img", "br") else f"<{name}{written}>{content}</{name}>"


def words(plain: str) -> str:
    """Plain words as HTML, their lines kept apart, no number broken at its spaces."""
    return _THOUSANDS.sub("\N{NO-BREAK SPACE}", escape(plain)).replace("\n", "<br>")


def unmarked(plain: str) -> str:
    """Plain words where Streamlit would read Markdown."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#$~:!" else c for c in plain)


def marked(plain: str, spans: Iterable[Span]) -> str:
    """Plain words as HTML with the spans marked."""
    out, at = [], 0
    for first, end in sorted(spans):
        start = max(first, at)
        if end > start:
            out += [words(plain[at:start]), tag("mark", words(plain[start:end]))]
            at = end
    return "".join([*out, words(plain[at:])])


def language_of(report: Report | None, page_language: str) -> str | None:
    """The `lang` that a report's words need beside the page's; None where they need none or it is not known."""
    return report.language if report and report.language != page_language else None


def kind_said(report: Report, language: str, told: set[str] | None = None) -> str:
    """What kind of source a report is and what that means: "Evaluering: har vurdert et tiltak".

    Nothing for what is of no kind; the name alone for one of those `told` before, among which it is from then on, and
    nothing of a digest, whose title says it.
    """
    kind = "digest" if report.digest_of else report.kind.name.lower()
    if kind in ("other", "report"):
        return ""
    name, means = text(f"kind_{kind}", language), f"kind_means_{kind}"
    if means not in TEXTS or (told is not None and kind in told):
        return "" if kind == "digest" else name
    if told is not None:
        told.add(kind)
    return f"{name}: {text(means, language)}"


def reference(citation: Citation, key: str, language: str) -> str:
    """The marker of a citation: a link to its place, which opens on the page itself where that can be done."""
    return tag(
        "a",
        f"[{citation.n}]",
        class_="ka-ref",
        href=link_to(place_of(citation)),
        target="_blank",
        data_open=citation.n,
        aria_label=text("source_label", language, n=citation.n, source=source_line(citation, language)),
        aria_describedby=f"ka-tip-{key}-{citation.n}",
    )


def keep_table(key: str, piece: str, language: str) -> str:
    """The button that keeps a table (`pieces`) of the answer of turn `key`; shown where it is served (`keeping`)."""
    said = escape(text("keep_table", language))
    return tag("button", said, type="button", class_="ka-keep ka-keep-table", data_keep=f"{key} {piece}")


def with_keeping(markers: str, numbers: Iterable[int], key: str, piece: str, language: str, *, said: str) -> str:
    """Markers of the citations with these numbers and the button that keeps their piece, which is called by how what is
    `said` there begins, on one line.
    """
    short = said if len(said) <= _NAME else said[:_NAME].rsplit(" ", 1)[0] + " …"
    label = text("keep", language, said=short, of="".join(f"[{n}]" for n in numbers))
    button = tag("button", type="button", class_="ka-keep", data_keep=f"{key} {piece}", aria_label=label, title=label)
    return tag("span", markers + button, class_="ka-marks")


def kept_reference(citation: Citation, key: str, language: str) -> str:
    """The marker of a citation with the button that keeps it."""
    marker = reference(citation, key, language)
    return with_keeping(marker, (citation.n,), key, f"source-{citation.n}", language, said=citation.quote)


def references(numbers: Iterable[int], citations: dict[int, Citation], key: str, language: str) -> str:
    """The markers of the citations with these numbers."""
    drawn = " ".join(reference(citations[n], key, language) for n in numbers if n in citations)
    return f"\N{NO-BREAK SPACE}{drawn}" if drawn else ""  # the first never begins a line
