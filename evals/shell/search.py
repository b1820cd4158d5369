"""`python -m evals search`: what search finds under several settings, side by side."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track

from assistant.settings import load_settings
from assistant.settings.configs import CONFIGS
from evals.comparing.searching import FIGURES, remembering, search_figures
from evals.documents.reading import load_documents, read_documents
from evals.questions.goldset import read_questions
from evals.shell.common import add_questions
from evals.system import indexed_files
from evals.tables import markdown

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("search", help="what search finds under several settings, as a Markdown table")
    parser.add_argument("configs", nargs="*", metavar="NAME", help="configs/NAME.toml, or a file (default: all)")
    add_questions(parser)
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="documents, to check quotes against")
    parser.add_argument("--index", type=Path, required=True, metavar="DIR", help="an index that is there already")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Search with the defaults and with each of the settings named, and print the figures."""
    from assistant.embedding import load_embedder
    from assistant.index.reader import open_index
    from assistant.reader import load_reader

    index_dir: Path = arguments.index
    documents = load_documents(arguments.corpus) if arguments.corpus else read_documents(indexed_files(index_dir))
    questions = read_questions(arguments.questions, documents)
    defaults = load_settings()
    embedder = remembering(load_embedder(defaults.embedding))
    index = open_index(index_dir, defaults.embedding.model, defaults.chroma_url)
    index.check(embedder)
    reader = load_reader(defaults.reader)
    names = arguments.configs or sorted(path.stem for path in CONFIGS.glob("*.toml"))
    rows = []
    for name in track(["defaults", *names], console=Console(stderr=True), transient=True):
        settings = defaults if name == "defaults" else load_settings(name)
        figures = search_figures(questions, index, embedder, reader, settings=settings, documents=documents)
        rows.append([name, *(f"{figures[figure]:.3f}" if figure in figures else "–" for figure in FIGURES)])
    console.print(markdown(["", *FIGURES], rows), soft_wrap=True)
    return 0
