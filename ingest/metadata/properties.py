"""What a file says about itself, beside its text."""

from dataclasses import dataclass

from assistant.models import ReportKind


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself; empty where it says nothing.

    `title`, `author`, `year` (of the file, that may be younger than its text) and `language` are what properties
    hold: a template's and a user's as often as the document's. `publisher`, `published` (a year), `kind` and
    `digest_of` are stated in so many words, and so never guessed; `is_vetted` says that all of it is.
    """

    title: str = ""
    author: str = ""
    year: int | None = None
    language: str = ""
    pages: int | None = None
    publisher: str = ""
    published: int | None = None
    kind: ReportKind | None = None
    digest_of: str | None = None
    is_vetted: bool = False
