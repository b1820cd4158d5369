"""Reports and studies that a question names: by title, by kind, by who published them or carried them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.index.manifest import IndexedDocument, Manifest
from assistant.language.terms import load_terms
from assistant.language.words import STOP, YEAR, runs, stem, words
from assistant.models import ReportKind
from assistant.question.senders import Senders

_Key = tuple[str, ...]
_LONGEST = 6  # words; a longer title is a sentence that nobody types, and search finds it by its words
_NAME = 4  # words of a title from which on nobody uses it for its subject alone
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[«“\"]([^»”\"]+)[»”\"]")
_OWNER = re.compile(r"\b[A-ZÆØÅ]\w*s\s+$")  # "IMDis årsrapport"
_ITS_YEAR = re.compile(r"[\s,]*(?:(?:for|fra|frå|i|from|of)\s+)?\(?(?:19|20)\d\d\b\)?", re.IGNORECASE)
# "Fafo og Frischsenteret", but not "Arbeids- og velferdsdirektoratet".
_MAKERS = re.compile(r"\s*[,/&;]\s*|(?<!-)\s+(?:og|and|ved|i samarbeid med)\s+")
_SHORTENED = re.compile(r"(.+?)\s*\((\w+)\)")
# What people call the kinds, beside the titles themselves.
_KINDS = {
    ReportKind.RESEARCH: ("fou", "fou-rapport", "fou-prosjekter", "r&d report"),
    ReportKind.ANNUAL: ("årsrapport", "årsmelding", "annual report", "yearly report"),
    ReportKind.SURVEY: ("undersøkelse", "undersøking", "survey", "kommuneundersøkelse", "municipal survey"),
    ReportKind.EVALUATION: (),
    ReportKind.REVIEW: ("kunnskapsoversikt", "kunnskapsoppsummering"),
    ReportKind.LAW: (),
    ReportKind.LETTER: ("tildelingsbrev", "oppdragsbrev", "letter of assignment"),
    ReportKind.REPORT: (),
    ReportKind.WHITE_PAPER: ("stortingsmelding", "melding til stortinget", "white paper"),
    ReportKind.HEARING: ("høringssvar", "høringsuttalelse", "høyringssvar", "consultation response"),
    ReportKind.NOTE: (),
    ReportKind.SLIDES: (),
    ReportKind.GUIDE: ("veileder", "rettleiar"),
    ReportKind.OTHER: (),
}
# "Hvem gjennomførte undersøkelsen?" asks of no report of that kind.
_ANY_REPORT = frozenset({"undersøkelse", "undersøking", "survey", "melding til stortinget", "veileder", "rettleiar"})


@dataclass(frozen=True, slots=True)
class Source:
    """A report that a question names, or one study of it."""

    document: str
    study: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    source: Source
    years: frozenset[str]  # those that tell it from others of the same name
    sure: bool = False  # the name is nothing else
    of_kind: bool = False  # "kommuneundersøkelsen" may be what is asked about; with its year it is a report


class Names:
    """The names under which the reports and studies of one index can be asked for, made once for each version."""

    def __init__(self, manifest: Manifest) -> None:
        self._entries: dict[_Key, list[_Entry]] = {}
        self.years = tuple(sorted({item.report.year for item in manifest.documents if item.report.year}))
        for item in manifest.documents:
            for name, entry in _names(item):
                self._add(name, entry)
        for entries in self._entries.values():  # a name that every report bears tells nothing
            reports = {one.source.document for one in entries if one.source.study is None}
            if len(reports) == len(manifest.documents):
                entries[:] = [one for one in entries if one.source.study is not None]
        self._studies = tuple(
            (Source(item.report.document, study.title), tuple(map(stem, words(study.title))))
            for item in manifest.documents
            for study in item.studies
        )
        self._longest = max(map(len, self._entries), default=0)
        self.senders = Senders(manifest)

    def find(self, text: str, years: Sequence[str]) -> tuple[Source, ...]:
        """The sources that the text names; where it names years as well, those of these years alone, if any."""
        return self._found([stem(word) for word in words(text)], years, sure=False)

    def named(self, text: str, years: Sequence[str]) -> tuple[Source, ...]:
        """The sources that the text names beyond doubt: not by a word that is a subject or any report's kind as well.

        A study's title in quotation marks is one, whatever its length.
        """
        quoted = self._quoted(text)
        return quoted or self._found([stem(word) for word in words(text)], years, sure=True)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the text names a source beyond doubt, the year of its name with it."""
        found = list(_WORD.finditer(text))
        stems = [stem(match[0].casefold()) for match in found]
        spans: list[tuple[int, int]] = []
        for size in range(min(self._longest, len(stems)), 0, -1):
            for first in range(len(stems) - size + 1):
                start, end = found[first].start(), found[first + size - 1].end()
                entries = self._entries.get(tuple(stems[first : first + size]), ())
                if any(one.sure for one in entries) and all(end <= a or b <= start for a, b in spans):
                    year = _ITS_YEAR.match(text, end)
                    spans.append((start, year.end() if year else end))
        return sorted(spans)

    def without(self, text: str) -> str:
        """The text without the names of sources and senders: within what these say themselves they tell nothing."""
        for start, end in reversed(self.spans(text)):
            text = f"{_OWNER.sub('', text[:start])} {text[end:]}"
        return self.senders.without(text)

    def _found(self, stems: Sequence[str], years: Sequence[str], *, sure: bool) -> tuple[Source, ...]:
        found: dict[Source, bool] = {}
        for key in runs(stems, self._longest):
            for entry in self._entries.get(key, []):
                of_the_year = not entry.years.isdisjoint(years)
                if not sure or (entry.sure and (of_the_year or not entry.of_kind)):
                    found[entry.source] = found.get(entry.source, False) or of_the_year
        best = [source for source, of_the_year in found.items() if of_the_year]
        if not best and not (sure and years):  # "kommuneundersøkelsen 2017" is not that of 2023
            best = list(found)
        return tuple(best)

    def _quoted(self, text: str) -> tuple[Source, ...]:
        """The studies whose titles begin with what stands in quotation marks."""
        said = [tuple(map(stem, words(match[1]))) for match in _QUOTED.finditer(text)]
        return tuple(
            source for source, title in self._studies if any(len(one) > 1 and title[: len(one)] == one for one in said)
        )

    def _add(self, name: str, entry: _Entry) -> None:
        key = tuple(stem(word) for word in words(name))
        if key and len(key) <= _LONGEST and any(_tells(word) for word in key):
            entries = self._entries.setdefault(key, [])
            if entry not in entries:
                entries.append(entry)


def _names(item: IndexedDocument) -> Iterator[tuple[str, _Entry]]:
    """Everything that a document and its studies go by."""
    report = item.report
    year = frozenset({str(report.year)} if report.year else ())
    whole = _Entry(Source(report.document), year)
    for name in _titles(report.title, report.publisher):
        yield name, replace(whole, sure=_is_name(name))
    for name in _KINDS[report.kind]:
        yield name, replace(whole, sure=name not in _ANY_REPORT, of_kind=True)
    if report.publisher:
        yield report.publisher, replace(whole, years=frozenset())
    for study in item.studies:
        source = Source(report.document, study.title)
        for name in _titles(study.title, report.publisher):
            yield name, _Entry(source, frozenset(YEAR.findall(study.title)) or year, _is_name(name))
        for maker in _MAKERS.split(study.carried_out_by or ""):
            if maker and maker != report.publisher:
                for name in (maker, *_short(maker), *load_terms().other_words(maker, "nb")):
                    yield name, _Entry(source, year, sure=True)


def _short(maker: str) -> Iterator[str]:
    """What a maker is called for short: NTNU of "NTNU Samfunnsforskning", either of "Institutt for … (ISF)"."""
    if both := _SHORTENED.fullmatch(maker):
        yield from both.groups()
    first, _, more = maker.partition(" ")
    if more and first.isupper() and len(first) > 2:
        yield first


def _titles(title: str, publisher: str | None) -> Iterator[str]:
    """A title as it stands, and without its year and the publisher's name before it."""
    yield title
    short = YEAR.sub(" ", title)
    if publisher:
        short = re.sub(rf"^\W*{re.escape(publisher)}(?:'?s)?\b", "", short, flags=re.IGNORECASE)
    yield short


def _is_name(title: str) -> bool:
    """Whether a title is more than a subject that any question may be about."""
    return bool(YEAR.search(title)) or sum(word not in STOP for word in words(title)) >= _NAME


def _tells(word: str) -> bool:
    return len(word) > 1 and word not in STOP and any(character.isalpha() for character in word)
