"""`kunnskap overview`: go through all reports for a theme."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import QuestionError
from assistant.settings import Settings
from assistant.shell.common import add_common, filters_of, shown

if TYPE_CHECKING:
    from assistant.shell.common import Commands

_AS = ("overview", "list", "summary", "comparison")
_ENDINGS = (".xlsx", ".docx")


def add(commands: "Commands") -> None:
    """Its options."""
    parser = commands.add_parser("overview", help="go through all reports: every study and chapter on a theme")
    parser.add_argument("theme", help="the theme, or a request in words, in quotes")
    parser.add_argument(
        "--as", dest="request", choices=_AS, default=_AS[0], help="what is made of it (default: overview)"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it to FILE, .xlsx or .docx")
    parser.set_defaults(run=run, wrong_use=_wrong_use)
    add_common(parser)


def _wrong_use(arguments: argparse.Namespace) -> str:
    is_known = arguments.out is None or arguments.out.suffix in _ENDINGS
    return "" if is_known else "--out FILE ends in .xlsx or .docx"


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """The exit code."""
    from assistant.api import Assistant
    from assistant.export.overview import written
    from assistant.export.runs import overview_as_json
    from assistant.models import Request
    from assistant.question.narrowing import filters_from

    assistant = Assistant.open(settings)
    filters = filters_from(filters_of(arguments), assistant.manifest)
    within = sum(filters.allow(item.report) for item in assistant.manifest.documents)
    print(f"Going through {within} reports … (Ctrl-C stops)", file=sys.stderr)
    try:
        answer = assistant.ask(arguments.theme, filters=filters, request=Request(arguments.request))
    except QuestionError as error:
        print(error.worded("nb"), file=sys.stderr)
        return 1
    if arguments.out:
        arguments.out.write_bytes(written(answer, arguments.out.suffix, assistant.manifest, settings.index_dir))
    if arguments.json:
        print(json.dumps(overview_as_json(answer), ensure_ascii=False))
    elif not arguments.out:
        print(shown(answer))
    return 0
