"""Lines of a run: what a system answered, parsed strictly, since a string "false" is not false."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import RunError


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of an answer, as the run tells it."""

    n: int
    document: str
    quote: str
    text: str = ""
    title: str = ""
    section: str = ""
    year: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Retrieved:
    """One retrieved passage."""

    document: str
    text: str
    section: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RunLine:
    """One answer. `seconds` and `confidence` are None where the line does not tell."""

    id: str
    answer: str
    abstained: bool
    citations: tuple[Cited, ...] = ()
    passages: tuple[Retrieved, ...] = ()
    notes: str = ""
    seconds: float | None = None
    confidence: float | None = None

    @property
    def silent(self) -> bool:
        """True where nothing is answered although the line does not say that it abstains."""
        return not self.abstained and not self.answer.strip()


def read_run(path: Path) -> dict[str, RunLine]:
    """The answers of a JSON Lines file by question id. Raises RunError on a wrong line or a repeated id."""
    run: dict[str, RunLine] = {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(f"The run {path} cannot be read.") from error
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            line = parse_line(json.loads(text))
        except (ValueError, KeyError, TypeError) as error:
            raise RunError(f"{path}, line {number}: {error}.") from error
        if line.id in run:
            raise RunError(f"{path}, line {number}: the question {line.id} is answered twice.")
        run[line.id] = line
    return run


def parse_line(line: Mapping[str, Any]) -> RunLine:
    """A RunLine from its JSON object. Raises KeyError, TypeError or ValueError where it is not of the format."""
    abstained = line.get("abstained", False)
    if not isinstance(abstained, bool):
        raise TypeError("`abstained` is neither true nor false")
    return RunLine(
        id=str(line["id"]),
        answer=str(line.get("answer") or ""),
        abstained=abstained,
        citations=tuple(_cited(c, n) for n, c in enumerate(line.get("citations") or (), 1)),
        passages=tuple(_retrieved(p) for p in line.get("passages") or ()),
        notes=_notes(line.get("notes")),
        seconds=_number(line, "seconds"),
        confidence=_number(line, "confidence"),
    )


def _cited(item: Mapping[str, Any], place: int) -> Cited:
    return Cited(
        n=int(item.get("n", place)),
        document=str(item.get("document") or ""),
        quote=str(item.get("quote") or ""),
        text=str(item.get("text") or ""),
        title=str(item.get("title") or ""),
        section=str(item.get("section") or ""),
        year=_whole(item.get("year")),
        page=_whole(item.get("page")),
    )


def _retrieved(item: Mapping[str, Any]) -> Retrieved:
    return Retrieved(
        document=str(item.get("document") or ""),
        text=str(item.get("text") or ""),
        section=str(item.get("section") or ""),
        page=_whole(item.get("page")),
    )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(line: Mapping[str, Any], key: str) -> float | None:
    value = line.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) and (key != "seconds" or value >= 0) else None


def _notes(value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
