"""A connection that is read until a moment and to a length, and no further, whatever its other side sends.

A time limit on each read is no limit on all of them: a byte now and then, in one line without an end, keeps it away.
"""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from typing import Any, Protocol

import httpx

from assistant.errors import ModelError


@dataclass(slots=True)
class Limits:
    """The moment (of the monotonic clock) and the bytes at which reading ends."""

    end: float
    bytes: int

    @property
    def left(self) -> float:
        """Seconds until the moment."""
        return self.end - time.monotonic()

    def take(self, length: int) -> None:
        """Count what was read; raises ModelError where it is too late or too much."""
        self.bytes -= length
        if self.left <= 0:
            raise ModelError("model_slow")
        if self.bytes < 0:
            raise ModelError("model_endless")


_LIMITS: ContextVar[Limits | None] = ContextVar("limits", default=None)


@contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """Requests of this thread keep to the limits while the block runs."""
    token = _LIMITS.set(limits)
    try:
        yield
    finally:
        _LIMITS.reset(token)


class _Stream(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            self._limits.take(len(chunk))
            yield chunk

    def close(self) -> None:
        self._stream.close()


class BoundedTransport(httpx.HTTPTransport):
    """Sends requests, and bounds what is read of the responses by the thread's limits."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response, its body bounded."""
        response = super().handle_request(request)
        limits = _LIMITS.get()
        if limits is not None and isinstance(response.stream, httpx.SyncByteStream):
            response.stream = _Stream(response.stream, limits)
        return response


class _Pieces(Protocol):
    def __call__(self) -> Iterator[Any]:
        """Begin to make the pieces."""


_END = object()


def until(limits: Limits, pieces: _Pieces) -> Iterator[Any]:
    """The pieces, made in a thread of their own: who waits for them stops at the moment, whatever that thread does."""
    queue: Queue[Any] = Queue(maxsize=64)
    stopped: list[bool] = []

    def make() -> None:
        try:
            with limited(limits), closing(pieces()) as made:  # type: ignore[type-var]
                for piece in made:
                    if stopped:
                        return
                    queue.put(piece, timeout=max(limits.left, 0.1))
            queue.put(_END, timeout=max(limits.left, 0.1))
        except BaseException as error:  # it is raised where the pieces are waited for
            queue.put(error)

    Thread(target=make, name="model", daemon=True).start()
    try:
        while True:
            try:
                piece = queue.get(timeout=max(limits.left, 0.0))
            except Empty:
                raise ModelError("model_slow") from None
            if piece is _END:
                return
            if isinstance(piece, BaseException):
                raise piece
            yield piece
    finally:
        stopped.append(True)
