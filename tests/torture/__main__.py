"""`python -m tests.torture [PIECE …] [--scale SHARE]`: attacks on the ingestion and the index, as a table of figures.

Each piece stops by itself: after its count, or after its share of 20 minutes. The exit code is 1 where anything was
lost, broke, or took more than it may.
"""

import argparse
import sys
import time

from tests.torture import asking, files, kills, server, uploads
from tests.torture.figures import Figures

# Name → (the piece, its count, seconds that it may take).
PIECES = {
    "kills": (kills.kills, 200, 320),
    "damaged": (files.damaged, 1000, 150),
    "hostile": (files.hostile, 13, 100),
    "users": (asking.users, 50, 300),
    "memory": (asking.memory, 300, 200),
    "server": (server.server, 20, 40),
    "uploads": (uploads.uploads, 10, 60),
}


def main() -> int:
    """Run the pieces, print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description="Attack it, and print what became.")
    parser.add_argument("pieces", nargs="*", metavar="PIECE", help=f"of {', '.join(PIECES)} (default: all)")
    parser.add_argument("--scale", type=float, default=1.0, metavar="SHARE", help="of each count and time")
    arguments = parser.parse_args()
    if unknown := set(arguments.pieces) - set(PIECES):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    wrong = 0
    print("| piece | tried | wrong | seconds | figures |\n| --- | --- | --- | --- | --- |", flush=True)
    for name in arguments.pieces or PIECES:
        piece, count, seconds = PIECES[name]
        figures = Figures(time.monotonic() + max(20.0, seconds * arguments.scale))
        started = time.monotonic()
        piece(max(1, round(count * arguments.scale)), figures)
        wrong += len(figures.wrong)
        told = "; ".join(f"{key} {value}" for key, value in figures.told.items())
        taken = time.monotonic() - started
        print(f"| {name} | {figures.tried} | {len(figures.wrong)} | {taken:.0f} | {told} |", flush=True)
        for line in figures.wrong[:20]:
            print(f"{name}: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
