"""How near statements are to a question in meaning, whatever words either uses.

Passages are compared with the question by the search; within a passage one sentence answers and the next does not.
"""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

from assistant.answer.scores import Scored
from assistant.embedding import Embedder
from assistant.models import Passage
from assistant.settings import AnswerSettings

_READ = 150  # characters of a statement: a long list, read whole, would cost all others time


def by_meaning(question: str, found: Sequence[Scored], embedder: Embedder, settings: AnswerSettings) -> list[Scored]:
    """The statements in their order, the best `settings.compared` of them with what their nearness adds.

    Only the best by their words are embedded: it is done while somebody waits.
    """
    best = sorted(range(len(found)), key=lambda i: -found[i].score)[: settings.compared]
    scored = list(found)
    if not best or not settings.weight_meaning:
        return scored
    cosines = embedder.embed_passages([_in_place(found[i]) for i in best]) @ embedder.embed_query(question)
    for i, cosine in zip(best, cosines - cosines.min(), strict=True):
        scored[i] = replace(found[i], score=found[i].score + settings.weight_meaning * float(cosine))
    return scored


def _in_place(one: Scored) -> str:
    """What a statement says, with the study or chapter that it says it in."""
    return f"{_above(one.unit.passage)}: {shorten(one.said, _READ, placeholder='')}"


def _above(passage: Passage) -> str:
    return passage.path[-2] if len(passage.path) > 1 else passage.title
