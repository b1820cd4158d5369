"""An answer as text: Markdown with `[n]` markers, and its source list."""

import re

from assistant.models import Answer, Citation, Part, Point
from assistant.texts import text

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|$~])")


def answer_markdown(answer: Answer) -> str:
    """The claims of an answer, findings and recommendations under their own headings."""
    blocks = [f"{text('nearest', answer.language)}"] if answer.abstained and answer.points else []
    blocks += [_paragraph(point) for point in answer.points if point.part is Part.LEAD]
    for part, key in ((Part.FINDINGS, "findings"), (Part.RECOMMENDATIONS, "recommendations")):
        points = [point for point in answer.points if point.part is part]
        if points:
            blocks.append(f"**{text(key, answer.language)}**")
            blocks.append("\n".join(f"- {_paragraph(point)}" for point in points))
    if answer.abstained:
        blocks.insert(0, text("not_answered", answer.language))
    return "\n\n".join(blocks)


def source_line(citation: Citation, language: str) -> str:
    """Report, year, study or chapter, and page of one citation, in one line of plain text."""
    passage = citation.passage
    year = "" if passage.year is None or str(passage.year) in passage.title else f" ({passage.year})"
    report = f"{passage.title}{year}"
    parts = [text("digest_of", language, report=report) if passage.is_digest else report]
    if passage.path:
        parts.append(" › ".join(passage.path))
    mark = passage.mark_at(citation.start)
    if mark is not None:
        parts.append(text("page", language, page=mark.label or mark.page))
        if mark.label:
            parts.append(text("pdf_page", language, page=mark.page))
    if passage.is_ocr:
        parts.append(text("read_by_ocr", language))
    return ", ".join(parts)


def escape(words: str) -> str:
    """A report's words as Markdown that shows them as they are: nothing in a report is ever markup here."""
    return _MARKDOWN.sub(r"\\\1", words)


def _paragraph(point: Point) -> str:
    return escape(point.text) + "".join(f" [{n}]" for n in point.citations)
