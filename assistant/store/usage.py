"""How much is asked and what is said of it, week by week: numbers alone, of what is still kept."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.store.feedback import Feedback
from assistant.store.file.database import Database
from assistant.store.file.plain import unpacked


@dataclass(frozen=True, slots=True)
class Week:
    """One week from its Monday (ISO 8601, UTC) on."""

    monday: str
    questions: int
    helpful: int
    not_helpful: int


def by_week(database: Path) -> list[Week]:
    """The weeks in which anything was asked, newest first; raises StoreError."""
    if not database.exists():
        return []
    questions: dict[str, int] = defaultdict(int)
    said: dict[str, list[bool]] = defaultdict(list)
    with Database(database).reading() as connection:
        asked = connection.execute("SELECT asked FROM turns").fetchall()
        given = connection.execute("SELECT given, feedback FROM feedback").fetchall()
    for (at,) in asked:
        questions[_monday(at)] += 1
    for at, blob in given:
        try:
            said[_monday(at)].append(unpacked(Feedback, blob).helpful)
        except ValueError:
            continue
    weeks = sorted({*questions, *said}, reverse=True)
    return [Week(one, questions[one], sum(said[one]), len(said[one]) - sum(said[one])) for one in weeks]


def _monday(at: float) -> str:
    day = datetime.fromtimestamp(at, UTC).date()
    return (day - timedelta(days=day.weekday())).isoformat()
