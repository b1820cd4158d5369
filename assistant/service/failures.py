"""What goes wrong, as a status and one message, in the form that OpenAI's clients read as well."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from assistant.errors import AssistantError, FilterError, QuestionError, UnknownName
from assistant.language.preferred import preferred
from assistant.texts import text

_TOO_OFTEN = "asked_too_often"
_MINUTE, _MOMENT = "60", "10"  # seconds to wait before asking again
_KINDS = {401: "authentication_error", 404: "not_found_error", 429: "rate_limit_error"}


def failure(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that failed."""
    return JSONResponse(failure_body(status, message), status, headers)


def failure_body(status: int, message: str) -> dict[str, Any]:
    """The same as an object."""
    kind = _KINDS.get(status, "invalid_request_error" if status < 500 else "server_error")
    return {"error": {"message": message, "type": kind, "code": status}}


def told(error: AssistantError, language: str) -> tuple[int, str]:
    """The status and the message of an error."""
    return _status(error), error.worded(language)


def _status(error: AssistantError) -> int:
    if error.code == _TOO_OFTEN:
        return 429
    if isinstance(error, UnknownName):
        return 404
    return 422 if isinstance(error, QuestionError | FilterError) and not error.retryable else 503


def language_of(request: Request) -> str:
    """The language in which a client wants to be told what went wrong."""
    return preferred(request.headers.get("accept-language", ""))


def tell_failures(app: FastAPI) -> None:
    """Have the app answer every error in this form."""

    @app.exception_handler(AssistantError)
    async def of_ours(request: Request, error: AssistantError) -> Response:
        wait = _MINUTE if error.code == _TOO_OFTEN else _MOMENT
        return failure(*told(error, language_of(request)), {"retry-after": wait} if error.retryable else None)

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
