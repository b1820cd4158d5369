"""Answers as JSON lines, the form in which evals and other programs take them."""

from dataclasses import asdict
from typing import Any

from assistant.filters import EVERYTHING, Filters
from assistant.models import Answer, Request
from assistant.narrowing import filters_as_json
from assistant.render import answer_markdown


def run_line(id_: str, answer: Answer, filters: Filters = EVERYTHING) -> dict[str, Any]:
    """One line of a run: the answer with its citations, what it was narrowed to, and the passages of the search."""
    return {
        "id": id_,
        "question": answer.question,
        "asked_as": answer.asked_as or answer.question,
        **({"filters": filters_as_json(filters)} if filters else {}),
        "request": _named(answer.request),
        "answer": answer_markdown(answer),
        "notes": " ".join(answer.notes),
        "abstained": answer.abstained,
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
        "seconds": round(answer.seconds, 4),
    }


def _named(request: Request) -> str:
    """What a turn about the last answer is called is conversation: it searches for nothing either."""
    return (Request.CONVERSATION if request is Request.ABOUT_ANSWER else request).value


def refused_line(id_: str, message: str) -> dict[str, Any]:
    """The line of a question that could not be asked, with the reason in its notes."""
    return {"id": id_, "answer": "", "notes": message, "abstained": True, "citations": [], "passages": []}
