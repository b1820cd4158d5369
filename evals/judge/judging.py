"""Answers judged for faithfulness and relevance by LlamaIndex's evaluators, several times each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from llama_index.core.evaluation import AnswerRelevancyEvaluator, BaseEvaluator, FaithfulnessEvaluator

from evals.answering.runs import Result
from evals.documents.markers import without_markers
from evals.judge.model import Judge

REPEATS = 3
FAITHFUL, RELEVANT = "faithfulness", "relevancy"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge said once of one answer, and all that it was sent for it."""

    id: str
    metric: str
    repeat: int
    passing: bool
    feedback: str
    calls: tuple[dict[str, Any], ...]


def judged(
    results: Sequence[Result], judge: Judge, repeats: int = REPEATS, progress: Callable[[], None] = lambda: None
) -> Iterator[Verdict]:
    """The verdicts on every answer that does not abstain, `repeats` times for each of the two metrics."""
    evaluators: dict[str, BaseEvaluator] = {
        FAITHFUL: FaithfulnessEvaluator(llm=judge),
        RELEVANT: AnswerRelevancyEvaluator(llm=judge),
    }
    for result in results:
        line = result.line
        if line is None or line.abstained or line.silent:
            continue
        answer = without_markers(line.answer).strip()
        contexts = list(dict.fromkeys(c.text or c.quote for c in line.citations)) or ["(no sources)"]
        question = " ".join([*result.question.history, result.question.text])
        for metric, evaluator in evaluators.items():
            for repeat in range(1, repeats + 1):
                said = evaluator.evaluate(query=question, response=answer, contexts=contexts)
                calls = tuple(judge.taken_calls())
                yield Verdict(
                    line.id, metric, repeat, bool(said.passing or said.score == 1), said.feedback or "", calls
                )
                progress()
