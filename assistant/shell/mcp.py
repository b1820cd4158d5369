"""`kunnskap mcp`: the assistant as tools for a chat client that starts it, over standard input and output."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.shell.common import Commands


def add(commands: "Commands") -> None:
    """Its options."""
    parser = commands.add_parser(
        "mcp",
        help="serve MCP over standard input and output, for a chat client that starts it",
        description="Serve MCP over standard input and output. Over HTTP it is a part of `serve`, at /mcp.",
    )
    parser.add_argument("--index", type=Path, metavar="DIR", help="the index (default: data/index)")
    parser.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """The exit code."""
    del arguments
    from assistant.process.opening import ready, warm_up
    from assistant.service.asking import Asking
    from assistant.service.tools import make_mcp

    warm_up(settings)
    make_mcp(Asking(settings, partial(ready, settings))).run("stdio")
    return 0
