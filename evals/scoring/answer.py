"""One answer scored: what each figure needs from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.answering.runline import RunLine
from evals.documents.source import Documents
from evals.questions.goldset import Question
from evals.scoring.citing import Checked, check_citations, dangling, evidence_held, serving
from evals.scoring.facts import says
from evals.scoring.retrieval import BUDGETS, Gold, first_ranks, gold_quotes, ndcg, recall_within, standing
from evals.scoring.support import misplaced, unsupported

Measure = tuple[float, float]
"""A share in two parts: how much was reached, of how much. A figure is the sum of the one over that of the other."""


@dataclass(frozen=True, slots=True)
class Score:
    """The measures of one question by figure, and what a reader wants to see of what went wrong."""

    id: str
    measures: Mapping[str, Measure]
    loss: float = 1.0  # what showing the answer costs, whether it abstains or not: 0 all facts said, 1 none
    missed_facts: tuple[str, ...] = ()
    missed_evidence: tuple[int, ...] = ()  # places in the question's evidence that no citation holds
    bad_quotes: tuple[int, ...] = ()  # places in the line's citations
    bad_pages: tuple[int, ...] = ()
    bad_numbers: tuple[str, ...] = ()
    dangling: tuple[int, ...] = ()
    note: str = ""


def score(question: Question, line: RunLine | None, documents: Documents) -> Score:
    """The score of one answer; `line` is None where the run leaves the question out."""
    given = line or RunLine(question.id, "", abstained=False)
    checked = check_citations(given, documents)
    gold = gold_quotes(question, documents)
    said = [says(given.answer, fact) for fact in question.facts]
    held = evidence_held(checked.counting, gold)
    bad_numbers = unsupported(given, documents)
    measures: dict[str, Measure] = {}
    if gold:
        measures |= _found(given, gold, documents)
        measures["cited_evidence_recall"] = _share(held)
        of_use = serving(checked.counting, gold, question.facts)
        measures["citation_precision"] = (float(of_use), float(checked.distinct))
        # Silence and a question left out give the user no more than abstaining does.
        measures["wrongly_abstained"] = (float(given.abstained or line is None or given.silent), 1)
    else:
        measures["abstained"] = (float(given.abstained), 1)
    if said:
        measures["fact_recall"] = _share(said) if not given.abstained else (0.0, 1)
    measures |= _of_citations(given, checked) | _of_answer(given, bad_numbers, documents)
    return Score(
        id=question.id,
        measures=measures,
        loss=1 - _share(said)[0] if said and gold else 1.0,
        missed_facts=tuple(f for f, s in zip(question.facts, said, strict=True) if given.abstained or not s),
        missed_evidence=tuple(i for i, is_held in enumerate(held) if not is_held),
        bad_quotes=checked.bad_quotes,
        bad_pages=checked.bad_pages,
        bad_numbers=tuple(bad_numbers),
        dangling=tuple(dangling(given)),
        note="not in the run" if line is None else "empty answer" if given.silent else "",
    )


def score_all(questions: Iterable[Question], run: Mapping[str, RunLine], documents: Documents) -> list[Score]:
    """The scores of all questions, in their order."""
    return [score(question, run.get(question.id), documents) for question in questions]


def _share(held: Sequence[bool]) -> Measure:
    return sum(held) / len(held), 1


def _found(line: RunLine, gold: Sequence[Gold], documents: Documents) -> dict[str, Measure]:
    passages = standing(line.passages, documents)
    ranks = first_ranks(passages, gold)
    best = min((rank for rank in ranks if rank is not None), default=None)
    measures: dict[str, Measure] = {f"hit@{k}": (float(best is not None and best <= k), 1) for k in (1, 5, 10)}
    measures["mrr@10"] = (1 / best if best else 0.0, 1)
    measures["ndcg@10"] = (ndcg(ranks), 1)
    for budget in BUDGETS:
        measures[f"evidence_recall@{budget}c"] = (recall_within(passages, gold, budget), 1)
    return measures


def _of_citations(line: RunLine, checked: Checked) -> dict[str, Measure]:
    count = len(line.citations)
    measures: dict[str, Measure] = {
        "citations.per_answer": (float(count), 1),
        "citations.verbatim": (float(count - len(checked.bad_quotes)), float(count)),
    }
    if checked.paged:
        measures["citations.page_right"] = (float(checked.paged - len(checked.bad_pages)), float(checked.paged))
    return measures


def _of_answer(line: RunLine, bad_numbers: Sequence[str], documents: Documents) -> dict[str, Measure]:
    if line.abstained:
        return {"abstentions.numbers_supported": (float(not bad_numbers), 1)}
    if line.silent:
        return {}
    return {
        "answers.numbers_supported": (float(not bad_numbers), 1),
        "answers.numbers_at_marker": (float(not misplaced(line, documents)), 1),
        "answers.markers_right": (float(bool(line.citations) and not dangling(line)), 1),
        "answers.mean_words": (float(len(line.answer.split())), 1),
    }
