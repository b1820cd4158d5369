"""What stands in a cell of a table of rows, column by column, in plain words."""

from assistant.export.references import in_text
from assistant.models import Citation, Row
from assistant.rendering.arranging import kind_name, quotes_of
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
        **{column: one.quote if one else None for column, one in quotes_of(row).items()},
        "row_source": "; ".join(dict.fromkeys(_source(one, language) for one in row.cited)),
    }
    return values[key]


def _source(citation: Citation, language: str) -> str:
    return in_text(citation, str(citation.passage.year or text("no_year", language)), language)
