"""`/v1/chat/completions` and `/v1/models` as OpenAI has them, so that chat programs take the assistant as a model.

The user's messages are the questions; what the assistant or the system said is not needed to answer. The reply is the
answer as it is exported, each marker a link to the page that opens its source.
"""

import json
import time
import uuid
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from assistant.errors import AssistantError, QuestionError, UnknownName
from assistant.service.asking import Asking, Step
from assistant.service.bodies import AskIn
from assistant.service.failures import failure_body, language_of, told
from assistant.service.telling import reply_markdown
from assistant.service.work import Answered, answered
from assistant.settings import Settings

MODEL = "kunnskapsassistenten"
_TURNS = 20  # earlier questions that count
_STARTED = int(time.time())
_CHORE = ("### Task:", "<chat_history>")  # as a chat program asks for a title, tags or follow-ups made of the chat
_NOTHING = "{}"  # to such: it keeps what it has, the question as title
_NO_TOKENS = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}  # nothing is counted, or paid for


class ContentPart(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class Message(BaseModel):
    """What one side has said."""

    role: str
    content: str | list[ContentPart] | None = None

    @property
    def text(self) -> str:
        """Its words."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class StreamOptions(BaseModel):
    """What a stream ends with."""

    include_usage: bool = False


class ChatIn(BaseModel):
    """A conversation, as OpenAI's clients send it; what steers a language model (`temperature` …) is passed over."""

    model: str = MODEL
    messages: list[Message] = Field(min_length=1, max_length=1000)
    stream: bool = False
    stream_options: StreamOptions | None = None


def chat_routes(asking: Asking) -> APIRouter:
    """The routes, which ask in the name of the client that the request's state names."""
    router = APIRouter(prefix="/v1", tags=["openai"])
    page = asking.settings.service.page

    @router.get("/models")
    async def models() -> dict[str, Any]:
        """The one model that there is."""
        return {"object": "list", "data": [_model()]}

    @router.get("/models/{id}")
    async def model(id: str) -> dict[str, Any]:
        """The same by its name."""
        _known(id)
        return _model()

    @router.post("/chat/completions", response_model=None)
    async def chat(body: ChatIn, request: Request) -> StreamingResponse | dict[str, Any]:
        """Answer the last message of the user, in the light of the ones before."""
        _known(body.model)
        asked = asked_in(body, asking.settings.max_question)
        work = partial(answered, asked, by="openai")
        if body.stream:
            steps = _nothing() if is_chore(asked.question) else asking.steps(request.state.client, work)
            first = await anext(steps)  # what is wrong at once gets a status of its own
            stream = _stream(body, first, steps, asking.settings, language_of(request))
            return StreamingResponse(stream, media_type="text/event-stream")
        if is_chore(asked.question):
            return _whole(_NOTHING)
        return _whole(_reply(await asking.result(request.state.client, work, request.is_disconnected), page=page))

    return router


def asked_in(body: ChatIn, longest: int) -> AskIn:
    """The question of a conversation, and those before it, cut to `longest` characters; raises QuestionError."""
    turns = [message.text for message in body.messages if message.role == "user"]
    if not turns:
        raise QuestionError("question_empty")
    return AskIn(question=turns[-1], history=[turn[:longest] for turn in turns[:-1]][-_TURNS:])


def is_chore(question: str) -> bool:
    """Whether no question is asked: a program wants something made of the chat, which takes a language model."""
    beginning, holding = _CHORE
    return question.startswith(beginning) and holding in question


async def _nothing() -> AsyncGenerator[Step]:
    yield Step("result", result=_NOTHING)


def _known(name: str) -> None:
    if name != MODEL:
        raise UnknownName("model_unknown", name=name[:100], known=MODEL)


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": _STARTED, "owned_by": MODEL}


def _reply(done: Answered | str, *, page: str) -> str:
    return done if isinstance(done, str) else reply_markdown(done.answer, done.manifest, page)


def _whole(reply: str) -> dict[str, Any]:
    choice = {"message": {"role": "assistant", "content": reply}, "finish_reason": "stop"}
    return _object("chat.completion", choice) | {"usage": _NO_TOKENS}


def _object(kind: str, *choices: dict[str, Any]) -> dict[str, Any]:
    numbered = [{"index": number, **choice} for number, choice in enumerate(choices)]
    id_ = f"chatcmpl-{uuid.uuid4().hex}"
    return {"id": id_, "object": kind, "created": int(time.time()), "model": MODEL, "choices": numbered}


async def _stream(
    body: ChatIn, first: Step, steps: AsyncGenerator[Step], settings: Settings, language: str
) -> AsyncIterator[str]:
    """The reply line by line, once it is there; until then a comment now and then, so that no proxy gives up."""
    head = _object("chat.completion.chunk")

    def chunk(delta: dict[str, str], finish: str | None = None) -> str:
        return _data(head | {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})

    yield chunk({"role": "assistant", "content": ""})
    async with aclosing(steps):
        step = first
        try:
            while step.kind != "result":
                yield ": waiting\n\n"
                step = await anext(steps)
        except AssistantError as error:
            yield _data(failure_body(*told(error, language)))
            return
    for line in _reply(step.result, page=settings.service.page).splitlines(keepends=True):
        yield chunk({"content": line})
    yield chunk({}, "stop")
    if body.stream_options and body.stream_options.include_usage:
        yield _data(head | {"choices": [], "usage": _NO_TOKENS})
    yield "data: [DONE]\n\n"


def _data(value: dict[str, Any]) -> str:
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n"
