"""`kunnskap ask`: answer one question, or a file of them."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError, QuestionError
from assistant.settings import Settings
from assistant.shell.common import add_common, filters_of, shown

if TYPE_CHECKING:
    from assistant.shell.common import Commands


def add(commands: "Commands") -> None:
    """Its options."""
    parser = commands.add_parser("ask", help="answer one question, or a file of them")
    parser.add_argument("question", nargs="?", help="the question, in quotes")
    parser.add_argument("--questions", type=Path, metavar="FILE", help="questions, one JSON object a line")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the answers to --questions go")
    parser.set_defaults(run=run, wrong_use=_wrong_use)
    add_common(parser)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """The exit code."""
    return _ask_all(arguments, settings) if arguments.questions else _ask_one(arguments, settings)


def _wrong_use(arguments: argparse.Namespace) -> str:
    if (arguments.question is None) == (arguments.questions is None):
        return "give one question, or --questions FILE"
    return "--questions FILE needs --out FILE" if arguments.questions and not arguments.out else ""


def _ask_one(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.api import Assistant
    from assistant.export.runs import run_line
    from assistant.question.narrowing import filters_from

    assistant = Assistant.open(settings)
    filters = filters_from(filters_of(arguments), assistant.manifest)
    try:
        answer = assistant.ask(arguments.question, filters=filters)
    except QuestionError as error:
        message = error.worded("nb")
        print(json.dumps({"error": message}, ensure_ascii=False) if arguments.json else message)
        return 0
    print(json.dumps(run_line("", answer, filters), ensure_ascii=False) if arguments.json else shown(answer))
    return 0


def _ask_all(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.api import Assistant
    from assistant.export.runs import refused_line, run_line
    from assistant.question.narrowing import filters_from

    questions = list(_questions(arguments.questions))
    assistant = Assistant.open(settings)
    for_all = filters_of(arguments)
    narrowed = [filters_from(for_all | (item.get("filters") or {}), assistant.manifest) for item in questions]
    with arguments.out.open("w", encoding="utf-8") as out:
        for item, filters in zip(questions, narrowed, strict=True):
            try:
                answer = assistant.ask(item["question"], item.get("history") or (), filters)
                line = run_line(item["id"], answer, filters)
            except QuestionError as error:
                line = refused_line(item["id"], error.worded("nb")) | {"seconds": 0}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def _questions(path: Path) -> list[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        items = [json.loads(line) for line in lines if line.strip()]
        if all(_is_question(item) for item in items):
            return items
    except ValueError:
        pass
    raise AssistantError("not_questions", path=path)


def _is_question(item: Any) -> bool:
    if not isinstance(item, dict) or not all(isinstance(item.get(key), str) for key in ("id", "question")):
        return False
    history = item.get("history") or []
    if not isinstance(item.get("filters") or {}, dict):
        return False
    return isinstance(history, list) and all(isinstance(earlier, str) for earlier in history)
