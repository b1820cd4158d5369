"""`kunnskap serve`: the page, and the assistant for other programs beside it."""

import argparse
from typing import TYPE_CHECKING

from assistant.monitoring import logs
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.shell.common import Commands


def add(commands: "Commands") -> None:
    """Its options; addresses and keys are settings (`service`)."""
    parser = commands.add_parser(
        "serve",
        help="serve the page, and HTTP and MCP for other programs",
        description="Serve the page, the assistant for other programs, and health and figures, each on its address "
        "(settings ASSISTANT_SERVICE__…), until Ctrl-C: running answers are let end. Settings come from the "
        "environment alone.",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """The exit code."""
    del arguments  # it has none
    logs.configure(settings.log_level, as_json=True)
    from assistant.serving import serve

    serve(settings)
    return 0
