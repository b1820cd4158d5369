"""What a find of personal data is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class PersonalKind(StrEnum):
    """What was seen; the values are keys of texts for the user."""

    NATIONAL_ID = "personal_national_id"
    DUF = "personal_duf"
    ACCOUNT = "personal_account"
    ORGANISATION = "personal_organisation"
    PHONE = "personal_phone"
    EMAIL = "personal_email"
    BIRTH_DATE = "personal_birth_date"
    NAME = "personal_name"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One find: the characters `start` to `end` of the text."""

    kind: PersonalKind
    start: int
    end: int


class Marks:
    """Which characters of a text are a part of a find: asked for in a time that does not grow with the finds."""

    def __init__(self, length: int, finds: Iterable[PersonalData] = ()) -> None:
        self._marks = bytearray(length)
        for one in finds:
            self.add(one)

    def add(self, one: PersonalData) -> None:
        """Mark the characters of a find."""
        self._marks[one.start : one.end] = b"\1" * (one.end - one.start)

    def near(self, one: PersonalData, distance: int = 0) -> bool:
        """Whether a marked character is a part of the find, or at most so many characters from it."""
        return self._marks.find(1, max(0, one.start - distance), one.end + distance) >= 0
