"""Examples of what one can ask an index, each tried on it before it is shown, so that none leads to a poor answer.

They are tried once for each version of an index, and kept beside it where it can be written to.
"""

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path

from assistant.api import Assistant
from assistant.errors import AssistantError
from assistant.examples.themes import themes
from assistant.models import Answer, Passage, Request, SectionKind, Verdict
from assistant.question.suggest import newest_first, quotable
from assistant.store.file.plain import from_plain, to_plain
from assistant.texts import text

log = logging.getLogger(__name__)
FORM = 2  # of what is kept, and of what is tried: another is tried anew
_FILE = "examples.json"
_LOOKED_AT = 20_000  # passages that themes are looked for in
_TRIED = 6  # of each kind
_THEMES_TRIED, _THEMES = 24, 8
_CORE, _CORE_SHARE = 4, 0.2  # studies and chapters that a theme is the subject of, and their share of all that name it
_SIDE = 2  # rows of each side of a comparison
_SURE = 0.5  # confidence


@dataclass(frozen=True, slots=True)
class Example:
    """A request that was tried: the key of its text with its values, and what it asks for."""

    key: str
    values: tuple[tuple[str, str], ...]
    request: Request

    def said(self, language: str) -> str:
        """The request in words."""
        return text(self.key, language, **dict(self.values))


@dataclass(frozen=True, slots=True)
class Examples:
    """What was tried on a version of an index and held: themes whose overview says something, and requests."""

    version: str
    themes: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    form: int = 0


def overview_of(theme: str) -> Example:
    """The request for an overview of a theme."""
    return Example("example_overview", (("theme", theme),), Request.OVERVIEW)


def examples(assistant: Assistant, is_over: Callable[[], bool] = lambda: False) -> Examples:
    """The examples of the live index: those that are kept, or else tried now (which may take minutes) and kept.

    Ends early, with what was tried so far and nothing kept, when `is_over`.
    """
    version, path = assistant.manifest.version, assistant.settings.index_dir / _FILE
    kept = _kept(path)
    if kept and (kept.version, kept.form) == (version, FORM):
        return kept
    tried = _Trying(assistant, is_over)
    found = tuple(islice((theme for theme in tried.themes() if tried.holds(overview_of(theme))), _THEMES))
    kinds = (
        tried.asks(),
        map(overview_of, found),
        tried.comparisons((*found[1:], *found[:1])),
        tried.summaries(),
    )
    firsts = (one for kind in kinds for one in islice(filter(tried.holds, islice(kind, _TRIED)), 1))
    made = Examples(version, found, tuple(dict.fromkeys(firsts)), FORM)
    if not is_over() and version == assistant.manifest.version:
        _keep(path, made)
    return made


class _Trying:
    """Requests drawn from an index, the newest first, and whether they lead to something."""

    def __init__(self, assistant: Assistant, is_over: Callable[[], bool]) -> None:
        self._assistant, self._is_over = assistant, is_over
        self._documents = newest_first(assistant.manifest)
        self._held: dict[Example, bool] = {}

    def themes(self) -> list[str]:
        return themes(islice(self._passages(), _LOOKED_AT))[:_THEMES_TRIED]

    def asks(self) -> Iterator[Example]:
        for item in self._documents:
            for study in item.studies:
                if SectionKind.FINDINGS in study.sections:
                    yield Example("example_findings", (("study", quotable(study.title)),), Request.QUESTION)
        for item in self._documents:
            yield Example("example_about", (("title", item.report.title),), Request.QUESTION)

    def comparisons(self, found: tuple[str, ...]) -> Iterator[Example]:
        pairs = list(combinations([item.report.title for item in self._documents if item.studies], 2))
        for theme in found:
            for newer, older in pairs[:2]:
                values = (("first", older), ("second", newer), ("theme", theme))
                yield Example("example_comparison", values, Request.COMPARISON)

    def summaries(self) -> Iterator[Example]:
        for item in self._documents:
            for study in item.studies:
                if {SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS} <= set(study.sections):
                    yield Example("example_summary", (("study", quotable(study.title)),), Request.SUMMARY)

    def holds(self, example: Example) -> bool:
        """Whether the request is answered, and well."""
        if example not in self._held:
            self._held[example] = not self._is_over() and self._answered(example)
        return self._held[example]

    def _answered(self, example: Example) -> bool:
        try:
            answer = self._assistant.ask(example.said("nb"), request=example.request)
        except AssistantError as error:
            log.warning("An example could not be tried: %s", error)
            return False
        return answer.verdict is Verdict.ANSWERED and answer.request is example.request and _is_good(answer)

    def _passages(self) -> Iterator[Passage]:
        for item in self._documents:
            ids = [f"{item.report.document}:{n:05d}" for n in range(item.passages)]
            yield from self._assistant.passages(ids).values()


def _is_good(answer: Answer) -> bool:
    if answer.request is Request.OVERVIEW:
        core = sum(row.core for row in answer.rows)
        return core >= _CORE and core >= _CORE_SHARE * len(answer.rows)
    if answer.request is Request.COMPARISON:
        sides = [row.side for row in answer.rows]
        return len(set(sides)) == 2 and all(sides.count(side) >= _SIDE for side in set(sides))
    if answer.request is Request.SUMMARY:
        return sum(len(row.cited) for row in answer.rows) >= _SIDE
    # What is asked of one study or report is answered from one report alone.
    documents = {citation.passage.document for citation in answer.citations}
    return len(answer.points) >= _SIDE and len(documents) == 1 and answer.confidence >= _SURE


def _kept(path: Path) -> Examples | None:
    try:
        return from_plain(Examples, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _keep(path: Path, made: Examples) -> None:
    try:
        path.write_text(json.dumps(to_plain(made), ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as error:  # an index that is only read
        log.info("The examples are not kept: %s", error)
