"""The language model behind an OpenAI-compatible endpoint, by way of LlamaIndex: words in a stream, or a ModelError.

Nothing of an error is passed on or logged but its kind: endpoints repeat keys and questions in theirs.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Protocol

import httpx

from assistant.errors import ModelError
from assistant.settings import ModelSettings
from assistant.writing.bounded import BoundedTransport, Limits, until

log = logging.getLogger(__name__)
# These log whole requests, keys and questions among them.
for _name in ("openai", "httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)

_LONGEST_WAIT = 5.0  # seconds that an endpoint may make us wait before the one more try
_CHARACTERS_A_TOKEN = 8
_BYTES_A_TOKEN = 2_000  # with the envelope that each comes in; an endpoint that sends more sends no answer


class Writer(Protocol):
    """What words an answer."""

    @property
    def name(self) -> str:
        """The model's name, as users see it."""

    def stream(self, system: str, user: str) -> Iterator[str]:
        """The reply, piece by piece; raises ModelError at any point."""


class LanguageModel:
    """A model that `settings` name. Nothing is sent before the first question."""

    def __init__(self, settings: ModelSettings) -> None:
        from llama_index.llms.openai_like import OpenAILike

        self.name = settings.name
        self._settings = settings
        key = settings.api_key.get_secret_value()
        azure: dict[str, Any] = (
            {"default_headers": {"api-key": key}, "additional_kwargs": {"extra_query": {"api-version": settings.azure}}}
            if settings.azure
            else {}
        )
        self._llm = OpenAILike(
            model=settings.name,
            api_base=settings.endpoint,
            api_key=key or "none",
            is_chat_model=settings.is_chat,
            max_tokens=settings.tokens,
            temperature=0.0,
            timeout=settings.silence,
            max_retries=0,
            http_client=httpx.Client(transport=BoundedTransport(), timeout=settings.silence),
            **azure,
        )

    def stream(self, system: str, user: str) -> Iterator[str]:
        """The reply, piece by piece; one more try where the endpoint is busy and nothing has come yet."""
        limits = Limits(time.monotonic() + self._settings.seconds, self._settings.tokens * _BYTES_A_TOKEN)
        for is_last in (False, True):
            try:
                yield from self._bounded(system, user, limits)
                return
            except ModelError:
                raise
            except Exception as error:
                wait = _wait(error)
                if is_last or wait is None or wait > limits.left:
                    failure = _told(error)
                    log.warning("The language model failed: %s (%s)", failure.code, type(error).__name__)
                    raise failure from None
                time.sleep(wait)

    def _bounded(self, system: str, user: str, limits: Limits) -> Iterator[str]:
        """The stream, ended where it goes on for too long or too many words."""
        from llama_index.core.llms import ChatMessage, MessageRole

        messages = [ChatMessage(role=MessageRole.SYSTEM, content=system), ChatMessage(content=user)]
        length = 0
        replies = until(limits, lambda: iter(self._llm.stream_chat(messages)))
        with closing(replies):  # type: ignore[type-var]
            for reply in replies:
                piece = reply.delta or ""
                length += len(piece)
                if limits.left <= 0:
                    raise ModelError("model_slow")
                if length > self._settings.tokens * _CHARACTERS_A_TOKEN:
                    raise ModelError("model_endless")
                if piece:
                    yield piece
        if not length:
            raise ModelError("model_empty")


def _wait(error: Exception) -> float | None:
    """Seconds until a second try is worth it; None where it is not."""
    import openai

    if not isinstance(error, openai.RateLimitError | openai.InternalServerError):
        return None
    try:
        seconds = float(error.response.headers.get("retry-after", 1))
    except ValueError:
        seconds = 1.0
    return seconds if 0 <= seconds <= _LONGEST_WAIT else None


def _told(error: Exception) -> ModelError:
    import openai

    if isinstance(error, openai.APITimeoutError | httpx.TimeoutException):
        return ModelError("model_slow")
    if isinstance(error, openai.RateLimitError):
        return ModelError("model_busy")
    if isinstance(error, openai.APIStatusError):
        return ModelError("model_refused")
    if isinstance(error, openai.APIConnectionError | httpx.ConnectError):
        return ModelError("model_unreachable")
    return ModelError("model_broke_off" if isinstance(error, httpx.HTTPError) else "model_garbled")
