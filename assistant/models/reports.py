"""What was read of a report: what it is, its sections and studies."""

from dataclasses import dataclass
from enum import StrEnum


class ReportKind(StrEnum):
    """What kind of source a report is; the values are the users' own words."""

    RESEARCH = "FoU-rapport"
    ANNUAL = "årsrapport"
    SURVEY = "undersøkelse"
    EVALUATION = "evaluering"
    REVIEW = "kunnskapsoversikt"
    LAW = "lov eller forskrift"
    LETTER = "tildelingsbrev"
    REPORT = "rapport"
    WHITE_PAPER = "stortingsmelding"
    HEARING = "brev eller høringssvar"
    NOTE = "notat"
    SLIDES = "lysark"
    GUIDE = "veileder"
    OTHER = "annet"


def dated(title: str, year: int | None) -> str:
    """A report's title, with its year where it does not say it: "Rapport (2019)"."""
    return title if str(year or "") in title else f"{title} ({year})"


class SectionKind(StrEnum):
    """What a section of a study or chapter is about."""

    ABOUT = "about"
    METHOD = "method"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    FOLLOW_UP = "follow-up"
    TABLE = "table"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Report:
    """One indexed document. `document` is the stem of the file it came from, unique in an index.

    `made_by` is who carried it out or sent it, `made_for` who commissioned or received it, `series` what it bears
    ("Meld. St. 9 (2023–2024)"); `origins` are pairs of a field and where it was read ("year", "colophon").
    """

    document: str
    title: str
    year: int | None = None
    publisher: str | None = None
    kind: ReportKind = ReportKind.OTHER
    language: str = "nb"
    pages: int | None = None
    guessed: tuple[str, ...] = ()  # names of the fields above that were inferred, not stated
    digest_of: str | None = None  # the document that this one sums up, by its name, where it says so
    known_as: str | None = None  # its name in the catalogue, where it was recognised by its words
    subtitle: str = ""
    series: str = ""
    made_by: str | None = None
    made_for: str | None = None
    url: str = ""  # where its publisher has it, as the catalogue says
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """What can be read off about one study (undersøkelse, prosjekt); None where the report does not say."""

    title: str
    carried_out_by: str | None = None
    commissioned_by: str | None = None
    published: str | None = None  # as the report writes it: "Oktober 2019"
    sample: str | None = None
    sections: tuple[SectionKind, ...] = ()  # the kinds of section it has, findings and recommendations among them
