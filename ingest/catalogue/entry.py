"""One report of the catalogue: what it is, and what it is known by."""

import dataclasses
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from assistant.models import Report, ReportKind
from assistant.settings.invalid import refused
from ingest.catalogue.isbn import normal

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Stem = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]


def _valid(isbn: str) -> str:
    if not normal(isbn):
        raise refused("isbn_wrong", isbn=isbn)
    return isbn


class Entry(BaseModel):
    """A vetted report. `stem` is its own id ("fou-2016"), whatever the file is called that it comes in.

    `isbn` are all that it bears (printed, PDF); `phrases` stand on its first pages, all of them; `fingerprint` is
    of its text. `url` is where its publisher has it, and `python -m ingest fetch` gets it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    stem: Stem
    title: Text
    year: int = Field(ge=1800, le=2200)
    publisher: Text
    kind: ReportKind
    language: Literal["nb", "nn", "en"] = "nb"
    isbn: tuple[Annotated[str, AfterValidator(_valid)], ...] = ()
    phrases: tuple[Text, ...] = ()
    fingerprint: tuple[Hash, ...] = ()
    url: Text | None = None

    @model_validator(mode="after")
    def _can_be_known(self) -> Self:
        if not self.isbn and not self.fingerprint and not self.url:
            raise refused("entry_unknowable")
        return self

    @property
    def address(self) -> str:
        """The `url` where it is one that a browser may be sent to, else empty."""
        return self.url if self.url and self.url.startswith(("https://", "http://")) else ""


VETTED = ("title", "year", "publisher", "kind", "language")


def apply(entry: Entry, report: Report) -> Report:
    """The report with what a person has vetted in the place of what was read or guessed; its document stays."""
    return dataclasses.replace(
        report,
        title=entry.title,
        year=entry.year,
        publisher=entry.publisher,
        kind=entry.kind,
        language=entry.language,
        url=entry.address,
        guessed=tuple(name for name in report.guessed if name not in VETTED),
        origins=tuple((name, "catalogue") for name in VETTED),
    )
