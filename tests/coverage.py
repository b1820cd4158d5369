"""`python -m tests.coverage`: what `make coverage` has counted, held against the least that it has to be."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

COUNTED = Path("build/coverage/coverage.json")
FLOORS = {"lines": 0.92, "branches": 0.85}


def shares(totals: Mapping[str, int]) -> dict[str, float]:
    """The share of lines and of branches that ran, from the totals of coverage's own JSON."""
    return {
        "lines": totals["covered_lines"] / totals["num_statements"],
        "branches": totals["covered_branches"] / totals["num_branches"],
    }


def below(found: Mapping[str, float]) -> list[str]:
    """What is below its floor, a line each."""
    return [
        f"{name}: {found[name]:.3f}, at least {floor} is due" for name, floor in FLOORS.items() if found[name] < floor
    ]


def main() -> int:
    """Say what was reached; 1 where something is below its floor."""
    found = shares(json.loads(COUNTED.read_text(encoding="utf-8"))["totals"])
    sys.stdout.write(", ".join(f"{share:.3f} of {name}" for name, share in found.items()) + "\n")
    sys.stdout.writelines(f"{line}\n" for line in below(found))
    return 1 if below(found) else 0


if __name__ == "__main__":
    sys.exit(main())
