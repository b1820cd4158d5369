"""Tables for the terminal: what an ingestion did, and what an index holds."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from assistant.index.manifest import LeftOut, Manifest

if TYPE_CHECKING:  # the ingestion brings the models with it, which `status` and `outline` do without
    from ingest.api import IngestResult


def printable(text: str) -> str:
    """The text without what a terminal could take for a command, or cannot show."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def result_table(result: "IngestResult") -> Table:
    """Document, pages, passages, seconds and state of each document, with the sums below."""
    summary = f"{result.embedded} passages embedded in {result.seconds:.1f} s"
    table = Table(title="Indexed", caption=summary if result.written else "Nothing had changed")
    table.add_column("Document", overflow="fold")
    for name in ("Pages", "Passages", "Seconds"):
        table.add_column(name, justify="right")
    table.add_column("State")
    for row in result.rows:
        pages = "" if row.pages is None else str(row.pages)
        table.add_row(Text(row.document), pages, str(row.passages), f"{row.seconds:.1f}", row.state)
    for document in result.removed:
        table.add_row(Text(printable(document)), "", "", "", "removed")
    for warning in result.warnings:
        table.add_row(Text(printable(warning)), "", "", "", "warning")
    return table


def left_out_table(left_out: Sequence[LeftOut]) -> Table:
    """The files that were left out, each with its reason."""
    table = Table(title="Left out")
    table.add_column("File", overflow="fold")
    table.add_column("Reason", overflow="fold")
    for item in left_out:
        table.add_row(Text(printable(item.source)), Text(printable(str(item.reason))))
    return table


def status_table(manifest: Manifest) -> Table:
    """The documents of an index."""
    table = Table(title=f"{len(manifest.documents)} documents, {manifest.passages} passages, model {manifest.model}")
    for name in ("Document", "Title", "Year", "Kind", "Publisher"):
        table.add_column(name, overflow="fold")
    for name in ("Pages", "Passages"):
        table.add_column(name, justify="right")
    table.add_column("Indexed")
    for item in manifest.documents:
        report = item.report
        values = (
            report.document,
            report.title,
            report.year,
            report.kind.value,
            report.publisher,
            report.pages,
        )
        cells = [Text("" if value is None else printable(str(value))) for value in values]
        table.add_row(*cells, str(item.passages), item.indexed[:10])
    return table


def status_json(manifest: Manifest) -> dict[str, Any]:
    """The same as plain data."""
    return asdict(manifest) | {"passages": manifest.passages}
