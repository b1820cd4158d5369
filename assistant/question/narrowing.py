"""Filters as a person or a file names them, checked against what an index holds."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from assistant.errors import FilterError
from assistant.filters import Filters
from assistant.index.manifest import Manifest
from assistant.models import ReportKind, SectionKind

_SHOWN = 100  # characters of what somebody wrote, in a word on what is wrong with it
_FIELDS = tuple(Filters.__dataclass_fields__)
_SPAN = re.compile(r"(\d{4})|(\d{4})?\s*[-–]\s*(\d{4})?")


def filters_from(named: Mapping[str, Any], manifest: Manifest) -> Filters:
    """The filters of a mapping with the fields of `Filters`, each a name or a list of names, in any case.

    `years` is a span in words ("2019-2023", "2019-", "-2018", "2019") or a pair of numbers. Raises FilterError for
    what is not there, and says what is.
    """
    for key in named:
        if key not in _FIELDS:
            raise FilterError("filter_unknown", name=key[:_SHOWN], names=", ".join(_FIELDS))
    reports = [item.report for item in manifest.documents]
    documents = [report.document for report in reports]
    publishers = sorted({report.publisher for report in reports if report.publisher})
    kinds = [kind for kind in ReportKind if any(report.kind is kind for report in reports)]
    return Filters(
        years=_years(named.get("years") or ""),
        kinds=tuple(map(ReportKind, _existing("kinds", named, kinds))),
        publishers=_existing("publishers", named, publishers),
        documents=_existing("documents", named, documents),
        sections=tuple(map(SectionKind, _existing("sections", named, list(SectionKind)))),
        without_documents=_existing("without_documents", named, documents),
        without_passages=_names("without_passages", named),
    )


def filters_as_json(filters: Filters) -> dict[str, Any]:
    """What `filters_from` reads back: the fields that narrow something."""
    return {key: list(value) for key in _FIELDS if (value := getattr(filters, key)) != getattr(Filters(), key)}


def _existing(key: str, named: Mapping[str, Any], there: Iterable[str]) -> tuple[str, ...]:
    """The names given for one filter, as the index has them."""
    known = {str(name).casefold(): str(name) for name in there}
    names = _names(key, named)
    for name in names:
        if name.strip().casefold() not in known:
            held = ", ".join(known.values()) or "–"
            raise FilterError("filter_value", name=name[:_SHOWN], field=key.removeprefix("without_"), held=held)
    return tuple(known[name.strip().casefold()] for name in names)


def _names(key: str, named: Mapping[str, Any]) -> tuple[str, ...]:
    value = named.get(key) or ()
    names = (value,) if isinstance(value, str) else value
    if not isinstance(names, (list, tuple)) or not all(isinstance(name, str) for name in names):
        raise FilterError("filter_names", field=key)
    return tuple(names)


def _years(span: Any) -> tuple[int | None, int | None]:
    """The first and the last year of a span; None where it is open."""
    if span == "":
        return None, None
    if isinstance(span, str) and (match := _SPAN.fullmatch(span.strip())):
        ends = (match[1], match[1]) if match[1] else (match[2], match[3])
        first, last = (int(year) if year else None for year in ends)
    elif isinstance(span, (list, tuple)) and len(span) == 2 and all(year is None or type(year) is int for year in span):
        first, last = span
    else:
        raise FilterError("filter_span", span=str(span)[:_SHOWN])
    if first and last and first > last:
        raise FilterError("filter_backwards", first=f"{first}"[:_SHOWN], last=f"{last}"[:_SHOWN])
    return first, last
