"""What is in the reports, study by study and chapter by chapter: to leaf through, to narrow, and to search."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.index.manifest import IndexedDocument
from assistant.language.words import fold, stem, words
from assistant.models import Passage, Report, SectionKind, Study

_AROUND = 90  # characters on either side of what was found
ORDER = (
    SectionKind.FINDINGS,
    SectionKind.RECOMMENDATIONS,
    SectionKind.FOLLOW_UP,
    SectionKind.ABOUT,
    SectionKind.METHOD,
    SectionKind.TABLE,
    SectionKind.OTHER,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One study, or one chapter outside of studies (`study` is None); `text` is what it says, to be searched."""

    report: Report
    title: str
    first: Passage
    study: Study | None = None
    text: str = ""

    @property
    def by(self) -> str:
        """Who carried it out, or who published the report."""
        return (self.study and self.study.carried_out_by) or self.report.publisher or ""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a search found, and where its text has the words: before, the word, after; empty in its title."""

    entry: Entry
    around: tuple[str, str, str] = ("", "", "")


def entries(item: IndexedDocument, passages: Iterable[Passage], *, with_text: bool = True) -> list[Entry]:
    """The studies and chapters of a document whose passages come in reading order."""
    held: dict[tuple[bool, str], list[Passage]] = {}
    for passage in passages:
        title = passage.study or (passage.path[0] if passage.path else "")
        if title:
            held.setdefault((passage.study is not None, title), []).append(passage)
    studies = {study.title: study for study in item.studies}
    return [
        Entry(
            item.report,
            title,
            parts[0],
            studies.get(title) if is_study else None,
            "\n".join(part.text for part in parts) if with_text else "",
        )
        for (is_study, title), parts in held.items()
    ]


def matching(found: Iterable[Entry], searched: str) -> list[Match]:
    """The entries that have every word of a search, in any inflection; those with all in their titles first."""
    stems = [stem(word) for word in words(searched)]
    by_title, by_text = [], []
    for entry in found:
        title = fold(" ".join((entry.title, entry.by, entry.report.title, str(entry.report.year or ""))))
        if all(one in title for one in stems):
            by_title.append(Match(entry))
        elif all(one in title or one in fold(entry.text) for one in stems):
            missing = next(one for one in stems if one not in title)
            by_text.append(Match(entry, _around(entry.text, missing)))
    return by_title + by_text


def sections(passages: Iterable[Passage], study: str) -> list[tuple[SectionKind, list[Passage]]]:
    """The passages of a study by what they are: findings first, then recommendations, then the rest."""
    own = [passage for passage in passages if passage.study == study]
    kinds = ((kind, [passage for passage in own if passage.kind is kind]) for kind in ORDER)
    return [(kind, held) for kind, held in kinds if held]


def _around(text: str, wanted: str) -> tuple[str, str, str]:
    """The word that begins with `wanted`, and some words before and after it."""
    at = re.search(rf"\w*{re.escape(wanted)}\w*", text, re.IGNORECASE)
    if at is None:  # folded, it is there; as it is written, not
        return text[: 2 * _AROUND], "", ""
    start, end = max(0, at.start() - _AROUND), at.end() + _AROUND
    before = text[start : at.start()]
    after = text[at.end() : end]
    if start:
        before = "… " + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before.replace("\n", " "), at[0], after.replace("\n", " ")
