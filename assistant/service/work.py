"""What is done for a request, in a thread, by the assistant that is open."""

from dataclasses import dataclass
from functools import partial

from assistant.api import Assistant
from assistant.errors import QuestionError, UnknownName
from assistant.index.manifest import Manifest
from assistant.models import Answer
from assistant.process.counting import counted
from assistant.question.narrowing import filters_from
from assistant.service.bodies import AskIn, SearchIn, SearchOut, SourceOut
from assistant.service.telling import Telling
from assistant.writing.write import OnWords


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, and the version of the index that it is from."""

    answer: Answer
    manifest: Manifest


def answered(body: AskIn, assistant: Assistant, on_words: OnWords, *, by: str) -> Answered:
    """The answer to a question; raises QuestionError or FilterError."""
    longest = assistant.settings.max_question
    if any(len(turn) > longest for turn in body.history):
        raise QuestionError("question_long", limit=longest)
    manifest = assistant.manifest
    filters = filters_from(body.filters.named(), manifest)
    ask = partial(assistant.ask, body.question, body.history, filters, on_words, request=body.request)
    return Answered(counted(by, ask), manifest)


def found(body: SearchIn, assistant: Assistant, on_words: OnWords, *, page: str) -> SearchOut:
    """What a search finds; raises QuestionError or FilterError."""
    del on_words  # a search has none
    filters = filters_from(body.filters.named(), assistant.manifest)
    return Telling(assistant.manifest, page).hits(assistant.search(body.question, filters)[: body.limit])


def source_of(id_: str, assistant: Assistant, *, page: str) -> SourceOut:
    """The passage of this id; raises UnknownName where there is none."""
    passage = assistant.passages([id_]).get(id_)
    if passage is None:
        raise UnknownName("source_unknown", id=id_[:200])
    return Telling(assistant.manifest, page).source(passage)
