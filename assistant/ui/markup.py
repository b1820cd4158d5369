"""HTML of our own around a report's words, in which nothing of theirs is ever markup."""

from collections.abc import Iterable
from html import escape

from assistant.evidence.places import link_to, place_of
from assistant.models import Citation, Report
from assistant.render import source_line
from assistant.texts import text

Span = tuple[int, int]


def tag(name: str, content: str = "", **attributes: str | int | None) -> str:
    """An element around `content`, which is HTML already; attributes are escaped, those that are None left out.

    `class_` stands for `class`, and `_` for `-`: `data_open` is written `data-open`.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>" if name == "img" else f"<{name}{written}>{content}</{name}>"


def words(plain: str) -> str:
    """Plain words as HTML, their lines kept apart."""
    return escape(plain).replace("\n", "<br>")


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


def kind_and_year(report: Report | None, year: int | None, language: str) -> str:
    """ "Årsrapport 2017"; empty where neither is known."""
    kind = text(f"kind_{report.kind.name.lower()}", language) if report else ""
    return " ".join(part for part in (kind, str(year or "")) if part)


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


def keep_button(key: str, piece: str, language: str) -> str:
    """The button that keeps a piece (`pieces`) of the answer of turn `key`; shown where it is served (`keeping`)."""
    label = text("keep", language)
    return tag("button", type="button", class_="ka-keep", data_keep=f"{key} {piece}", aria_label=label, title=label)


def references(numbers: Iterable[int], citations: dict[int, Citation], key: str, language: str) -> str:
    """The markers of the citations with these numbers."""
    # A marker never stands alone on a line.
    return "".join("\N{NO-BREAK SPACE}" + reference(citations[n], key, language) for n in numbers if n in citations)
