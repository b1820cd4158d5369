"""Feedback as draft questions: rows in the form of the question sets, for a person to check and complete.

A row is no gold question until a person has read it: `draft` says what to do, and is taken away when it is done.
Nothing in a row says who asked.
"""

from collections.abc import Iterable
from typing import Any

from assistant.models import Answer
from assistant.store.feedback import Feedback, Wrong, gathered

# What a person is asked to look into, by what the user found wrong.
_TO_DO = {
    Wrong.MISSING: "Find what is missing, and add its quotes and facts.",
    Wrong.WRONG: "Find what is wrong, and put right quotes and facts in its place.",
    Wrong.OUTDATED: "Find the newer source, and make it the evidence.",
    Wrong.BAD_SOURCE: "Find the better source, and make it the evidence.",
}
_CHECK = "Check that each quote answers the question, fill in facts, type and section, then remove `draft`."
_UNANSWERABLE = "Where nothing in the reports answers: type `unanswerable`, no evidence, and say `why`."


def candidates(said: Iterable[tuple[str, Feedback]]) -> list[dict[str, Any]]:
    """One draft row for each question that feedback was given on, worst first; what several said is gathered.

    `said` are (id, feedback) pairs.
    """
    return [_row(group) for group in gathered(said)]


def _row(group: list[tuple[str, Feedback]]) -> dict[str, Any]:
    id_, last = group[-1]
    answer = last.answer
    history = list(last.history) if answer.asked_as else []
    wrong = sorted({kind for _, one in group for kind in one.wrong})
    return {
        "id": f"candidate-{id_[:12]}",
        "question": answer.question,
        "lang": answer.language,
        "type": "followup" if history else _type(answer),
        **({"history": history} if history else {}),
        "evidence": [] if answer.abstained else _evidence(answer),
        "facts": [],
        "section": "" if answer.abstained else _section(answer),
        "draft": {
            "to_do": [*(_TO_DO[kind] for kind in wrong), _CHECK, *([_UNANSWERABLE] if answer.abstained else [])],
            "helpful": sum(one.helpful for _, one in group),
            "not_helpful": sum(not one.helpful for _, one in group),
            "wrong": [kind.value for kind in wrong],
            "comments": [one.comment for _, one in group if one.comment],
            "abstained": answer.abstained,
            "answer": [point.text for point in answer.points],
            "shown": [
                {"doc": c.passage.document, "section": c.passage.section, "page": c.page, "text": c.passage.text}
                for c in answer.citations
            ],
        },
    }


def _type(answer: Answer) -> str:
    """A first guess: where the answer cites several documents, it compares."""
    if answer.abstained:
        return "unanswerable"
    return "comparison" if len({c.passage.document for c in answer.citations}) > 1 else "fact"


def _evidence(answer: Answer) -> list[dict[str, str]]:
    return [{"doc": c.passage.document, "quote": c.quote} for c in answer.citations]


def _section(answer: Answer) -> str:
    return next((c.passage.section for c in answer.citations), "")
