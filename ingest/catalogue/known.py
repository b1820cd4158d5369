"""The catalogue: vetted reports, and which of them a text is."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import SettingsError
from assistant.settings.invalid import first_wrong
from ingest.catalogue.entry import Entry
from ingest.catalogue.isbn import isbns, normal
from ingest.catalogue.sketch import ascending, hashes, likeness, shingles

# Measured on five reports with the hashes falling in twelve ways: other reports of a series and summaries in other
# words stay at 0.10 or below, three fifths of a report with every 20th word changed at 0.25 or above.
SURE = 0.18
# Where ISBN or title page say the same as the words. A summary names its report's ISBN and title too, so the words
# must still be more than a summary's.
NAMED = 0.12

OPENING = 4000  # characters in which a title page and the page behind it stand
CLOSING = 2000  # and a colophon on the last page


class Catalogue:
    """Vetted reports, in the order of the file."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._hashes = [hashes(entry.fingerprint) for entry in self.entries]
        self._largest = max((own[-1] for own in self._hashes if own.size), default=np.uint64(0))

    def recognise(self, text: str) -> Entry | None:
        """The report whose text this is, as any reader gives it; None where it is none of the catalogue's.

        Words decide: a text that bears a report's ISBN or title without its words (a summary, a review) is not it.
        An entry without a fingerprint is known by its ISBN, where no other is known by its words.
        """
        scored = list(zip(self.likeness(text), self.entries, strict=True))
        score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if score >= SURE:
            return best
        named = [(score, entry) for score, entry in scored if score >= NAMED or not entry.fingerprint]
        named = [(score, entry) for score, entry in named if _names(text, entry)]
        return max(named, key=lambda pair: pair[0], default=(0.0, None))[1]

    def likeness(self, text: str) -> list[float]:
        """How alike the text is to each entry's, 0 to 1, in the order of `entries`; 0 without a fingerprint."""
        found = shingles(text)
        near = ascending(found[found <= self._largest])  # only small hashes are ever compared
        return [likeness(own, near) for own in self._hashes]


def load_catalogue(path: Path) -> Catalogue:
    """The catalogue in the TOML file at `path`, one `[[report]]` each; empty where there is no such file.

    Raises SettingsError, which names the report and the field, where something in it is wrong.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = _File.model_validate(data).report
    except FileNotFoundError:
        return Catalogue()
    except OSError as error:
        raise SettingsError("toml_closed", path=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError("toml_invalid", path=path, why=error) from error
    except ValidationError as error:
        place, why = first_wrong(error)
        raise SettingsError("toml_field", path=path, field=_named(place, data), why=why) from error
    stems = [entry.stem for entry in entries]
    if twice := next((stem for stem in stems if stems.count(stem) > 1), None):
        raise SettingsError("catalogue_twice", path=path, stem=twice)
    return Catalogue(entries)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    report: tuple[Entry, ...] = ()


def _named(place: tuple[int | str, ...], data: dict[str, object]) -> str:
    """A place as who writes the file finds it: "report 2 (fou-2018), year"."""
    where = ""
    reports = data.get("report")
    if len(place) > 1 and isinstance(reports, list) and isinstance(place[1], int):
        item = reports[place[1]]
        stem = item.get("stem") if isinstance(item, dict) else None
        where = f"report {place[1] + 1}{f' ({stem})' if stem else ''}"
        place = place[2:]
    return ", ".join(part for part in (where, ".".join(str(step) for step in place)) if part)


def _names(text: str, entry: Entry) -> bool:
    """Whether the text bears the entry's ISBN or, where its words can speak too, all of its title page's phrases."""
    own = {normal(isbn) for isbn in entry.isbn}
    if own.intersection(isbns(f"{text[:OPENING]}\n{text[-CLOSING:]}")):
        return True
    opening = _squeezed(text[:OPENING])
    return bool(entry.fingerprint and entry.phrases) and all(_squeezed(p) in opening for p in entry.phrases)


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()
