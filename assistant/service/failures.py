"""What goes wrong, as a status and one message, in the form that OpenAI's clients read as well."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from assistant.errors import AssistantError, FilterError, QuestionError
from assistant.language.preferred import preferred
from assistant.settings import Settings
from assistant.texts import text

_QUESTIONS = {"asked_too_often": 429, "queue_full": 503, "stopping": 503}
_WAIT = {"asked_too_often": "60", "queue_full": "10", "stopping": "10"}  # seconds
_KINDS = {401: "authentication_error", 404: "not_found_error", 429: "rate_limit_error"}


def failure(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that failed."""
    return JSONResponse(failure_body(status, message), status, headers)


def failure_body(status: int, message: str) -> dict[str, Any]:
    """The same as an object."""
    kind = _KINDS.get(status, "invalid_request_error" if status < 500 else "server_error")
    return {"error": {"message": message, "type": kind, "code": status}}


def told(error: AssistantError, settings: Settings, language: str) -> tuple[int, str]:
    """The status and the message of an error."""
    if isinstance(error, QuestionError):
        key = str(error)
        return _QUESTIONS.get(key, 422), text(key, language, limit=settings.max_question)
    return 422 if isinstance(error, FilterError) else 503, str(error)


def language_of(request: Request) -> str:
    """The language in which a client wants to be told what went wrong."""
    return preferred(request.headers.get("accept-language", ""))


def tell_failures(app: FastAPI, settings: Settings) -> None:
    """Have the app answer every error in this form."""

    @app.exception_handler(AssistantError)
    async def of_ours(request: Request, error: AssistantError) -> Response:
        status, message = told(error, settings, language_of(request))
        wait = _WAIT.get(str(error)) if isinstance(error, QuestionError) else None
        return failure(status, message, {"retry-after": wait} if wait else None)

    @app.exception_handler(RequestValidationError)
    async def of_a_body(_request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]  # its input is what somebody wrote, and is not repeated
        place = ".".join(str(step) for step in first["loc"] if step != "body")
        return failure(422, f"{place}: {first['msg']}" if place else first["msg"])

    @app.exception_handler(HTTPException)
    async def of_http(_request: Request, error: HTTPException) -> Response:
        return failure(error.status_code, str(error.detail), error.headers)

    @app.exception_handler(Exception)
    async def of_any_other(request: Request, _error: Exception) -> Response:
        return failure(500, text("something_failed", language_of(request)))
