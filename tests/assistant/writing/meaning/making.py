"""Claims on source sentences, true and reversed, and how the check takes each."""

from pathlib import Path

from assistant.models import Citation, PageMark, Part, Passage, Report, ReportKind, SectionKind
from assistant.writing.check import Checker
from assistant.writing.parse import Said
from evals.training.claims import Claim, read_claims

REPORT = Report("rapport", "Rapport", None, "", ReportKind.RESEARCH)


def claims(name: str) -> list[Claim]:
    """The claims of a set, true and reversed."""
    return read_claims(Path(__file__).with_name(name))


def stands(checker: Checker, claim: Claim) -> bool:
    """Whether the check lets the claim stand on its source."""
    said = Said(claim.words, (1,), Part.LEAD)
    return bool(checker.check([said], [cited(claim.source)]).kept)


def cited(source: str) -> Citation:
    """The sentence as a source."""
    passage = Passage("rapport:1", "rapport", REPORT.title, source, kind=SectionKind.FINDINGS, marks=(PageMark(0, 1),))
    return Citation(1, passage, source, 1, 0, len(source), REPORT, None)
