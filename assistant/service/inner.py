"""For those who run it: whether the process lives, whether it can answer, and figures of use. On an inner address."""

from collections.abc import Callable
from importlib.metadata import version

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from assistant.errors import AssistantError
from assistant.index.manifest import load_manifest
from assistant.monitoring import metrics
from assistant.process.opening import opened
from assistant.process.queue import QUEUE
from assistant.settings import Settings
from assistant.store.file.database import Database

OK = "ok"


def make_inner(settings: Settings) -> Starlette:
    """The app with `/healthz`, `/readyz` and `/metrics`."""

    async def alive(_: Request) -> Response:
        return PlainTextResponse(OK)

    async def ready(_: Request) -> Response:
        told = await run_in_threadpool(readiness, settings)
        return JSONResponse(told, 200 if is_ready(told) else 503)

    async def figures(_: Request) -> Response:
        await run_in_threadpool(_look, settings)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return Starlette(routes=[Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", figures)])


def readiness(settings: Settings) -> dict[str, str]:
    """What a question needs, each `ok` or a word on what is wrong with it."""
    return {
        "index": _told(lambda: _index(settings)),
        "models": _told(lambda: _models(settings)),
        "store": _told(lambda: _store(settings)),
        "service": "stopping" if QUEUE.is_closed else OK,
    }


def is_ready(told: dict[str, str]) -> bool:
    """Whether a question can be answered."""
    return all(word == OK for word in told.values())


def _told(look: Callable[[], str]) -> str:
    try:
        return look()
    except AssistantError as error:
        return str(error)


def _index(settings: Settings) -> str:
    opened(settings).assistant.manifest  # noqa: B018
    return OK


def _models(settings: Settings) -> str:
    found = opened(settings)
    if found.loading.is_alive():
        return "loading"
    return str(found.error) if found.error else OK


def _store(settings: Settings) -> str:
    if settings.conversations.keep_days:
        with Database(settings.conversations.file).writing():
            pass
    return OK


def _look(settings: Settings) -> None:
    """Set what is looked at when somebody asks for it, not counted as it happens."""
    waiting, answered = QUEUE.held()
    metrics.WAITING.set(waiting)
    metrics.ANSWERED.set(answered)
    metrics.READY.set(is_ready(readiness(settings)))
    metrics.VERSIONS.clear()
    try:
        manifest = load_manifest(settings.index_dir)
    except AssistantError:  # `/readyz` says what is wrong
        manifest = None
    metrics.REPORTS.set(len(manifest.documents) if manifest else 0)
    metrics.PASSAGES.set(manifest.passages if manifest else 0)
    index, model = (manifest.version, manifest.model) if manifest else ("", settings.embedding.model)
    metrics.VERSIONS.labels(version("kunnskapsassistent"), index, model).set(1)
