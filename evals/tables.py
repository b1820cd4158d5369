"""Tables for the terminal."""

from collections.abc import Iterable, Mapping, Sequence

from rich.table import Table

from evals.scoring.figures import MUST_BE_ONE, Figure, Figures, split_name

_COLUMNS = ("hit@5", "mrr@10", "ndcg@10", "evidence_recall@4000c", "cited_evidence_recall", "fact_recall")


def figures_table(title: str, rows: Iterable[Figure]) -> Table:
    """Figures one below the other with their intervals; those that must be 1.000 and are not stand out."""
    table = Table(title=title, title_justify="left")
    for heading in ("figure", "value", "95 % interval", "n"):
        table.add_column(heading, justify="left" if heading == "figure" else "right", no_wrap=True)
    for row in rows:
        wrong = row.name in MUST_BE_ONE and row.value < 1
        interval = f"{row.low:.3f} – {row.high:.3f}"
        table.add_row(row.name, f"{row.value:.3f}", interval, str(row.n), style="bold red" if wrong else None)
    return table


def groups_table(title: str, found: Figures) -> Table:
    """The main figures by type, language and document, one group a line."""
    cells: dict[str, dict[str, Figure]] = {}
    for row in found.rows:
        group, measure = split_name(row.name)
        if measure in _COLUMNS:
            cells.setdefault(group, {})[measure] = row
    table = Table(title=title, title_justify="left")
    table.add_column("group", no_wrap=True)
    table.add_column("n", justify="right")
    for measure in _COLUMNS:
        table.add_column(measure.replace("evidence_recall", "recall"), justify="right")
    for group, measures in cells.items():
        count = max(row.n for row in measures.values())
        table.add_row(group, str(count), *(_value(measures.get(m)) for m in _COLUMNS))
    return table


def overview(found: Figures) -> list[Figure]:
    """The rows that are about all questions, not one type, language or document."""
    return [row for row in found.rows if not split_name(row.name)[0].startswith(("type.", "lang.", "document."))]


def markdown(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def pairs_table(title: str, pairs: Mapping[str, object]) -> Table:
    """Names and values, one pair a line."""
    table = Table(title=title, title_justify="left", show_header=False)
    for name, value in pairs.items():
        table.add_row(name, str(value))
    return table


def _value(row: Figure | None) -> str:
    return f"{row.value:.3f}" if row else "–"
