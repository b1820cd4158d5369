"""`kunnskap serve`: the page, and the assistant for other programs beside it. `kunnskap mcp`: for one chat client."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.monitoring import logs
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.shell.common import Commands


def add(commands: "Commands") -> None:
    """Add both; addresses and keys are settings (`service`)."""
    commands.add_parser(
        "serve",
        help="serve the page, and HTTP and MCP for other programs",
        description="Serve the page, the assistant for other programs, and health and figures, each on its address "
        "(settings ASSISTANT_SERVICE__…), until Ctrl-C: running answers are let end. Settings come from the "
        "environment alone.",
    ).set_defaults(run=run)
    mcp = commands.add_parser(
        "mcp",
        help="serve MCP over standard input and output, for a chat client that starts it",
        description="Serve MCP over standard input and output. Over HTTP it is a part of `serve`, at /mcp.",
    )
    mcp.add_argument("--index", type=Path, metavar="DIR", help="the index (default: data/index)")
    mcp.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")
    mcp.set_defaults(run=_mcp)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """The exit code."""
    del arguments  # it has none
    logs.configure(settings.log_level, as_json=True)
    from assistant.serving import serve

    serve(settings)
    return 0


def _mcp(arguments: argparse.Namespace, settings: Settings) -> int:
    del arguments
    from assistant.process.opening import ready, warm_up
    from assistant.service.asking import Asking
    from assistant.service.tools import make_mcp

    warm_up(settings)
    make_mcp(Asking(settings, partial(ready, settings))).run("stdio")
    return 0
