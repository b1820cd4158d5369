"""Who carried out the study that a citation stands in, and when, in a few words."""

import re

from assistant.language.words import YEAR
from assistant.models import Citation, ReportKind

_SHORT = re.compile(r"\(([A-ZÆØÅ][\w-]{1,9})\)")
_SENT = (ReportKind.HEARING, ReportKind.LETTER)  # who sent it says more than what it is called
_LONGEST_TITLE = 4  # words of a report's title that fit beside a claim


def byline(citation: Citation) -> str:
    """Such as "NIBR, 2016"; outside of studies the report itself, "Årsrapport 2017", or who sent a letter.

    Empty where neither is known.
    """
    passage = citation.passage
    who = _who(citation)
    if who:
        year = _year(citation)
        return f"{who}, {year}" if year else who
    sent = citation.report is not None and citation.report.kind in _SENT and bool(citation.report.publisher)
    if not sent and len(passage.title.split()) <= _LONGEST_TITLE:
        return passage.title
    publisher = citation.report.publisher if citation.report else None
    return ", ".join(str(part) for part in (publisher, passage.year) if part)


def _who(citation: Citation) -> str:
    """The name in its short form; empty where a digit of it ("Ideas2evidence") does not stand in what is cited."""
    name = (citation.study.carried_out_by if citation.study else None) or ""
    short = _SHORT.search(name)
    who = short.group(1) if short else name
    cited = f"{citation.passage.section} {citation.passage.text}".casefold()
    return who if who.casefold() in cited or not any(character.isdigit() for character in who) else ""


def _year(citation: Citation) -> str:
    """The year the study was published; empty where that is another than what its headings or its report say.

    A number beside a claim must stand in what is cited there, or be the report's year.
    """
    study, passage = citation.study, citation.passage
    own = str(passage.year) if passage.year else ""
    published = YEAR.findall(study.published or "") if study else []
    titled = YEAR.findall(passage.section)
    if published:
        return published[-1] if published[-1] in (*titled, own) else ""
    return titled[-1] if titled else own
