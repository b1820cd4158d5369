"""What a report is made of for its readers: studies, and outside of studies chapters, with all of their passages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.index.reader import Index
from assistant.index.scope import Scope
from assistant.models import Passage, SectionKind, Study
from assistant.overview.context import Context
from assistant.overview.wording import ThemeWords
from assistant.statements import Statement

_LEXICAL, _MEANT = 1500, 400  # passages that are fetched for their words, and for their meaning
_NEAR = 24  # of these, that are near without a word of the theme
_AT_ONCE = 200  # passages, studies or sections that are fetched between two words on how far it has come
_PARTS = frozenset(SectionKind) - {SectionKind.OTHER, SectionKind.TABLE}
_PART_WORDS = 3  # of a heading that only says what kind of section it is
_Key = tuple[str, str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A study or a chapter: its passages in the report's order; `near` where one of them is among the nearest.

    `nearness` tells of each passage how much less near to the theme than the nearest of all it is, 0 or below.
    """

    document: str
    study: Study | None
    path: tuple[str, ...]
    passages: tuple[Passage, ...]
    near: bool = False
    nearness: tuple[float, ...] = ()

    @property
    def title(self) -> str:
        """The study's title, or the heading that is nearest to the words."""
        return self.study.title if self.study else (self.path[-1] if self.path else self.passages[0].title)

    @property
    def statements(self) -> list[Statement]:
        """Its statements, in order."""
        return [Statement(passage, span) for passage in self.passages for span in passage.spans]


def units_about(theme: str, wording: ThemeWords, context: Context, scope: Scope | None) -> list[Unit]:
    """Every study and chapter with a passage that shares a word with the theme or is near to it in meaning.

    While they are fetched it is told that no report is behind.
    """
    index, rows, total = context.index, scope.rows if scope else None, len(context.within)
    meant = index.dense(context.embedder.embed_query(theme), _MEANT, scope)
    found = dict.fromkeys(id_ for id_, _ in meant)
    for analysis, text in (("words", wording.text), ("letters", wording.text), ("letters", theme)):
        context.tell(0, total)
        found.update(dict.fromkeys(id_ for id_, _ in index.lexical.search(analysis, text, _LEXICAL, rows)))
    first: list[Passage] = []
    for ids in _portions(found):
        context.tell(0, total)
        first += index.passages(ids).values()
    whole: dict[str, Passage] = {}
    for studies in _portions(dict.fromkeys(passage.study for passage in first if passage.study)):
        context.tell(0, total)
        whole.update((one.id, one) for one in index.whole(studies, ()))
    for sections in _portions(dict.fromkeys(passage.section for passage in first if not passage.study)):
        context.tell(0, total)
        whole.update((one.id, one) for one in index.whole((), sections))
    wanted = {_key(passage) for passage in first}
    allowed = [one for one in whole.values() if _key(one) in wanted and (scope is None or scope.holds(one.id))]
    return units_of(allowed, index, meant)


def _portions(keys: Iterable[str]) -> Iterator[list[str]]:
    """The keys, so many at a time as are fetched in a moment."""
    left = iter(keys)
    while portion := list(islice(left, _AT_ONCE)):
        yield portion


def units_of(passages: Iterable[Passage], index: Index, meant: Sequence[tuple[str, float]] = ()) -> list[Unit]:
    """The passages by the study or chapter that they belong to, in the reports' order; `meant` are the nearest ones."""
    near, found = {id_ for id_, _ in meant[:_NEAR]}, dict[_Key, list[Passage]]()
    cosines = dict(meant)
    first, last = (meant[0][1], meant[-1][1]) if meant else (0.0, 0.0)
    for passage in sorted(passages, key=place):
        if passage.spans:
            found.setdefault(_key(passage), []).append(passage)
    return [
        Unit(
            document,
            index.manifest.study_of(held[0]) if study else None,
            path,
            tuple(held),
            any(passage.id in near for passage in held),
            tuple(cosines.get(passage.id, last) - first for passage in held),
        )
        for (document, study, path), held in found.items()
    ]


def place(passage: Passage) -> tuple[str, int]:
    """Where a passage stands: its report, and its number in it."""
    document, _, number = passage.id.rpartition(":")
    return document, int(number)


def _key(passage: Passage) -> _Key:
    if passage.study:
        return passage.document, passage.study, ()
    # "Funn" and "Anbefalinger" mean nothing without the heading above.
    is_part = passage.kind in _PARTS and len(passage.path) > 1 and len(passage.path[-1].split()) <= _PART_WORDS
    return passage.document, None, passage.path[:-1] if is_part else passage.path
