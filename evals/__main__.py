"""`python -m evals`: run, look at and compare evaluations."""

import argparse
import sys
from collections.abc import Sequence

from rich.console import Console

from assistant.errors import AssistantError
from assistant.monitoring import logs
from evals.shell import candidates, check, compare, drift, figures, gate, judge, peers, report, run, search
from evals.shell.training import (
    calibrate,
    calibrate_claims,
    calibrate_themes,
    calibrate_verifier,
    support,
    train,
    train_kinds,
    train_requests,
    train_roles,
    train_scorers,
    train_verifier,
)

COMMANDS = (
    run,
    compare,
    report,
    check,
    gate,
    figures,
    peers,
    drift,
    judge,
    support,
    calibrate,
    calibrate_claims,
    calibrate_themes,
    calibrate_verifier,
    search,
    candidates,
    train,
    train_kinds,
    train_requests,
    train_roles,
    train_scorers,
    train_verifier,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Parse, call, show; the exit code is 0, 1 for a failure or a finding, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="python -m evals", description="How well the assistant answers.")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(subparsers)
    arguments = parser.parse_args(argv)
    logs.configure("WARNING")
    console = Console(width=None if sys.stdout.isatty() else 140, highlight=False)
    try:
        code: int = arguments.main(arguments, console)
        return code
    except (AssistantError, OSError) as error:
        print(f"evals: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
