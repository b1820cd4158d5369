"""`python -m evals support`: the thresholds of the check of a model's sentences, calibrated."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from assistant.embedding import load_embedder
from assistant.index.manifest import load_manifest
from assistant.index.reader import Index, open_index
from assistant.models import Passage
from assistant.settings import load_settings
from evals.calibration.sentences import measure, pairs, rates

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

SHARED = (0.3, 0.4, 0.5, 0.6, 1.01)
MEANING = (0.86, 0.88, 0.9, 0.92, 1.01)


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("support", help="calibrate when a model's sentence is borne out by its source")
    parser.add_argument("digests", type=Path, help="an index of digests")
    parser.add_argument("reports", type=Path, help="an index of the reports that they sum up")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Show, for each pair of thresholds, what rightly and what wrongly stands."""
    settings = load_settings()
    digests, reports = (
        open_index(place, settings.embedding.model, settings.chroma_url)
        for place in (arguments.digests, arguments.reports)
    )
    names = {item.report.document: item.report.digest_of for item in load_manifest(arguments.digests).documents}
    own = [replace(one, document=names.get(one.document) or one.document) for one in _all(digests)]
    found = list(pairs(own, _all(reports)))
    measured = measure(found, reports.lexical, load_embedder(settings.embedding))
    table = Table("words shared ≥ ", *[f"or meaning ≥ {meaning}" for meaning in MEANING])
    for shared in SHARED:
        cells = [rates(measured, shared, meaning) for meaning in MEANING]
        table.add_row(str(shared), *[f"{right:.2f} right, {wrong:.2f} wrong" for right, wrong in cells])
    statements = sum(pair.stands for pair in found)
    console.print(f"{statements} statements, each with the source that bears it and one that does not")
    console.print(table)
    return 0


def _all(index: Index) -> list[Passage]:
    passages = index.passages(index.lexical.ids)
    return [passages[id_] for id_ in index.lexical.ids if id_ in passages]
