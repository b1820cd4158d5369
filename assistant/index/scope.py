"""Filters made out against one version of an index: which of its passages may be found."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.filters import Filters
from assistant.index.manifest import Manifest
from assistant.models import SectionKind

Mask = NDArray[np.bool_]


class Scope:
    """The passages that a search may find: `rows` has one value for each of `ids`, the whole index."""

    def __init__(self, rows: Mask, ids: Sequence[str], numbers: Mapping[str, int]) -> None:
        self.passages = int(rows.sum())  # how many passages
        self.rows = rows
        self._ids = ids
        self._numbers = numbers

    def holds(self, id_: str) -> bool:
        """Whether the passage may be found."""
        return bool(self.rows[self._numbers[id_]])

    def ids(self) -> list[str]:
        """The passages that may be found."""
        return [self._ids[row] for row in np.flatnonzero(self.rows).tolist()]


class Scopes:
    """Makes scopes for one version of an index.

    `ids` are its passages in the order of the lexical index; `ids_of_kind` finds the passages in a kind of section.
    What both say is looked up once, at the first filter that asks.
    """

    def __init__(
        self, manifest: Manifest, ids: Sequence[str], ids_of_kind: Callable[[SectionKind], Iterable[str]]
    ) -> None:
        self._manifest = manifest
        self._ids = ids
        self._ids_of_kind = ids_of_kind
        self._documents: NDArray[np.int32] | None = None
        self._rows: dict[str, int] | None = None
        self._kinds: dict[SectionKind, Mask] = {}

    def scope(self, filters: Filters) -> Scope:
        """What these filters leave."""
        allowed = np.array([filters.allow(item.report) for item in self._manifest.documents], dtype=np.bool_)
        rows: Mask = allowed[self._documents_of_rows()]
        if filters.sections:
            rows &= np.any([self._rows_of_kind(kind) for kind in filters.sections], axis=0)
        numbers = self._row_numbers()
        rows[[numbers[id_] for id_ in filters.without_passages if id_ in numbers]] = False
        return Scope(rows, self._ids, numbers)

    def _documents_of_rows(self) -> NDArray[np.int32]:
        """For each row, the place of its document in the manifest; a passage's id begins with its document's name."""
        if self._documents is None:
            places = {item.report.document: place for place, item in enumerate(self._manifest.documents)}
            numbers = (places[id_.rpartition(":")[0]] for id_ in self._ids)
            self._documents = np.fromiter(numbers, dtype=np.int32, count=len(self._ids))
        return self._documents

    def _row_numbers(self) -> dict[str, int]:
        if self._rows is None:
            self._rows = {id_: row for row, id_ in enumerate(self._ids)}
        return self._rows

    def _rows_of_kind(self, kind: SectionKind) -> Mask:
        if kind not in self._kinds:
            rows = np.zeros(len(self._ids), dtype=np.bool_)
            numbers = self._row_numbers()
            rows[[numbers[id_] for id_ in self._ids_of_kind(kind)]] = True
            self._kinds[kind] = rows
        return self._kinds[kind]
