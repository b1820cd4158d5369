"""Answers, passages and reports as other programs get them."""

from dataclasses import replace

from assistant.evidence.places import Place, link_to, number_of, place_of
from assistant.export.blocks import exported
from assistant.export.plain import body_as_markdown
from assistant.export.references import in_text
from assistant.index.manifest import IndexedDocument, Manifest
from assistant.models import Answer, Citation, Hit, Part, Passage, Point, SectionKind
from assistant.rendering.answer import answer_markdown, bylines
from assistant.rendering.rows import escape
from assistant.service import bodies
from assistant.texts import text

_KINDS = {Part.FINDINGS: "finding", Part.RECOMMENDATIONS: "recommendation"}
_OF_SECTIONS = {SectionKind.FINDINGS: "finding", SectionKind.RECOMMENDATIONS: "recommendation"}


class Telling:
    """Tells of what one version of the index holds; `page` is the page's address, which links begin with."""

    def __init__(self, manifest: Manifest, page: str) -> None:
        self._manifest = manifest
        self._page = page

    def answer(self, answer: Answer) -> bodies.AnswerOut:
        """An answer whole."""
        looked = answer.looked_through
        cited = {citation.n: citation for citation in answer.citations}
        by = bylines(answer)
        return bodies.AnswerOut(
            question=answer.question,
            asked_as=answer.asked_as or answer.question,
            request=answer.request,
            language=answer.language,
            verdict=answer.verdict,
            abstained=answer.abstained,
            confidence=round(answer.confidence, 4),
            answer=answer_markdown(answer),
            points=[_point(point, said, cited) for point, said in zip(answer.points, by, strict=True)],
            notes=list(answer.notes),
            suggested=list(answer.suggested),
            citations=[self._citation(citation, answer.language) for citation in answer.citations],
            series=[bodies.SeriesOut.model_validate(series) for series in answer.series],
            theme=answer.theme,
            looked_through=bodies.LookedThroughOut.model_validate(looked) if looked else None,
            rows=[bodies.RowOut.model_validate(row) for row in answer.rows],
            written_by=answer.written_by,
            seconds=round(answer.seconds, 4),
        )

    def hits(self, hits: tuple[Hit, ...]) -> bodies.SearchOut:
        """What a search found."""
        return bodies.SearchOut(
            hits=[bodies.HitOut(score=round(hit.score, 5), source=self.source(hit.passage)) for hit in hits]
        )

    def source(self, passage: Passage, place: Place | None = None) -> bodies.SourceOut:
        """A passage; its link opens `place`, or its beginning."""
        report, study = self._manifest.reports.get(passage.document), self._manifest.study_of(passage)
        beginning = Place(passage.document, passage.text, page=passage.page, near=number_of(passage.id))
        return bodies.SourceOut(
            id=passage.id,
            document=passage.document,
            title=passage.title,
            year=passage.year,
            publisher=report.publisher if report else None,
            section=passage.section,
            kind=passage.kind.value,
            study=bodies.StudyOut.model_validate(study) if study else None,
            page=passage.page,
            text=passage.text,
            is_digest=passage.is_digest,
            link=f"{self._page}/{link_to(place or beginning)}",
        )

    def link(self, citation: Citation) -> str:
        """Where a citation is opened."""
        return f"{self._page}/{link_to(place_of(citation))}"

    def reports(self) -> bodies.ReportsOut:
        """What is indexed."""
        return bodies.ReportsOut(
            index=self._manifest.version, reports=[report(one) for one in self._manifest.documents]
        )

    def _citation(self, citation: Citation, language: str) -> bodies.CitationOut:
        passage, place = citation.passage, place_of(citation)
        return bodies.CitationOut(
            n=citation.n,
            quote=citation.quote,
            reference=in_text(citation, str(passage.year or text("no_year", language)), language),
            page=citation.page,
            page_label=place.label,
            link=self.link(citation),
            source=self.source(passage, place),
        )


def report(document: IndexedDocument) -> bodies.ReportOut:
    """An indexed report."""
    told = document.report
    return bodies.ReportOut(
        document=told.document,
        title=told.title,
        year=told.year,
        publisher=told.publisher,
        kind=told.kind.value,
        language=told.language,
        pages=told.pages,
        is_digest=told.digest_of is not None,
        passages=document.passages,
        studies=[bodies.StudyOut.model_validate(study) for study in document.studies],
    )


def _point(point: Point, by: str, cited: dict[int, Citation]) -> bodies.PointOut:
    """A point of the lead is of the kind of the section that it stands in."""
    sections = [cited[n].passage.kind for n in point.citations if n in cited]
    kind = _KINDS.get(point.part) or next((_OF_SECTIONS[one] for one in sections if one in _OF_SECTIONS), "other")
    numbers = list(point.citations)
    return bodies.PointOut(text=point.text, kind=kind, part=point.part, by=by, citations=numbers, aside=point.aside)


def reply_markdown(answer: Answer, manifest: Manifest, page: str) -> str:
    """The answer as one reply in a chat, without the question: Markdown, each marker a link to the page that opens its
    source; with references and what could be asked next.
    """
    document = exported([answer], answer.language, link=Telling(manifest, page).link)
    body = body_as_markdown(replace(document, blocks=document.blocks[1:]))  # the question comes first
    suggested = "\n".join(f"- {escape(question)}" for question in answer.suggested)
    return "\n".join(part for part in (body, suggested) if part).strip()
