"""Reports and studies that a question names: by title, by kind, by who published them or carried them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.index.manifest import IndexedDocument, Manifest
from assistant.language.terms import load_terms
from assistant.language.words import STOP, YEAR, stem, words
from assistant.models import ReportKind

_Key = tuple[str, ...]
_LONGEST = 6  # words; a longer title is a sentence that nobody types, and search finds it by its words
# "Fafo og Frischsenteret", but not "Arbeids- og velferdsdirektoratet".
_MAKERS = re.compile(r"\s*[,/&;]\s*|(?<!-)\s+(?:og|and|ved|i samarbeid med)\s+")
# What people call the kinds, beside the titles themselves.
_KINDS = {
    ReportKind.RESEARCH: ("fou", "fou-rapport", "fou-prosjekter"),
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


@dataclass(frozen=True, slots=True)
class Source:
    """A report that a question names, or one study of it."""

    document: str
    study: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    source: Source
    years: frozenset[str]  # those that tell it from others of the same name


class Names:
    """The names under which the reports and studies of one index can be asked for, made once for each version."""

    def __init__(self, manifest: Manifest) -> None:
        self._entries: dict[_Key, list[_Entry]] = {}
        self._count = len(manifest.documents)
        self.years = tuple(sorted({item.report.year for item in manifest.documents if item.report.year}))
        for item in manifest.documents:
            for name, entry in _names(item):
                self._add(name, entry)
        self._longest = max(map(len, self._entries), default=0)

    def find(self, text: str, years: Sequence[str]) -> tuple[Source, ...]:
        """The sources that the text names; where it names years as well, those of these years alone, if any."""
        stems = [stem(word) for word in words(text)]
        found: dict[Source, bool] = {}
        for key in _runs(stems, self._longest):
            for entry in self._entries.get(key, []):
                found[entry.source] = found.get(entry.source, False) or not entry.years.isdisjoint(years)
        best = [source for source, of_the_year in found.items() if of_the_year] or list(found)
        # A name that every report bears tells nothing.
        if len({source.document for source in best if source.study is None}) == self._count:
            best = [source for source in best if source.study is not None]
        return tuple(best)

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
    for name in (*_titles(report.title, report.publisher), *_KINDS[report.kind]):
        yield name, whole
    if report.publisher:
        yield report.publisher, replace(whole, years=frozenset())
    for study in item.studies:
        source = Source(report.document, study.title)
        for name in _titles(study.title, report.publisher):
            yield name, _Entry(source, frozenset(YEAR.findall(study.title)) or year)
        for maker in _MAKERS.split(study.carried_out_by or ""):
            if maker and maker != report.publisher:
                for name in (maker, *load_terms().other_words(maker, "nb")):
                    yield name, _Entry(source, year)


def _titles(title: str, publisher: str | None) -> Iterator[str]:
    """A title as it stands, and without its year and the publisher's name before it."""
    yield title
    short = YEAR.sub(" ", title)
    if publisher:
        short = re.sub(rf"^\W*{re.escape(publisher)}(?:'?s)?\b", "", short, flags=re.IGNORECASE)
    yield short


def _tells(word: str) -> bool:
    return len(word) > 1 and word not in STOP and any(character.isalpha() for character in word)


def _runs(stems: Sequence[str], longest: int) -> Iterator[_Key]:
    for size in range(1, longest + 1):
        for start in range(len(stems) - size + 1):
            yield tuple(stems[start : start + size])
