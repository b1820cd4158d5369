"""What a request that goes through all reports works with, and what it comes back with."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.embedding import Embedder
from assistant.filters import Filters
from assistant.index.reader import Index
from assistant.index.scope import Scope
from assistant.models import Citation, LookedThrough, Request, Row
from assistant.question import Names, Question
from assistant.reader import Reader
from assistant.reader.roles import Roles, load_roles
from assistant.settings import Settings

Progress = Callable[[int, int], None]  # how many reports have been gone through, of how many


def untold(done: int, total: int) -> None:
    """Tells nobody how far it has come."""


@dataclass(frozen=True, slots=True)
class Context:
    """A question that was understood, and what it is asked of; `tell` is called while it is gone through, at
    least a few times a second, and what it raises ends that.
    """

    asked: Question
    index: Index
    names: Names
    embedder: Embedder
    reader: Reader | None
    filters: Filters
    scope: Scope | None
    settings: Settings
    tell: Progress = untold

    @property
    def roles(self) -> Roles | None:
        """What tells the roles of statements, loaded when it is first wanted; None where it cannot be read."""
        return load_roles()

    @property
    def within(self) -> list[str]:
        """The reports that the filters leave, by name."""
        held = (one.report for one in self.index.manifest.documents)
        return sorted(report.document for report in held if self.filters.allow(report))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows of a request, all of their quotes by number, and what was gone through; `theme` is what it was about."""

    request: Request
    theme: str
    rows: tuple[Row, ...]
    citations: tuple[Citation, ...]
    looked_through: LookedThrough
