"""A place in a report opened: the pages of its PDF with the quote's boxes, or the passages of its section, marked."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from assistant.api import Assistant
from assistant.errors import ReadError
from assistant.evidence.finding import Span, find
from assistant.evidence.letters import CLOSING, Stream, folded, occurrences, stream_of
from assistant.evidence.pdf import Box, boxes_of, letters_of, letters_on, page_count
from assistant.evidence.places import Place, passage_id
from assistant.index.manifest import IndexedDocument
from assistant.index.originals import is_pdf, original_of
from assistant.models import Passage

_AROUND = 20  # passages read before and after the one that is looked for
_BEYOND = 2  # passages shown of what precedes and follows a section
_FEWEST, _HITS = 2, 500  # letters that are looked for, places that are shown
_MOST = 12  # passages shown of a long section, before and after the quote


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF opened at a quote: `boxes` mark it, by page; none where the quote was not found on the pages."""

    path: Path
    count: int
    page: int
    boxes: dict[int, list[Box]]


@dataclass(frozen=True, slots=True)
class Section:
    """Passages in reading order around a quote; `marks` are its (start, end) offsets, by passage id."""

    passages: tuple[Passage, ...]
    marks: dict[str, list[Span]]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a place leads to: pages or a section; `original` is the index's copy of the file, None where it has none."""

    document: IndexedDocument
    original: Path | None
    shown: Pages | Section

    @property
    def is_found(self) -> bool:
        """Whether the quote stands where it leads."""
        return bool(self.shown.boxes if isinstance(self.shown, Pages) else self.shown.marks)


def open_place(assistant: Assistant, place: Place) -> Opened | None:
    """The place as it can be shown; None where no such document is indexed any more."""
    document = assistant.manifest.document(place.document)
    if document is None:
        return None
    original = original_of(assistant.settings.index_dir, document)
    if original is not None and is_pdf(original):
        try:
            return Opened(document, original, open_pages(original, place))
        except ReadError:  # what was read from it is shown instead
            pass
    return Opened(document, original, _open_section(assistant, document, place))


def open_pages(path: Path, place: Place) -> Pages:
    """The PDF at the place's quote, or at its page where the quote is not found; raises ReadError."""
    count = page_count(path)
    page = min(max(place.page or 1, 1), count)
    stream, spans = _found(path, place, page)
    if not spans:
        return Pages(path, count, page, {})
    boxes = boxes_of(path, stream, spans)
    return Pages(path, count, min(boxes) if page not in boxes else page, boxes)


def found_in(path: Path, words: str) -> dict[int, list[Box]]:
    """Where some words stand in a PDF, by page; nowhere where they are too few letters; raises ReadError."""
    sought = folded(words)
    if len(sought) < _FEWEST:
        return {}
    stream = letters_of(path)
    spans = [(at, at + len(sought)) for at in islice(occurrences(stream.letters, sought), _HITS)]
    return boxes_of(path, stream, spans)


def sections_with(assistant: Assistant, document: IndexedDocument, words: str) -> list[Section]:
    """The passages of a document that have some words, each in its section with them marked; none for one letter."""
    sought = folded(words)
    if len(sought) < _FEWEST:
        return []
    passages = passages_of(assistant, document)
    found = []
    for passage in passages:
        stream = stream_of([(0, enumerate(passage.text))])
        spans = [
            (stream.chars[at], stream.chars[at + len(sought) - 1] + 1) for at in occurrences(stream.letters, sought)
        ]
        if spans:
            marks = {passage.id: spans}
            found.append(Section(_around(passages, marks), marks))
    return found


def passages_of(assistant: Assistant, document: IndexedDocument, numbers: range | None = None) -> list[Passage]:
    """The passages with these numbers, or all of a document, in reading order."""
    ids = [passage_id(document.report.document, number) for number in numbers or range(document.passages)]
    held = assistant.passages(ids)
    return [held[id_] for id_ in ids if id_ in held]


def _found(path: Path, place: Place, page: int) -> tuple[Stream, list[Span]]:
    """The quote on its page, which is read at once, or else anywhere in the file."""
    if not place.quote:
        return stream_of([]), []
    alone = letters_on(path, page)
    spans = find(alone, place.quote, page, place.until)
    if spans and (place.until or sum(end - start for start, end in spans) >= len(folded(place.quote))):
        return alone, spans
    whole = letters_of(path)
    return whole, find(whole, place.quote, place.page, place.until)


def _open_section(assistant: Assistant, document: IndexedDocument, place: Place) -> Section:
    near = place.near if place.near is not None else 0
    window = range(max(0, near - _AROUND), min(document.passages, near + _AROUND + 1))
    for numbers in (window, range(document.passages)):
        passages = passages_of(assistant, document, numbers)
        marks = _marks(passages, place)
        if marks:
            return Section(_around(passages, marks), marks)
    return Section(tuple(passages[max(0, near - _BEYOND) : near + _MOST]), {})


def _marks(passages: list[Passage], place: Place) -> dict[str, list[Span]]:
    """The quote's offsets in the passages' texts, looked for among the passages as if they were pages."""
    stream = stream_of((number, enumerate(passage.text)) for number, passage in enumerate(passages))
    near = next((n for n, p in enumerate(passages) if p.id == passage_id(place.document, place.near or 0)), None)
    marks: dict[str, list[Span]] = {}
    for start, end in find(stream, place.quote, near, place.until):
        for number in sorted(set(stream.pages[start:end])):
            first, last = stream.page_range(number)
            chars = stream.chars[max(start, first) : min(end, last)]
            marks.setdefault(passages[number].id, []).append(
                (chars[0], with_stop(passages[number].text, chars[-1] + 1))
            )
    return marks


def with_stop(words: str, end: int) -> int:
    """The end of a span moved behind the marks that close its sentence, which are no letters."""
    while end < len(words) and words[end] in CLOSING:
        end += 1
    return end


def _around(passages: list[Passage], marks: dict[str, list[Span]]) -> tuple[Passage, ...]:
    """The marked passages, what else is in their section, and a little of what stands before and after."""
    numbers = [number for number, passage in enumerate(passages) if passage.id in marks]
    first, last = numbers[0], numbers[-1]
    start, end = first, last
    while start > max(0, first - _MOST) and passages[start - 1].path == passages[first].path:
        start -= 1
    while end < min(len(passages) - 1, last + _MOST) and passages[end + 1].path == passages[last].path:
        end += 1
    return tuple(passages[max(0, start - _BEYOND) : end + 1 + _BEYOND])
