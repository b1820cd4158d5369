"""Answers as JSON lines, the form in which evals and other programs take them."""

from dataclasses import asdict, replace
from typing import Any

from assistant.filters import EVERYTHING, Filters
from assistant.models import Answer, Citation, Request, Row
from assistant.question.narrowing import filters_as_json
from assistant.rendering.answer import answer_markdown

# What is said about an answer is a part of the conversation.
_REQUESTS = {Request.ABOUT_ANSWER: Request.CONVERSATION.value}


def run_line(id_: str, answer: Answer, filters: Filters = EVERYTHING) -> dict[str, Any]:
    """One line of a run: the answer with its citations, what it was narrowed to, and the passages of the search.

    Conversation answers nothing from the reports, and what is suggested beside it is no part of its words.
    """
    is_talk = answer.request is Request.CONVERSATION
    return {
        "id": id_,
        "question": answer.question,
        "asked_as": answer.asked_as or answer.question,
        **({"filters": filters_as_json(filters)} if filters else {}),
        "request": _REQUESTS.get(answer.request, answer.request.value),
        "answer": answer_markdown(replace(answer, suggested=())),
        "notes": " ".join((*answer.notes, *answer.suggested)),
        "abstained": answer.abstained or is_talk,
        "confidence": round(answer.confidence, 4),
        "citations": [
            {
                "n": citation.n,
                "document": citation.passage.document,
                "title": citation.passage.title,
                "year": citation.passage.year,
                "section": citation.passage.section,
                "kind": citation.passage.kind.value,
                "page": citation.page,
                "quote": citation.quote,
                "text": citation.passage.text,
            }
            for citation in answer.citations
        ],
        "series": [asdict(series) for series in answer.series],
        "passages": [
            {
                "document": hit.passage.document,
                "section": hit.passage.section,
                "page": hit.passage.page,
                "text": hit.passage.text,
                "score": round(hit.score, 5),
            }
            for hit in answer.hits
        ],
        **({"rows": [row_as_json(row) for row in answer.rows]} if answer.looked_through else {}),
        "seconds": round(answer.seconds, 4),
    }


def overview_as_json(answer: Answer) -> dict[str, Any]:
    """An overview, a list, a summary or a comparison by itself, as other programs take it."""
    looked = answer.looked_through
    return {
        "request": answer.request.value,
        "theme": answer.theme,
        "looked_through": {
            "reports": looked.reports if looked else 0,
            "studies": looked.studies if looked else 0,
            "statements": looked.statements if looked else 0,
        },
        "rows": [row_as_json(row) for row in answer.rows],
    }


def row_as_json(row: Row) -> dict[str, Any]:
    """One row; one of a list of quotes has its quote alone."""
    where = {"document": row.document, "study": row.study, "section": row.section, "by": row.by, "year": row.year}
    if row.quote is not None:
        return {**where, "core": row.core, **_quoted(row.quote)}
    cells = {"finding": row.finding, "recommendation": row.recommendation}
    told = {key: _quoted(one) if one else None for key, one in cells.items()}
    return {**where, "core": row.core, **({"side": row.side} if row.side else {}), **told}


def _quoted(citation: Citation) -> dict[str, Any]:
    return {"quote": citation.quote, "page": citation.page}


def refused_line(id_: str, message: str) -> dict[str, Any]:
    """The line of a question that could not be asked, with the reason in its notes."""
    return {"id": id_, "answer": "", "notes": message, "abstained": True, "citations": [], "passages": []}
