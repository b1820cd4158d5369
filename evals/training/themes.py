"""Examples for the scorer of themes: a theme, statements that say something on it, and statements that do not."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.statements import as_read
from evals.training.examples import Example
from evals.training.lines import read_lines
from evals.training.reports import QUESTIONS, Text, at, nearest

FOLDER = QUESTIONS / "themes"
_EVERY, _LEAST, _MOST = 3, 4, 16  # statements of a theme for each example of it, and how many examples it has
_LIKE, _BESIDE, _ANY = 3, 3, 2  # wrong statements: alike in words, of the same sections, of anywhere
_POOL = 60
_Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme over some documents: places of the statements `on` it, of those that name it in `passing`, and of the
    first one in each section whose subject it is (`core`)."""

    theme: str
    language: str
    documents: tuple[str, ...]
    on: tuple[_Place, ...]
    passing: tuple[_Place, ...]
    core: tuple[_Place, ...]


def read_themes(part: str, folder: Path = FOLDER) -> list[Theme]:
    """The themes of one part: `train`, `calibrate` or `judge`."""
    documents = json.loads((folder / "documents.json").read_text(encoding="utf-8"))
    return [_theme(line, documents[line["over"]]) for line in read_lines(folder / f"{part}.jsonl")]


def examples(themes: Sequence[Theme], texts: Mapping[str, Text], seed: int) -> Iterator[Example]:
    """Several of each theme, more of those that much is said on; each with wrong statements of three kinds."""
    chance = random.Random(seed)
    for one in themes:
        said, right, left = _sorted_out(one, texts)
        if not right:
            continue
        own = {said[i][0] for i in right}
        wrong = [i for i in range(len(said)) if i not in right | left]
        read = [words for _, words in said]
        like = [i for i in nearest(one.theme, read) if i not in right | left][:_POOL]
        beside = [i for i in wrong if said[i][0] in own] or wrong
        for _ in range(min(max(_LEAST, len(right) // _EVERY), _MOST)):
            drawn = [
                i
                for some, count in ((like, _LIKE), (beside, _BESIDE), (wrong, _ANY))
                for i in chance.sample(some, min(count, len(some)))
            ]
            yield Example(
                one.theme, tuple(read[i] for i in sorted(right)), tuple(read[i] for i in dict.fromkeys(drawn))
            )


def _sorted_out(
    theme: Theme, texts: Mapping[str, Text]
) -> tuple[list[tuple[tuple[str, tuple[str, ...]], str]], set[int], set[int]]:
    """Every statement with its section, and the places in that list of those on the theme and of those beside it."""
    said: list[tuple[tuple[str, tuple[str, ...]], str]] = []
    right, left = set[int](), set[int]()
    on, passing = by_document(theme.on), by_document(theme.passing)
    for document in theme.documents:
        text, before = texts[document], len(said)
        said += [((document, passage.path), as_read(passage, span)) for passage, span in text.statements]
        right |= {before + i for place in on.get(document, ()) for i in at(text, place)}
        left |= {before + i for place in passing.get(document, ()) for i in at(text, place)}
    return said, right, left - right


def by_document(places: Sequence[_Place]) -> Mapping[str, list[tuple[int, int]]]:
    """The places of each document."""
    found = defaultdict(list)
    for document, start, end in places:
        found[document].append((start, end))
    return found


def _theme(line: Mapping[str, Any], documents: Sequence[str]) -> Theme:
    on, passing, core = (
        tuple((documents[number], start, end) for number, start, end in line[name])
        for name in ("on", "passing", "core")
    )
    return Theme(line["theme"], line["lang"], tuple(documents), on, passing, core)
