"""Whether a question set is sound: its lines, its quotes in the documents, its facts in the quotes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.documents.folding import similar, squeeze
from evals.documents.source import Documents
from evals.questions.goldset import LANGUAGES, TYPES, Question
from evals.scoring.facts import says
from evals.scoring.quotes import verbatim

NEAR = 0.8  # share of trigrams above which two questions are the same but for wording


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a question; an error makes figures wrong, a warning asks for a look."""

    id: str
    level: str  # "error" or "warning"
    message: str


def check(questions: Sequence[Question], documents: Documents) -> list[Finding]:
    """All findings, errors first, in the order of the questions."""
    found = [*_repeats(questions)]
    for question in questions:
        found += _form(question)
        found += _evidence(question, documents)
        found += _facts(question)
    return sorted(found, key=lambda finding: finding.level != "error")


def overlaps(questions: Sequence[Question], others: Sequence[Question]) -> list[Finding]:
    """Questions that stand, or nearly stand, in another set: what is tuned on must not be what is reported."""
    found = []
    for question in questions:
        for other in others:
            likeness = similar(question.text, other.text)
            if likeness >= NEAR and question.history == other.history:
                level = "error" if likeness == 1 else "warning"
                found.append(Finding(question.id, level, f"stands as {other.id} in the other set"))
    return found


def _repeats(questions: Sequence[Question]) -> Iterator[Finding]:
    for id_, times in Counter(q.id for q in questions).items():
        if times > 1:
            yield Finding(id_, "error", f"the id stands {times} times")
    for i, first in enumerate(questions):
        for second in questions[:i]:
            same_evidence = first.evidence == second.evidence and first.history == second.history
            if squeeze(first.text) == squeeze(second.text) and first.history == second.history:
                yield Finding(first.id, "error", f"the same question as {second.id}")
            elif same_evidence and similar(first.text, second.text) >= NEAR:
                yield Finding(first.id, "warning", f"nearly the same question as {second.id}")


def _form(question: Question) -> Iterator[Finding]:
    if not question.text.strip():
        yield Finding(question.id, "error", "the question is empty")
    if question.type not in TYPES:
        yield Finding(question.id, "error", f"unknown type {question.type}")
    if question.language not in LANGUAGES:
        yield Finding(question.id, "error", f"unknown language {question.language}")
    if (question.type == "followup") != bool(question.history):
        wrong = "a follow-up without history" if question.type == "followup" else "history on what is no follow-up"
        yield Finding(question.id, "error", wrong)
    if question.type == "unanswerable":
        if question.evidence or question.facts:
            yield Finding(question.id, "error", "unanswerable, and yet there is evidence or a fact")
        if not question.why.strip():
            yield Finding(question.id, "error", "unanswerable without `why`")
    elif not question.evidence:
        yield Finding(question.id, "error", "no evidence, and not unanswerable")
    elif not question.facts:
        yield Finding(question.id, "warning", "no facts, so that no answer can be right")


def _evidence(question: Question, documents: Documents) -> Iterator[Finding]:
    for number, evidence in enumerate(question.evidence, 1):
        document = documents.get(evidence.document)
        if document is None:
            yield Finding(question.id, "error", f"quote {number}: there is no document {evidence.document}")
        elif not squeeze(evidence.quote) or not document.holds(squeeze(evidence.quote)):
            yield Finding(question.id, "error", f"quote {number} does not stand in {evidence.document}")
        elif not verbatim(evidence.quote, document):
            yield Finding(
                question.id, "warning", f"quote {number} cuts a word or number of {evidence.document}, or is very short"
            )
    if len(set(question.evidence)) < len(question.evidence):
        yield Finding(question.id, "error", "the same quote twice")


def _facts(question: Question) -> Iterator[Finding]:
    if not question.evidence:
        return
    quotes = "\n".join(e.quote.replace("\t", " · ") for e in question.evidence)
    for fact in question.facts:
        if not any(alternative.strip() for alternative in fact.split("|")):
            yield Finding(question.id, "error", "an empty fact")
        elif not _stated(quotes, fact):
            # Alternatives may be in words of the user's; one of them has to be the report's.
            yield Finding(question.id, "error", f"the fact «{fact}» stands in none of the quotes")
        elif says(question.text, fact):
            yield Finding(question.id, "warning", f"the fact «{fact}» stands in the question")
    if len(set(question.facts)) < len(question.facts):
        yield Finding(question.id, "error", "the same fact twice")


def _stated(quotes: str, fact: str) -> bool:
    words = quotes.split()
    step = 200  # facts are looked for in 250 words at a time; the quotes may hold more
    return any(says(" ".join(words[i : i + 250]), fact) for i in range(0, max(1, len(words)), step))
