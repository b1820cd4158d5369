"""`python -m assistant`: ask in a terminal, or have all reports gone through."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant import logs
from assistant.errors import AssistantError, QuestionError
from assistant.models import Answer
from assistant.render import answer_markdown, digest_said, series_lines, source_line
from assistant.settings import Settings, load_settings
from assistant.texts import text

_AS = ("overview", "list", "summary", "comparison")
# Each option, the field of the filters that it fills, and what it says of itself.
_FILTERS = (
    ("--kind", "kinds", "kind of report: årsrapport, FoU-rapport, undersøkelse …"),
    ("--publisher", "publishers", "who published the report"),
    ("--document", "documents", "a report, by its name in `python -m ingest status`"),
    ("--section", "sections", "kind of section: findings, recommendations …"),
    ("--without", "without_documents", "a report to leave out"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Parse, call, show; the exit code is 0, 1 for a failure, 2 for wrong use."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if wrong := _wrong_use(arguments):
        parser.error(wrong)
    try:
        settings = load_settings(arguments.config)
        if arguments.index:
            settings = settings.model_copy(update={"index_dir": arguments.index})
        logs.configure(settings.log_level)
        code: int = arguments.run(arguments, settings)
        return code
    except (AssistantError, OSError) as error:
        print(f"assistant: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assistant", description="Ask the indexed reports.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    ask = commands.add_parser("ask", help="answer one question, or a file of them")
    ask.add_argument("question", nargs="?", help="the question, in quotes")
    ask.add_argument("--questions", type=Path, metavar="FILE", help="questions, one JSON object a line")
    ask.add_argument("--out", type=Path, metavar="FILE", help="where the answers to --questions go")
    ask.set_defaults(run=_ask)
    _add_common(ask)
    overview = commands.add_parser("overview", help="go through all reports: every study and chapter on a theme")
    overview.add_argument("theme", help="the theme, or a request in words, in quotes")
    overview.add_argument(
        "--as", dest="request", choices=_AS, default=_AS[0], help="what is made of it (default: overview)"
    )
    overview.add_argument("--out", type=Path, metavar="FILE", help="write it to FILE, .xlsx or .docx")
    overview.set_defaults(run=_overview)
    _add_common(overview)
    return parser


def _wrong_use(arguments: argparse.Namespace) -> str:
    if arguments.run is _overview:
        is_known = arguments.out is None or arguments.out.suffix in (".xlsx", ".docx")
        return "" if is_known else "--out FILE ends in .xlsx or .docx"
    if (arguments.question is None) == (arguments.questions is None):
        return "give one question, or --questions FILE"
    return "--questions FILE needs --out FILE" if arguments.questions and not arguments.out else ""


def _add_common(parser: argparse.ArgumentParser) -> None:
    """The index, the settings and the filters, the same for every command."""
    parser.add_argument("--index", type=Path, metavar="DIR", help="the index (default: data/index)")
    parser.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    narrow = parser.add_argument_group("narrowing the search", "each but --year may be given several times")
    narrow.add_argument(
        "--year", dest="years", metavar="SPAN", help="years of the reports: 2019, 2019-2023, 2019-, -2018"
    )
    for option, field, what in _FILTERS:
        narrow.add_argument(option, dest=field, action="append", metavar="NAME", help=what)


def _filters(arguments: argparse.Namespace) -> dict[str, Any]:
    """The filters that the command line names."""
    fields = ("years", *(field for _, field, _ in _FILTERS))
    return {field: value for field in fields if (value := getattr(arguments, field))}


def _ask(arguments: argparse.Namespace, settings: Settings) -> int:
    return _ask_all(arguments, settings) if arguments.questions else _ask_one(arguments, settings)


def _overview(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.api import Assistant
    from assistant.export.overview import written
    from assistant.models import Request
    from assistant.narrowing import filters_from
    from assistant.runs import overview_as_json

    assistant = Assistant.open(settings)
    filters = filters_from(_filters(arguments), assistant.manifest)
    try:
        answer = assistant.ask(arguments.theme, filters=filters, request=Request(arguments.request))
    except QuestionError as error:
        print(question_message(error, settings), file=sys.stderr)
        return 1
    if arguments.out:
        arguments.out.write_bytes(written(answer, arguments.out.suffix, assistant.manifest, settings.index_dir))
    if arguments.json:
        print(json.dumps(overview_as_json(answer), ensure_ascii=False))
    elif not arguments.out:
        print(_shown(answer))
    return 0


def _ask_one(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.api import Assistant
    from assistant.narrowing import filters_from
    from assistant.runs import run_line

    assistant = Assistant.open(settings)
    filters = filters_from(_filters(arguments), assistant.manifest)
    try:
        answer = assistant.ask(arguments.question, filters=filters)
    except QuestionError as error:
        message = question_message(error, settings)
        print(json.dumps({"error": message}, ensure_ascii=False) if arguments.json else message)
        return 0
    print(json.dumps(run_line("", answer, filters), ensure_ascii=False) if arguments.json else _shown(answer))
    return 0


def _ask_all(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.api import Assistant
    from assistant.narrowing import filters_from
    from assistant.runs import refused_line, run_line

    questions = list(_questions(arguments.questions))
    assistant = Assistant.open(settings)
    for_all = _filters(arguments)
    narrowed = [filters_from(for_all | (item.get("filters") or {}), assistant.manifest) for item in questions]
    with arguments.out.open("w", encoding="utf-8") as out:
        for item, filters in zip(questions, narrowed, strict=True):
            try:
                answer = assistant.ask(item["question"], item.get("history") or (), filters)
                line = run_line(item["id"], answer, filters)
            except QuestionError as error:
                line = refused_line(item["id"], question_message(error, settings)) | {"seconds": 0}
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
    raise AssistantError(f"{path} is not a question file: each line is a JSON object with `id` and `question`.")


def _is_question(item: Any) -> bool:
    if not isinstance(item, dict) or not all(isinstance(item.get(key), str) for key in ("id", "question")):
        return False
    history = item.get("history") or []
    if not isinstance(item.get("filters") or {}, dict):
        return False
    return isinstance(history, list) and all(isinstance(earlier, str) for earlier in history)


def question_message(error: QuestionError, settings: Settings) -> str:
    """The friendly sentence for a question that cannot be asked."""
    return text(str(error), "nb", limit=settings.max_question)


def _shown(answer: Answer) -> str:
    lines = [said, ""] if (said := digest_said(answer)) else []
    lines.append(answer_markdown(answer))
    for series in answer.series:
        lines += ["", *series_lines(series)]
    if answer.citations:
        lines += ["", text("sources", answer.language)]
        lines += [f"[{c.n}] {source_line(c, answer.language)}" for c in answer.citations]
    return "\n".join([*lines, "", *answer.notes])


if __name__ == "__main__":
    sys.exit(main())
