"""The rows of an overview as a reader wants them: which columns, grouped by what, in which order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.language.words import fold, stem, words
from assistant.models import Answer, Citation, ReportKind, Row
from assistant.rendering.formats import capitalised
from assistant.rendering.rows import by, columns, named
from assistant.texts import text

FACTS = ("row_by", "row_year", "row_kind", "row_method")
SOURCE = "row_source"
GROUPS = ("theme", "year", "by", "kind")
ORDERS = ("newest", "oldest", "study", "by")
_ALPHABET = str.maketrans("æøå", "{|}")  # as they come after z


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`columns` are keys of texts, beside the name of the study, which is always there; `group` is of GROUPS, "" for
    none; `order` of ORDERS.
    """

    columns: tuple[str, ...]
    group: str = ""
    order: str = ORDERS[0]


@dataclass(frozen=True, slots=True)
class Arranged:
    """The groups in their order, each its name and its rows; the first is without a name where `group` is ""."""

    columns: tuple[str, ...]
    group: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order they are shown."""
        return tuple(row for _, rows in self.groups for row in rows)

    def cited(self, row: Row) -> tuple[Citation, ...]:
        """The quotes of a row that the columns show: all of them where where they stand is shown."""
        quotes = quotes_of(row)
        shown = [quotes.get(key) for key in self.columns]
        return row.cited if SOURCE in self.columns else tuple(one for one in row.cited if one in shown)


def columns_of(answer: Answer) -> tuple[str, ...]:
    """The columns that there are to choose from, in their order: those that some row has something in."""
    held = (key for key in FACTS + columns(answer)[1] if any(_has(row, key) for row in answer.rows))
    return (*held, SOURCE)


def arranged(answer: Answer, wanted: Arrangement, themes: Sequence[str], language: str) -> Arranged:
    """The rows of an answer so arranged; those that are alike keep their order. `themes` can be grouped by.

    Those that only mention what was asked for come after those that are about it: in each group, or as a part of their
    own where there are no groups.
    """
    rows = sorted(_sorted(answer.rows, wanted.order), key=lambda row: not row.core)
    chosen = tuple(key for key in columns_of(answer) if key in wanted.columns)
    if not wanted.group:
        core, rest = tuple(row for row in rows if row.core), tuple(row for row in rows if not row.core)
        parts = (("", core), (text("group_mentions", language) if core else "", rest))
        return Arranged(chosen, "", tuple(part for part in parts if part[1]) or (("", ()),))
    stems = {theme: [stem(word) for word in words(theme)] for theme in themes}
    names: dict[str, Callable[[Row], str]] = {
        "year": lambda row: str(row.year or ""),
        "by": lambda row: row.by or "",
        "kind": lambda row: kind_name(row, language),
        "theme": lambda row: _theme_of(row, stems),
    }
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(names[wanted.group](row), []).append(row)
    in_order = list(found) if wanted.group == "year" else sorted(found, key=_letters)
    in_order.sort(key=lambda name: not name)  # what has none comes last
    none = text(f"group_no_{wanted.group}", language)
    return Arranged(chosen, wanted.group, tuple((capitalised(name) or none, tuple(found[name])) for name in in_order))


def beneath(row: Row, keys: Sequence[str], language: str) -> str:
    """What stands under a study's name beside columns of these keys: who and when where they are in none of them, and
    that it only mentions what was asked for.
    """
    said = by(replace(row, by=None if "row_by" in keys else row.by, year=None if "row_year" in keys else row.year))
    mentions = "" if row.core else text("row_mentions", language)
    return f"{said} ({mentions})" if said and mentions else said or mentions


def quotes_of(row: Row) -> dict[str, Citation | None]:
    """What the row quotes, by the key of its column."""
    return {"row_quote": row.quote, "row_finding": row.finding, "row_recommendation": row.recommendation}


def _has(row: Row, key: str) -> bool:
    return bool(getattr(row, key.removeprefix("row_")))


def kind_name(row: Row, language: str) -> str:
    """What kind of report a row is of, in the reader's language."""
    kind = next((one for one in ReportKind if one.value == row.kind), None)
    return text(f"kind_{kind.name.lower()}", language) if kind else row.kind


def _sorted(rows: Sequence[Row], order: str) -> list[Row]:
    if order == "study":
        return sorted(rows, key=lambda row: _letters(named(row)))
    if order == "by":
        return sorted(rows, key=lambda row: (not row.by, _letters(row.by or "")))
    sign = 1 if order == "oldest" else -1
    return sorted(rows, key=lambda row: (row.year is None, sign * (row.year or 0)))


def _theme_of(row: Row, themes: dict[str, list[str]]) -> str:
    """The first theme that the row's headings say; else the first that its quotes say; "" where none do."""
    for said in (row.section, " ".join(one.quote for one in row.cited)):
        folded = fold(said)
        for theme, stems in themes.items():
            if all(one in folded for one in stems):
                return theme
    return ""


def _letters(name: str) -> str:
    return name.casefold().translate(_ALPHABET)
