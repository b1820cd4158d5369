"""An answer as text: Markdown with `[n]` markers, and its source list."""

from collections.abc import Sequence

from assistant.models import Answer, Citation, Part, Point, Series, Verdict, dated
from assistant.rendering.byline import byline
from assistant.rendering.formats import written
from assistant.rendering.rows import escape, rows_markdown
from assistant.rendering.sources import by_source, titled
from assistant.texts import text

_VERDICTS = {Verdict.PARTLY: "partly_answered", Verdict.WRONG_PREMISE: "wrong_premise"}


def parts_of(answer: Answer) -> list[tuple[str, list[Point]]]:
    """The points of an answer by the key of the heading they stand under, which is empty for the lead, in order."""
    keyed = [("aside" if point.aside else point.part.value, point) for point in answer.points]
    return [
        ("" if key == Part.LEAD else key, points)
        for key in (Part.LEAD, Part.FINDINGS, Part.RECOMMENDATIONS, "aside", Part.ELSEWHERE)
        if (points := [point for its, point in keyed if its == key])
    ]


def answer_markdown(answer: Answer) -> str:
    """The claims of an answer, findings and recommendations under their own headings."""
    blocks = [answer.reply] if answer.reply else []
    blocks += [verdict_said(answer), nearest_said(answer)] if answer.abstained else []
    named = bylines(answer)
    claims = {id(point): _paragraph(point, by) for point, by in zip(answer.points, named, strict=True)}
    for key, points in parts_of(answer):
        if not key:
            blocks += [claims[id(point)] for point in points]
            continue
        blocks.append(f"**{text(key, answer.language)}**")
        blocks.append("\n".join(f"- {claims[id(point)]}".replace("\n", "\n  ") for point in points))
    blocks.append(rows_markdown(answer))
    blocks.append("\n".join(f"- {question}" for question in answer.suggested))
    return "\n\n".join(block for block in blocks if block)


def verdict_said(answer: Answer) -> str:
    """One sentence on how far the question is answered; empty where it is, or our own reply says it."""
    if answer.reply or (answer.verdict is Verdict.ANSWERED and not answer.abstained):
        return ""
    refused = "not_answered_within" if answer.is_narrowed else "not_answered"
    return text(_VERDICTS.get(answer.verdict, refused), answer.language)


def nearest_said(answer: Answer) -> str:
    """What stands before the claims that are shown in place of an answer; empty where they are one."""
    if not answer.abstained or not answer.points:
        return ""
    return text("stands_instead" if answer.verdict is Verdict.WRONG_PREMISE else "nearest", answer.language)


def digest_said(answer: Answer) -> str:
    """That what is shown is from digests alone, and where the originals are; empty where it cites a report itself."""
    return " ".join(digest_words(answer)) if rests_on_digests(answer) else ""


def digest_words(answer: Answer) -> tuple[str, str]:
    """The same in two: that it is so, and what to do."""
    notice = "digest_notice_nearest" if answer.abstained else "digest_notice"
    return text(notice, answer.language), text("digest_what_to_do", answer.language)


def rests_on_digests(answer: Answer) -> bool:
    """Whether all that an answer cites are digests, not the reports themselves."""
    return bool(answer.citations) and all(citation.passage.is_digest for citation in answer.citations)


def understood_said(answer: Answer) -> str:
    """How a follow-up was made whole; empty where nothing was. It is one of the answer's notes."""
    said = text("understood_as", answer.language, question=answer.asked_as)
    return said if said in answer.notes else ""


def bylines(answer: Answer) -> list[str]:
    """For each point of an answer who carried out its study and when; empty where the point before has the same, or
    its own words say so.

    Empty throughout where a language model worded the answer, which names its sources itself.
    """
    citations = {citation.n: citation for citation in answer.citations}
    found: list[str] = []
    last = ""
    for point in answer.points:
        sources = [citations[n] for n in point.citations if n in citations]
        by = byline(sources[0]) if sources and not answer.written_by else ""
        is_said = all(part in point.text for part in by.split(", "))
        found.append("" if is_said or by == last else by)
        last = by
    return found


def series_lines(series: Series) -> list[str]:
    """A series as lines of plain text: what it measures, one figure a line (the newest last), and its notes."""
    labels = max(len(figure.label) for figure in series.figures)
    values = max(len(figure.value) for figure in series.figures)
    lines = [f"{series.measure} ({series.unit})" if series.unit else series.measure]
    for figure in series.figures:
        counted = f"  {figure.counted}" if figure.counted else ""
        lines.append(f"  {figure.label:<{labels}}  {figure.value:>{values}}  [{figure.citation}]{counted}")
    return [*lines, *(f"  {note}" for note in series.notes)]


def source_line(citation: Citation, language: str) -> str:
    """Report, year, study or chapter, who carried it out, and page of one citation, in one line of plain text."""
    passage = citation.passage
    parts = [titled(dated(passage.title, passage.year), passage.is_digest, language)]
    if passage.path:
        parts.append(" › ".join(passage.path))
    if citation.study is not None and citation.study.carried_out_by:
        when = f" ({written(citation.study.published, language)})" if citation.study.published else ""
        parts.append(text("carried_out_by", language, who=citation.study.carried_out_by) + when)
    mark = passage.mark_at(citation.start)
    if mark is not None:
        parts.append(text("page", language, page=mark.label or mark.page))
        if mark.label:
            parts.append(text("pdf_page", language, page=mark.page))
    if passage.is_ocr:
        parts.append(text("read_by_ocr", language))
    return ", ".join(parts)


def sources_lines(answer: Answer) -> list[str]:
    """The sources of an answer as plain text, a study or chapter a line: its name, who and when, its pages with their
    numbers.
    """
    return [_entry_line(cited, answer.language) for cited in by_source(answer.citations)]


def _entry_line(cited: Sequence[Citation], language: str) -> str:
    first = cited[0]
    title = titled(first.passage.title, first.passage.is_digest, language)
    name, by = first.study.title if first.study else title, byline(first)
    who, _, year = by.rpartition(", ")
    by = year if who and who in name else by  # "… (NIBR-rapport 2017:1)" says who already
    pages: dict[str, str] = {}
    for one in cited:
        mark = one.passage.mark_at(one.start)
        page = text("page", language, page=mark.label or mark.page) if mark else ""
        pages[page] = f"{pages.get(page, '')}[{one.n}]"
    parts = [name, by if by != title else "", title if first.study else ""]
    parts.append(text("read_by_ocr", language) if first.passage.is_ocr else "")
    return " · ".join([*filter(None, parts), ", ".join(f"{page} {numbers}".strip() for page, numbers in pages.items())])


def _paragraph(point: Point, by: str) -> str:
    said = f"{point.opening} ({by})" if by else point.opening
    markers = "".join(f" [{n}]" for n in point.citations)
    # Behind the last item: a marker bears what stands before it.
    return "\n".join((escape(said), *(f"- {escape(item)}" for item in point.items))) + markers
