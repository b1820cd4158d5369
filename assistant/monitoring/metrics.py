"""Figures of use for Prometheus: how many, how long, how it went. No text of anybody, and no person.

Each is counted where it happens; `assistant/service/inner.py` shows them.
"""

from prometheus_client import Counter, Gauge, Histogram

_SECONDS = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60)

QUESTIONS = Counter("kunnskap_questions", "Questions, by what asked, kind and outcome.", ["by", "kind", "outcome"])
SECONDS = Histogram(
    "kunnskap_question_seconds", "Seconds that an answer took, waiting not counted.", ["kind"], buckets=_SECONDS
)
MODEL_FAILURES = Counter("kunnskap_model_failures", "Answers that the language model failed to word.", ["why"])
REPORTS = Gauge("kunnskap_reports", "Reports in the live index.")
PASSAGES = Gauge("kunnskap_passages", "Passages in the live index.")
WAITING = Gauge("kunnskap_queue_waiting", "Questions that wait for their turn.")
ANSWERED = Gauge("kunnskap_queue_answered", "Questions that are being answered.")
READY = Gauge("kunnskap_ready", "1 where a question can be answered.")
VERSIONS = Gauge(
    "kunnskap_versions", "1 for what runs: program, index, embedding model.", ["program", "index", "model"]
)
