"""Whether every number of an answer stands in what it cites."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from evals.answering.runline import Cited, RunLine
from evals.documents.folding import one_line, plain, squeeze
from evals.documents.markers import claims, without_markers
from evals.documents.numerals import values
from evals.documents.source import Document, Documents, Version
from evals.scoring.quotes import is_heading, parts_of, verbatim

_TEXT = 2000  # characters of a cited passage that count
_WINDOW, _STEP = 40, 10  # letters of a passage that are looked for at a time, where it does not stand as a whole
_EMPHASIS = re.compile(r"[*`]")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n|\t|\|")


def unsupported(line: RunLine, documents: Documents) -> list[str]:
    """The numbers that the answer states and no cited quote or passage holds, in the order they are said.

    What holds them is the documents' own text at the places cited: what the run says of a passage's heading or text
    counts as far as it stands in the document.
    """
    stated = values(_folded(without_markers(line.answer, {c.n for c in line.citations})))
    return _without(list(dict.fromkeys(stated)), line.citations, documents)


def misplaced(line: RunLine, documents: Documents) -> list[str]:
    """The numbers that no source marked at that very claim holds."""
    by_number: dict[int, list[Cited]] = {}
    for citation in line.citations:
        by_number.setdefault(citation.n, []).append(citation)
    wrong: list[str] = []
    for text, cited in claims(line.answer, by_number):
        marked = [citation for n in dict.fromkeys(cited) for citation in by_number[n]]
        wrong += _without(values(_folded(text)), marked, documents)
    return wrong


def _without(stated: list[str], citations: Iterable[Cited], documents: Documents) -> list[str]:
    """Those of the stated values that none of the citations holds."""
    for holds in (_of_quote, _of_text):  # the text is looked at only for what the quotes do not hold
        held: set[str] = set()
        for citation in citations if stated else ():
            document = documents.get(citation.document)
            if document is not None:
                held |= holds(citation, document)
        stated = [value for value in stated if value not in held]
    return stated


def _folded(text: str) -> str:
    # Line ends stay: they part the numbers of a list.
    return plain(_EMPHASIS.sub("", text))


@lru_cache(maxsize=4_000)
def _of_quote(citation: Cited, document: Document) -> frozenset[str]:
    held = set(values(document.stem.replace("-", " ")))
    if citation.year is not None and _says(str(citation.year), document):
        held.add(str(citation.year))
    if verbatim(citation.quote, document):
        for part in parts_of(citation.quote):
            held.update(values(one_line(plain(part))))
    for heading in (citation.title, *citation.section.split(" > ")):
        numbers = values(one_line(plain(heading)))
        if numbers and is_heading(heading, document):
            held.update(numbers)
    return frozenset(held)


@lru_cache(maxsize=4_000)
def _of_text(citation: Cited, document: Document) -> frozenset[str]:
    text = citation.text[:_TEXT]
    whole = squeeze(text)
    holding = [version for version in document.versions if whole in version.squeezed]
    held: set[str] = set()
    for version in holding:
        held.update(_numbers_at(whole, version))
    for version in () if holding else document.versions:
        for letters in _pieces(text, version):
            held.update(_numbers_at(letters, version))
    return frozenset(held)


def _says(number: str, document: Document) -> bool:
    return any(number == n.value for version in document.versions for n in version.numerals)


def _numbers_at(letters: str, version: Version) -> Iterator[str]:
    """The numbers of `version` where the squeezed letters first stand in it."""
    for start, end in version.places(letters):
        first, last = version.span(start, end)
        yield from (n.value for n in version.numerals_in(first, last) if n.start >= first and n.end <= last)
        return


def _pieces(text: str, version: Version) -> Iterator[str]:
    """The pieces of a text that does not stand as a whole: sentences that do, and overlapping windows."""
    for sentence in _SENTENCE.split(text):
        letters = squeeze(sentence)
        if len(letters) > _WINDOW and letters in version.squeezed:
            yield letters
    letters = squeeze(text)
    yield from (letters[i : i + _WINDOW] for i in range(0, max(1, len(letters) - _WINDOW + _STEP), _STEP))
