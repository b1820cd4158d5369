"""What stands in a cell of a table of rows, column by column, in plain words."""

from assistant.export.references import in_text
from assistant.models import Citation, Row
from assistant.rendering.arranging import kind_name
from assistant.rendering.rows import named
from assistant.texts import text


def value(key: str, row: Row, language: str) -> str | int | None:
    """What the row has in the column of this key; None where it has nothing."""
    values: dict[str, str | int | None] = {
        "row_side": row.side,
        "row_study": named(row),
        "row_by": row.by,
        "row_year": row.year,
        "row_kind": kind_name(row, language),
        "row_method": row.method,
        "row_place": text("row_core" if row.core else "row_mentions", language),
        "row_quote": _quoted(row.quote),
        "row_finding": _quoted(row.finding),
        "row_recommendation": _quoted(row.recommendation),
        "row_source": "; ".join(dict.fromkeys(_source(one, language) for one in row.cited)),
    }
    return values[key]


def _source(citation: Citation, language: str) -> str:
    return in_text(citation, str(citation.passage.year or text("no_year", language)), language)


def _quoted(citation: Citation | None) -> str | None:
    return citation.quote if citation else None
