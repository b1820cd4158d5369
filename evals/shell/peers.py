"""`python -m evals peers`: other pipelines beside ours, on the same documents, questions and embedding."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from assistant.settings import Settings
from evals.answering.running import Origin, answer_all, scored
from evals.answering.runs import RUNS, write_run
from evals.documents.reading import load_documents
from evals.documents.source import Documents
from evals.questions.goldset import Question, read_questions
from evals.scoring.figures import Figures
from evals.shell.common import add_questions, add_settings, settings_of
from evals.shell.run import origin_of
from evals.system import AssistantSystem, System, index_corpus, with_index
from evals.tables import markdown

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

_ROWS = (
    "single.hit@5",
    "single.mrr@10",
    "single.ndcg@10",
    "single.evidence_recall@4000c",
    "single.cited_evidence_recall",
    "single.citation_precision",
    "single.fact_recall",
    "type.comparison.fact_recall",
    "type.findings.fact_recall",
    "lang.en.hit@5",
    "unanswerable.abstained",
    "citations.verbatim",
    "answers.mean_words",
    "seconds.p50",
)
_SMALL, _LARGE = 256, 1024  # tokens


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("peers", help="other pipelines on the same documents, questions and embedding")
    add_questions(parser)
    add_settings(parser)
    parser.add_argument("--without-ours", action="store_true", help="the peers alone")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the runs go (default: evals/runs/<time>-peers)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Run every pipeline, keep each as a run, and print a Markdown table."""
    settings = settings_of(arguments)
    corpus = arguments.corpus or settings.corpus_dir
    folder = arguments.out or RUNS / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-peers"
    documents = load_documents(corpus)
    questions = read_questions(arguments.questions, documents)
    origin = origin_of(settings, corpus, documents)
    found: dict[str, Figures] = {}
    for name in ("ours", "LlamaIndex defaults", f"BM25, {_LARGE}", f"BM25, {_SMALL}"):
        if name == "ours" and arguments.without_ours:
            continue
        console.print(f"{name} …")
        place = folder / name.replace(", ", "-").replace(" ", "-").lower()
        system = _system(name, corpus, settings, arguments.index or folder / "index", arguments.index is None)
        found[name] = _measured(place, questions, system, documents, origin)
    console.print(peers_table({name: figures.values() for name, figures in found.items()}), soft_wrap=True)
    console.print(f"Written to {folder}")
    return 0


def peers_table(values: Mapping[str, Mapping[str, float]]) -> str:
    """Figures by pipeline as a Markdown table; a dash where a pipeline has no such figure."""
    names = list(values)
    rows: list[Sequence[str]] = []
    for figure in _ROWS:
        cells = [f"{values[name][figure]:.3f}" if figure in values[name] else "–" for name in names]
        if any(cell != "–" for cell in cells):
            rows.append([figure.removeprefix("single."), *cells])
    return markdown(["", *names], rows)


def _system(name: str, corpus: Path, settings: Settings, index: Path, make: bool) -> System:
    if name == "ours":
        if make:
            index_corpus(corpus, index, settings)
        return AssistantSystem(with_index(settings, index))
    if name.startswith("BM25"):
        from evals.peers.lexical import LexicalPeer

        return LexicalPeer(corpus, _LARGE if name.endswith(str(_LARGE)) else _SMALL)
    from assistant.embedding import load_embedder
    from evals.peers.dense import DensePeer

    return DensePeer(corpus, load_embedder(settings.embedding))


def _measured(folder: Path, questions: list[Question], system: System, documents: Documents, origin: Origin) -> Figures:
    run, found = scored(folder.name, questions, answer_all(questions, system), documents, origin)
    write_run(folder, run, found)
    return found
