"""`python -m ingest`: put reports into the index, take them out, and see what is there."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from assistant import knowledge
from assistant.errors import AssistantError, ReadError
from assistant.export.feed import as_atom
from assistant.index.manifest import as_json, load_manifest
from assistant.monitoring import logs
from assistant.settings import Settings, load_settings
from ingest.show import left_out_table, printable, result_table, status_json, status_table

if TYPE_CHECKING:
    from ingest.api import IngestResult

STEPS = {"read": "Reading", "embed": "Embedding", "write": "Writing"}
WITH_VALUE = ("--index", "--config")


def main(argv: Sequence[str] | None = None) -> int:
    """Parse, call, show; the exit code is 0, 1 where a file was left out or it failed, 2 for wrong use."""
    command, arguments = _command(list(sys.argv[1:] if argv is None else argv))
    try:
        return COMMANDS[command](arguments)
    except (AssistantError, OSError) as error:
        print(f"ingest: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("ingest: stopped; the index is as it was", file=sys.stderr)
        return 130


def _command(argv: list[str]) -> tuple[str, list[str]]:
    """The command, which options may come before, and the rest; "" where PATHs are given."""
    at = 0
    while at < len(argv) and argv[at].startswith("-") and argv[at] != "--":
        at += 2 if argv[at] in WITH_VALUE else 1
    if at < len(argv) and argv[at] in COMMANDS:
        return argv[at], [*argv[:at], *argv[at + 1 :]]
    return "", argv


def _ingest(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Read reports, cut them into passages and index them. A report whose files are gone from a "
        "searched folder leaves the index; reports from elsewhere stay.",
        epilog="Also: python -m ingest status | verify | remove | rollback | watch | fetch | outline | describe, each "
        "with --help. A folder of such a name is given as ./status.",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders (default: corpus/)")
    parser.add_argument("--rebuild", action="store_true", help="read and write everything anew")
    arguments, settings = _common(parser, argv)
    from ingest.api import ingest

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks = {step: bars.add_task(label, total=None, visible=False) for step, label in STEPS.items()}
        result = ingest(
            arguments.paths or [settings.corpus_dir],
            settings.index_dir,
            settings,
            rebuild=arguments.rebuild,
            progress=lambda step, done, total: bars.update(tasks[step], completed=done, total=total, visible=True),
        )
    return _shown(result)


def _remove(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest remove",
        description="Take documents out of the index; the others stay as they are. The files themselves are not "
        "touched: ingesting the folder that they lie in brings the documents back. What the index keeps of a removed "
        "document goes with the next change to the index after this one.",
    )
    parser.add_argument("documents", nargs="+", metavar="DOCUMENT", help="a name as `status` lists it")
    arguments, settings = _common(parser, argv)
    from ingest.api import remove

    return _shown(remove(arguments.documents, settings.index_dir, settings))


def _shown(result: "IngestResult") -> int:
    out = Console()
    out.print(result_table(result))
    if result.left_out:
        out.print(left_out_table(result.left_out))
    return 1 if result.left_out else 0


def _status(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m ingest status", description="List what is indexed.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--atom", metavar="URL", help="print the newest as an Atom feed of the page at URL")
    arguments, settings = _common(parser, argv)
    manifest = load_manifest(settings.index_dir)
    if arguments.atom:
        print(as_atom(manifest, arguments.atom).decode())
        return 0
    if arguments.json:
        print(as_json(status_json(manifest)))
        return 0
    out = Console()
    out.print(status_table(manifest))
    if manifest.left_out:
        out.print(left_out_table(manifest.left_out))
    return 0


def _verify(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest verify", description="Read every file of the live index and check it."
    )
    _, settings = _common(parser, argv)
    from ingest.versions.verify import verify

    checked, wrong = verify(settings.index_dir)
    for line in wrong:
        print(f"ingest: {printable(str(line))}", file=sys.stderr)
    print(f"{checked} files checked, {len(wrong)} damaged")
    return 1 if wrong else 0


def _rollback(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest rollback",
        description="Go back to the version of the index before the live one. An ingestion that changes something "
        "brings in what lies in the folders again.",
    )
    parser.add_argument("version", nargs="?", default="", metavar="VERSION", help="another one that is still there")
    arguments, settings = _common(parser, argv)
    from ingest.versions.rollback import rollback

    manifest = rollback(settings.index_dir, arguments.version)
    print(f"Live is {manifest.version} now, made {manifest.created}, with {len(manifest.documents)} documents.")
    return 0


def _watch(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest watch",
        description="Bring the index in step with folders again and again, until it is stopped.",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="FOLDER", help="default: corpus/")
    parser.add_argument("--every", type=float, default=900.0, metavar="SECONDS", help="between two looks (900)")
    arguments, settings = _common(parser, argv)
    from ingest.api import ingest
    from ingest.watching import watch

    paths = arguments.paths or [settings.corpus_dir]
    for came in watch(lambda: ingest(paths, settings.index_dir, settings), max(1.0, arguments.every)):
        if isinstance(came, AssistantError):
            print(f"ingest: {came}", file=sys.stderr, flush=True)
        elif came.written:
            _shown(came)
    return 0


def _fetch(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest fetch",
        description="Fetch the reports that have a `url` in the catalogue, where they are new or changed, into the "
        "folder fetched/ of the reports. Nothing is indexed by that: run `python -m ingest` afterwards.",
    )
    parser.add_argument("stems", nargs="*", metavar="STEM", help="those reports alone")
    arguments, settings = _common(parser, argv)
    from ingest.fetching import fetch_reports

    fetched = fetch_reports(settings, arguments.stems)
    for one in fetched:
        print(printable(f"{one.stem}: {one.state}{f': {one.reason}' if one.reason else ''} ({one.url})"))
    return 1 if any(one.reason for one in fetched) else 0


def _outline(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest outline", description="Show how a report is understood: its studies and sections."
    )
    parser.add_argument("--blocks", action="store_true", help="also what stands under each heading")
    parser.add_argument(
        "--html", type=Path, metavar="OUT", help="write the pages beside what was read from them, as one HTML file"
    )
    return _lines("outline", parser, argv, "blocks", "html")


def _describe(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest describe", description="Draft a report's entry for corpus/catalogue.toml, to be checked."
    )
    return _lines("describe", parser, argv)


def _lines(what: str, parser: argparse.ArgumentParser, argv: Sequence[str], *options: str) -> int:
    """Print what comes of one file, which is read as an ingestion would."""
    parser.add_argument("path", type=Path, metavar="FILE", help="a report")
    arguments, settings = _common(parser, argv)
    from ingest.apart import pool_for

    try:
        told = pool_for(settings.reading).read(
            what, arguments.path, **{name: bool(getattr(arguments, name)) for name in options}
        )
    except ReadError as error:
        print(f"ingest: {printable(str(arguments.path))}: {error}", file=sys.stderr)
        return 1
    if "html" in options and arguments.html:
        arguments.html.write_text(told, encoding="utf-8")
        return 0
    for line in told.rstrip("\n").split("\n"):
        print(printable(line))
    return 0


def _common(parser: argparse.ArgumentParser, argv: Sequence[str]) -> tuple[argparse.Namespace, Settings]:
    parser.add_argument("--index", type=Path, metavar="DIR", help="the index (default: data/index)")
    parser.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")
    arguments = parser.parse_args(argv)
    settings = load_settings(arguments.config)
    if arguments.index:
        settings = settings.model_copy(update={"index_dir": arguments.index})
    logs.configure(settings.log_level)
    knowledge.use(settings.knowledge_dir)
    return arguments, settings


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "": _ingest,
    "status": _status,
    "verify": _verify,
    "remove": _remove,
    "rollback": _rollback,
    "watch": _watch,
    "fetch": _fetch,
    "outline": _outline,
    "describe": _describe,
}

if __name__ == "__main__":
    sys.exit(main())
