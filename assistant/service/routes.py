"""`/v1`: ask, go through all reports, search, open a source, list the reports."""

import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from assistant.errors import AssistantError
from assistant.export.feed import as_atom
from assistant.models import Request as Kind
from assistant.service.asking import Asking, Step
from assistant.service.bodies import (
    AnswerOut,
    AskIn,
    FailureOut,
    OverviewIn,
    ReportsOut,
    SearchIn,
    SearchOut,
    SourceOut,
)
from assistant.service.failures import failure_body, language_of, told
from assistant.service.telling import Telling
from assistant.service.work import Answered, answered, found, source_of

EVENTS = "text/event-stream"
_FAILURES: dict[int | str, dict[str, Any]] = {
    401: {"model": FailureOut, "description": "no key, or a wrong one"},
    413: {"model": FailureOut, "description": "too long"},
    422: {"model": FailureOut, "description": "no question, or a filter that the reports do not have"},
    429: {"model": FailureOut, "description": "asked too often"},
    503: {"model": FailureOut, "description": "not ready, or too many ask"},
}


def routes(asking: Asking) -> APIRouter:
    """The routes, which ask in the name of the client that the request's state names."""
    router = APIRouter(prefix="/v1", responses=_FAILURES, tags=["reports"])
    page = asking.settings.service.page

    @router.post("/ask", response_model=AnswerOut)
    async def ask(body: AskIn, request: Request) -> Any:
        """Answer a question from the reports: findings and recommendations, each a quote with its source."""
        work = partial(answered, body, by="api")
        if body.stream:
            steps = asking.steps(request.state.client, work)
            first = await anext(steps)  # what is wrong at once gets a status of its own, so that a proxy asks elsewhere
            return StreamingResponse(_events(first, steps, page, language_of(request)), media_type=EVENTS)
        return told_of(await asking.result(request.state.client, work, request.is_disconnected), page)

    @router.post("/overview")
    async def overview(body: OverviewIn, request: Request) -> AnswerOut:
        """Go through all reports for a theme: an overview, a list of quotes, a summary or a comparison."""
        asked = AskIn(question=body.theme, filters=body.filters, request=Kind(body.request))
        work = partial(answered, asked, by="api")
        return told_of(await asking.result(request.state.client, work, request.is_disconnected), page)

    @router.post("/search")
    async def search(body: SearchIn, request: Request) -> SearchOut:
        """The passages that fit a question best, without an answer made of them."""
        return await asking.result(request.state.client, partial(found, body, page=page), request.is_disconnected)

    @router.get("/sources/{id}", responses={404: {"model": FailureOut}})
    async def source(id: str) -> SourceOut:
        """One passage by its id, with its report, study and page."""
        return await asking.quickly(partial(source_of, id, page=page))

    @router.get("/reports")
    async def reports() -> ReportsOut:
        """What is indexed: reports and their studies."""
        return await asking.quickly(lambda assistant: Telling(assistant.manifest, page).reports())

    @router.get("/feed", response_class=Response)
    async def feed() -> Response:
        """The reports that came last, as an Atom feed."""
        manifest = await asking.quickly(lambda assistant: assistant.manifest)
        return Response(as_atom(manifest, page), media_type="application/atom+xml")

    return router


def told_of(done: Answered, page: str) -> AnswerOut:
    """An answer as it is sent."""
    return Telling(done.manifest, page).answer(done.answer)


async def _events(first: Step, steps: AsyncGenerator[Step], page: str, language: str) -> AsyncIterator[str]:
    async with aclosing(steps):
        step = first
        try:
            while step.kind != "result":
                yield _of_step(step)
                step = await anext(steps)
            yield _event("answer", told_of(step.result, page).model_dump(mode="json"))
        except AssistantError as error:
            yield _event("error", failure_body(*told(error, language)))


def _of_step(step: Step) -> str:
    if step.kind == "waiting":
        return _event("waiting", {"ahead": step.ahead})
    return _event("words", {"text": step.words}) if step.kind == "words" else ": alive\n\n"


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
