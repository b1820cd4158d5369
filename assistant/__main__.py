"""`kunnskap`, or `python -m assistant`: every command of the project in one place."""

import argparse
import importlib
import sys
from collections.abc import Sequence

from assistant.errors import AssistantError
from assistant.monitoring import logs
from assistant.settings import load_settings
from assistant.shell import ask, overview, serve, upkeep

COMMANDS = (ask, overview, serve, upkeep)
# What the assistant knows nothing of, and passes on: the module whose `main` takes the rest, and what the command does.
_PASSED_ON = {
    "ingest": ("ingest.__main__", "put reports into the index, take them out, see what is there"),
    "eval": ("evals.__main__", "measure how well it answers (needs the extra `evals`)"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Parse, call, show; the exit code is 0, 1 for a failure, 2 for wrong use."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given and given[0] in _PASSED_ON:
        return _passed_on(given[0], given[1:])
    parser = _parser()
    arguments = parser.parse_args(given)
    if wrong := arguments.wrong_use(arguments):
        parser.error(wrong)
    try:
        settings = load_settings(arguments.config)
        if arguments.index:
            settings = settings.model_copy(update={"index_dir": arguments.index})
        if arguments.run is not serve.run:
            logs.configure(settings.log_level)
        code: int = arguments.run(arguments, settings)
        return code
    except (AssistantError, OSError) as error:
        print(f"assistant: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("assistant: stopped before it was done.", file=sys.stderr)
        return 130


def _passed_on(command: str, rest: list[str]) -> int:
    module, _ = _PASSED_ON[command]
    try:
        code: int = importlib.import_module(module).main(rest)
    except ModuleNotFoundError as error:
        print(f"assistant: `{command}` needs {error.name}, which is not installed.", file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kunnskap", description="Ask the indexed reports, and keep them.")
    parser.set_defaults(config=None, index=None, wrong_use=lambda arguments: "")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    for name, (_, what) in _PASSED_ON.items():
        commands.add_parser(name, help=what)
    return parser


if __name__ == "__main__":
    sys.exit(main())
