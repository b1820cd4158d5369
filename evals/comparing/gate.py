"""The gate: figures that must be 1.000, and floors that the others stay above and that rise with them."""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.errors import EvalError
from evals.scoring.figures import MUST_BE_ONE

FLOORS = Path(__file__).resolve().parent / "gate.toml"
_SLACK = 0.02  # a floor is kept this far below what was reached, so that a rewording does not fail the build
_ONE = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Breach:
    """One figure that does not pass: what it is (None where the run has no such figure), and what it should be."""

    name: str
    value: float | None
    floor: float

    def __str__(self) -> str:
        value = "missing" if self.value is None else f"{self.value:.3f}"
        return f"{self.name} is {value}, and should be at least {self.floor:.3f}"


def breaches(values: Mapping[str, float], floors: Mapping[str, float]) -> list[Breach]:
    """The figures below their floor, and those below 1 that must be 1 (where there is such a figure)."""
    found = [Breach(name, values[name], 1.0) for name in MUST_BE_ONE if name in values and values[name] < _ONE]
    if not any(name in values for name in MUST_BE_ONE):
        found.append(Breach(MUST_BE_ONE[0], None, 1.0))
    for name, floor in floors.items():
        if name not in MUST_BE_ONE and (name not in values or values[name] < floor):
            found.append(Breach(name, values.get(name), floor))
    return found


def raised(values: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors, lifted to just below what was reached where that is higher; none is ever lowered."""
    return {
        name: max(floor, math.floor((values.get(name, floor) - _SLACK) * 1000) / 1000) for name, floor in floors.items()
    }


def read_floors(path: Path = FLOORS) -> dict[str, float]:
    """The floors of a file. Raises EvalError where it is missing or damaged."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return {str(name): float(floor) for name, floor in content["floors"].items()}
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError, ValueError) as error:
        raise EvalError(f"The floors in {path} cannot be read: {error}.") from error


def write_floors(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Put new numbers into the file; its comments stay."""
    text = path.read_text(encoding="utf-8")
    for name, floor in floors.items():
        text = re.sub(rf'(?m)^("{re.escape(name)}"\s*=\s*)[\d.]+', rf"\g<1>{floor:.3f}", text)
    path.write_text(text, encoding="utf-8")
