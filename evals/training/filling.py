"""Claims on made-up sources: cases with places to fill (cases.txt), filled at random (fillers.toml)."""

import random
import re
import tomllib
from collections.abc import Iterator

from evals.training.claims import FOLDER, Claim

_COLUMN = {"nb": 0, "nn": 1, "en": 2}
_PLACE = re.compile(r"\{(\w)\}")
_DRAWN = (("ABC", "who"), ("TU", "thing"), ("MN", "measure"), ("DE", "body"), ("PQ", "place"))
Fillers = dict[str, tuple[str, ...]]


def filled(times: int, chance: random.Random) -> Iterator[Claim]:
    """Every case, filled so many times."""
    listed = tomllib.loads((FOLDER / "fillers.toml").read_text(encoding="utf-8"))["fillers"]
    cases = (FOLDER / "cases.txt").read_text(encoding="utf-8").split("\n\n")
    for block, case in enumerate(cases[1:]):
        head, *lines = case.strip().splitlines()
        for _ in range(times):
            fillers = _fillers(listed, chance)
            source = _fill(head.removeprefix("= "), fillers)
            for line in lines:
                lie = "case" if line[0] == "-" else ""
                yield Claim(source, _fill(line[2:], fillers), lie, line[2:4], block)


def _fillers(listed: dict[str, str], chance: random.Random) -> Fillers:
    found: Fillers = {}
    for letters, name in _DRAWN:
        items = [item.strip().split("|") for item in listed[name].replace("\n", ";").split(";") if item.strip()]
        drawn = (tuple(item) * (3 // len(item)) for item in chance.sample(items, len(letters)))
        found |= dict(zip(letters, drawn, strict=True))
    low, high = sorted(chance.sample(range(2, 98), 2))
    first, second = sorted(chance.sample(range(1998, 2026), 2))
    return found | {key: (str(value),) * 3 for key, value in zip("nmyz", (low, high, first, second), strict=True)}


def _fill(line: str, fillers: Fillers) -> str:
    language, _, words = line.partition(" ")
    told = _PLACE.sub(lambda match: fillers[match[1]][_COLUMN[language]], words)
    return told[:1].upper() + told[1:]
