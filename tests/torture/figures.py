"""What a piece has tried, and what came of it."""

import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Figures:
    """`wrong` holds a line for each thing that should not be; `told` are figures for the table."""

    deadline: float
    tried: int = 0
    wrong: list[str] = field(default_factory=list)
    told: dict[str, object] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        """Whether the piece has had its time."""
        return time.monotonic() > self.deadline


def kept(pid: int | str, name: str) -> float:
    """A figure of a process's memory in megabytes: `VmRSS`, or `VmHWM` for the most it had."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))
