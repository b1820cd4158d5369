"""What several commands share."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.models import Answer, Verdict
from assistant.rendering.answer import answer_markdown, digest_said, series_lines, sources_lines, verdict_said
from assistant.texts import text

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

# Each option, the field of the filters that it fills, and what it says of itself.
_FILTERS = (
    ("--kind", "kinds", "kind of report: årsrapport, FoU-rapport, undersøkelse …"),
    ("--publisher", "publishers", "who published the report"),
    ("--document", "documents", "a report, by its name in `python -m ingest status`"),
    ("--section", "sections", "kind of section: findings, recommendations …"),
    ("--without", "without_documents", "a report to leave out"),
)


def add_common(parser: argparse.ArgumentParser) -> None:
    """The index, the settings and the filters, the same for every command that asks."""
    parser.add_argument("--index", type=Path, metavar="DIR", help="the index (default: data/index)")
    parser.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    narrow = parser.add_argument_group("narrowing the search", "each but --year may be given several times")
    narrow.add_argument(
        "--year", dest="years", metavar="SPAN", help="years of the reports: 2019, 2019-2023, 2019-, -2018"
    )
    for option, field, what in _FILTERS:
        narrow.add_argument(option, dest=field, action="append", metavar="NAME", help=what)


def filters_of(arguments: argparse.Namespace) -> dict[str, Any]:
    """The filters that the command line names."""
    fields = ("years", *(field for _, field, _ in _FILTERS))
    return {field: value for field in fields if (value := getattr(arguments, field))}


def shown(answer: Answer) -> str:
    """An answer as lines for a terminal."""
    lines = [said, ""] if (said := digest_said(answer)) else []
    if answer.verdict is Verdict.PARTLY and not answer.abstained:
        lines += [verdict_said(answer), ""]
    lines.append(answer_markdown(answer))
    for series in answer.series:
        lines += ["", *series_lines(series)]
    if answer.citations:
        lines += ["", text("sources", answer.language)]
        lines += sources_lines(answer)
    return "\n".join([*lines, "", *answer.notes])
