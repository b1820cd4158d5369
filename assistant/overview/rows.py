"""Rows as they are shown: who, when, what kind, and numbered verbatim quotes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answer.answering import with_source
from assistant.answer.quotes import cite
from assistant.index.manifest import Manifest
from assistant.language.words import YEAR
from assistant.models import Citation, Row
from assistant.overview.units import Unit
from assistant.statements import Statement


@dataclass(slots=True)
class Numbered:
    """Gives quotes their numbers, in the order they are asked for."""

    manifest: Manifest
    citations: list[Citation] = field(default_factory=list)

    def holds(self, statement: Statement) -> bool:
        """Whether a quote so far shows the statement already."""
        text = statement.text.strip()
        return any(text in one.quote and one.passage.id == statement.passage.id for one in self.citations)

    def cite(self, statements: Sequence[Statement]) -> Citation | None:
        """The next citation; None where there is nothing to cite."""
        if not statements:
            return None
        self.citations.append(with_source(cite(len(self.citations) + 1, statements), self.manifest))
        return self.citations[-1]


def row_of(
    unit: Unit,
    manifest: Manifest,
    *,
    core: bool = True,
    finding: Citation | None = None,
    recommendation: Citation | None = None,
    quote: Citation | None = None,
    side: str = "",
) -> Row:
    """The row of these quotes, with what is known of the study, or of the report that the chapter is in."""
    report = manifest.reports[unit.document]
    study = unit.study
    made_by = report.made_by or report.publisher
    return Row(
        document=unit.document,
        study=study.title if study else None,
        section=study.title if study else " > ".join(unit.path),
        by=study.carried_out_by if study else made_by,
        year=year_of(unit, manifest),
        kind=report.kind.value,
        method=study.sample if study else None,
        core=core,
        finding=finding,
        recommendation=recommendation,
        quote=quote,
        side=side,
    )


def year_of(unit: Unit, manifest: Manifest) -> int | None:
    """The year a study was published, where that is told; else its report's."""
    told = YEAR.findall(unit.study.published or "") if unit.study else []
    return int(told[-1]) if told else manifest.reports[unit.document].year
