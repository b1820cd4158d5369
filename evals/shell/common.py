"""What several subcommands share."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

OWN_SET = Path(__file__).resolve().parent.parent / "questions" / "digests.jsonl"


def add_questions(parser: argparse.ArgumentParser) -> None:
    """The option that names the question set."""
    parser.add_argument(
        "--questions", type=Path, default=OWN_SET, metavar="FILE", help="question set (default: the project's own set)"
    )


def add_settings(parser: argparse.ArgumentParser) -> None:
    """The options that name the documents, the index and the settings."""
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="documents, to index and to check quotes against")
    parser.add_argument("--index", type=Path, metavar="DIR", help="an index that is there already")
    parser.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")


def add_calibrating(parser: argparse.ArgumentParser) -> None:
    """The options of what fits weights to questions, and the chance below which to abstain."""
    parser.add_argument("--reports", type=Path, required=True, metavar="DIR", help="the texts of our questions")
    parser.add_argument("--adapters", type=Path, metavar="FILE", help="adapters (default: those in use)")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where the two indexes go, to be used again")
    parser.add_argument("--wrongly", type=float, default=0.05, help="share of answerable questions it may give up")
    parser.add_argument("--write", action="store_true", help="write the weights into the adapters' card")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings that the arguments name."""
    return load_settings(arguments.config)
