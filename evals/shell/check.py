"""`python -m evals check`: validate a question set."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.settings import load_settings
from evals.documents.places import hash_of, place_of
from evals.documents.reading import load_documents
from evals.documents.source import Documents
from evals.questions.checking import check, overlaps
from evals.questions.goldset import Question, gold_line, read_questions

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("check", help="validate a question set against the documents")
    parser.add_argument("file", type=Path, metavar="FILE", help="the question set")
    parser.add_argument(
        "--corpus", type=Path, metavar="DIR", help="the documents (default: the corpus of the settings)"
    )
    parser.add_argument("--quotes", type=Path, metavar="OUT", help="write the set with places turned into quotes")
    parser.add_argument("--places", type=Path, metavar="OUT", help="write the set with quotes turned into places")
    parser.add_argument("--apart", type=Path, metavar="FILE", help="another set with which it must share no question")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Show what is wrong; 1 where there are errors."""
    documents = load_documents(arguments.corpus or load_settings().corpus_dir)
    questions = read_questions(arguments.file, documents)
    found = check(questions, documents)
    if arguments.apart:
        found += overlaps(questions, read_questions(arguments.apart))
    for out, evidence in ((arguments.quotes, quotes), (arguments.places, places)):
        if out:
            lines = [{**gold_line(one), "evidence": evidence(one, documents)} for one in questions]
            out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    errors = sum(finding.level == "error" for finding in found)
    if found:
        table = Table("level", "question", "what")
        for finding in found:
            style = "red" if finding.level == "error" else None
            table.add_row(finding.level, escape(finding.id), escape(finding.message), style=style)
        console.print(table)
    console.print(f"{len(questions)} questions, {errors} errors, {len(found) - errors} warnings.")
    return 1 if errors else 0


def quotes(question: Question, _: Documents) -> list[dict[str, Any]]:
    """The question's evidence as quotes, which only a set over texts of our own may hold."""
    return [{"doc": one.document, "quote": one.quote} for one in question.evidence]


def places(question: Question, documents: Documents) -> list[dict[str, Any]]:
    """The question's evidence as places. Raises LookupError where a quote does not stand in its document."""
    found = []
    for one in question.evidence:
        text = documents[one.document].versions[0].raw
        start, end = place_of(one.quote, text)
        found.append({"doc": one.document, "at": [start, end], "hash": hash_of(text[start:end])})
    return found
