"""Each question counted, and told in the log, as it is answered: by what asked, kind, outcome and seconds."""

import time
from collections.abc import Callable

from assistant.errors import AssistantError, QuestionError
from assistant.models import Answer, Verdict
from assistant.monitoring import metrics
from assistant.monitoring.logs import event


def counted(by: str, ask: Callable[[], Answer]) -> Answer:
    """What `ask` gives; what it raises is counted as refused, stopped or failed, and raised.

    `by` is `page`, `api` and the like.
    """
    kind, outcome, started = "unknown", "stopped", time.perf_counter()
    try:
        answer = ask()
        kind, outcome = answer.request.value, outcome_of(answer)
        return answer
    except QuestionError:
        outcome = "refused"
        raise
    except AssistantError as error:
        outcome = type(error).__name__
        raise
    except Exception:
        outcome = "failed"
        raise
    finally:
        seconds = time.perf_counter() - started
        metrics.QUESTIONS.labels(by, kind, outcome).inc()
        metrics.SECONDS.labels(kind).observe(seconds)
        event("question", by=by, kind=kind, outcome=outcome, seconds=round(seconds, 3))


def outcome_of(answer: Answer) -> str:
    """How far the question was answered, in one word or two; `conversation` where no report was asked."""
    if answer.is_word:
        return "conversation"
    return (
        Verdict.NOT_ANSWERED.value if answer.abstained and answer.verdict is Verdict.ANSWERED else answer.verdict.value
    )
