"""An answer found: searched, read, chosen and judged, within the study or report that the question names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.choose import Chosen, choose
from assistant.answer.verdict import Judgement, is_held, judge
from assistant.embedding import Embedder
from assistant.filters import Filters
from assistant.index.reader import Index
from assistant.language.words import STOP, stem, words
from assistant.models import Hit, Passage, Verdict
from assistant.question import Names, Question, Source, read_instead
from assistant.question.story import asked_of
from assistant.reader import Reader
from assistant.reader.reading import Read, Reading, read
from assistant.search import find_candidates
from assistant.search.spread import spread
from assistant.settings import Settings
from assistant.statements import as_read

_ANSWERED = (Verdict.ANSWERED, Verdict.PARTLY)


@dataclass(frozen=True, slots=True)
class Finder:
    """What an answer is found with."""

    index: Index
    names: Names
    embedder: Embedder
    reader: Reader | None
    settings: Settings


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question, as it was read.

    `statements` are those that may be shown, best first, `hits` the passages of all; `is_elsewhere` says that the
    source that the question names has no answer, and what was chosen is from others.
    """

    question: Question
    reading: Reading
    statements: Sequence[Read]
    hits: Sequence[Hit]
    chosen: Sequence[Chosen]
    judged: Judgement
    is_elsewhere: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether the question is answered, at least in part."""
        return self.judged.verdict in _ANSWERED


def find_answer(asked: Question, filters: Filters, finder: Finder, told_of: Sequence[Source] = ()) -> Found:
    """The answer within what the question names, or, where it points back, within the study that was `told_of`.

    A follow-up that can be read in two ways is taken with all that was asked before where one statement speaks of
    both, and else with its subject in the old one's place.
    """
    found = _within(asked, filters, finder, told_of)
    if not asked.instead or (found.is_answered and _speaks_of_both(found.chosen[0], asked)):
        return found
    other = _within(read_instead(asked, finder.names), filters, finder, ())
    return other if other.is_answered or not found.is_answered else found


def is_of(passage: Passage, sources: Sequence[Source]) -> bool:
    """Whether a passage is of one of these reports or studies."""
    return any(one.document == passage.document and one.study in (None, passage.study) for one in sources)


def _within(asked: Question, filters: Filters, finder: Finder, told_of: Sequence[Source]) -> Found:
    reading = _read(asked, filters, finder)
    if asked.points_back and told_of:
        same = _found(asked, reading, _parted(reading, told_of, True), finder)
        if same.is_answered:
            return same
    sources = _narrowing(asked)
    if not sources:
        anywhere = _found(asked, reading, reading.statements, finder)
        return _of_senders(asked, anywhere, filters, finder) if asked.senders and anywhere.is_answered else anywhere
    inside = _found(asked, reading, _parted(reading, sources, True), finder)
    if not inside.is_answered:
        inside = _inside(asked, sources, filters, finder) or inside
    if inside.is_answered:
        return inside
    unnamed = replace(asked, whole=finder.names.without(asked.whole))
    outside = replace(_found(unnamed, reading, _parted(reading, sources, False), finder), question=asked)
    if outside.is_answered:
        return replace(outside, judged=replace(outside.judged, verdict=Verdict.PARTLY, notes=()), is_elsewhere=True)
    return inside if inside.chosen else outside


def _inside(asked: Question, sources: Sequence[Source], filters: Filters, finder: Finder) -> Found | None:
    """What the sources say, read without their names, which tell nothing there; None where the filters leave none."""
    within = _only(filters, sources)
    if within is None:
        return None
    said = replace(asked, whole=finder.names.without(asked.whole))
    reading = _read(said, within, finder)
    return replace(_found(said, reading, _parted(reading, sources, True), finder), question=asked)


def _of_senders(asked: Question, anywhere: Found, filters: Filters, finder: Finder) -> Found:
    """What those say whom the question seems to name, where that is as sure as the answer from `anywhere`.

    A question that has none there keeps it so: without the name, a near-miss looks like one with an answer.
    """
    theirs = _inside(asked, [Source(document) for document in asked.senders], filters, finder)
    if theirs is None or not theirs.is_answered:
        return anywhere
    return theirs if theirs.judged.confidence >= anywhere.judged.confidence else anywhere


def _narrowing(asked: Question) -> Sequence[Source]:
    """The sources that an answer is held to; none where one side alone of a comparison names its source."""
    if asked.compares and len(asked.years) > 1 and len({one.document for one in asked.named}) < 2:
        return ()
    return asked.named


def _read(asked: Question, filters: Filters, finder: Finder) -> Reading:
    settings, index = finder.settings, finder.index
    asked = replace(asked, whole=asked_of(asked.whole))
    candidates = find_candidates(asked, index, finder.embedder, settings.search, index.scope(filters))
    return read(asked, candidates, index.lexical, finder.reader, settings.reader)


def _found(asked: Question, reading: Reading, statements: Sequence[Read], finder: Finder) -> Found:
    settings = finder.settings
    chosen = choose(asked, statements, settings.answer)
    verifier = finder.reader.verifier if finder.reader else None
    judged = judge(asked, chosen, reading, finder.index.lexical, settings.answer, verifier=verifier)
    hits = spread(asked, reading.hits)[: settings.search.results]
    return Found(asked, reading, statements, hits, chosen, judged)


def _parted(reading: Reading, sources: Sequence[Source], inside: bool) -> list[Read]:
    return [one for one in reading.statements if is_of(one.statement.passage, sources) is inside]


def _only(filters: Filters, sources: Sequence[Source]) -> Filters | None:
    """The filters narrowed to the sources' reports; None where they leave none of them."""
    documents = {one.document for one in sources}
    left = documents & set(filters.documents) if filters.documents else documents
    return replace(filters, documents=tuple(sorted(left))) if left else None


def _speaks_of_both(lead: Chosen, asked: Question) -> bool:
    """Whether a statement, with its headings, speaks of what a follow-up brings and of what it lets go of."""
    held = {stem(word) for word in words(as_read(lead.first.passage, lead.first.span))}
    kept, new = set(words(asked.instead)), _content(asked.typed)
    old = [word for word in _content(asked.whole) if word not in kept]
    return all(is_held(word, held) for word in new) and any(is_held(word, held) for word in old)


def _content(text: str) -> list[str]:
    return [word for word in words(text) if word not in STOP]
