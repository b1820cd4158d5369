"""Questions of other programs answered: each in its turn, in a bounded pool of threads, and told of while it waits."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from assistant.api import Assistant
from assistant.process.queue import QUEUE
from assistant.settings import Settings
from assistant.writing.write import OnWords

T = TypeVar("T")
Work = Callable[[Assistant, OnWords], T]

_ALIVE = 10.0  # seconds after which a word is given that nothing has broken
_LOOK = 1.0  # seconds between looks whether the client is there still


class _Gone(BaseException):
    """Who asked is there no more."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a question is: it waits behind `ahead` others, `words` stand of its answer, or its `result` is there."""

    kind: Literal["alive", "waiting", "words", "result"]
    ahead: int = 0
    words: str = ""
    result: Any = None


class Asking:
    """Runs questions on the assistant that `open_` gives, which may raise an AssistantError each time."""

    def __init__(self, settings: Settings, open_: Callable[[], Assistant]) -> None:
        service, limits = settings.service, settings.limits
        one = {"questions_a_minute": service.questions_a_minute, "at_once": service.at_once}
        self.settings = settings
        self._limits = limits.model_copy(update=one)
        self._open = open_
        self._pool = ThreadPoolExecutor(limits.all_at_once + limits.waiting, thread_name_prefix="ask")

    async def quickly(self, work: Callable[[Assistant], T]) -> T:
        """What needs no turn: nothing is searched for."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: work(self._open()))

    async def result(self, client: str, work: Work[T], is_gone: Callable[[], Awaitable[bool]] | None = None) -> T:
        """What `work` gives when it is its turn; it is not begun, or ends, where the client is gone."""
        result = asyncio.ensure_future(self._last(client, work))
        try:
            while not (await asyncio.wait({result}, timeout=_LOOK))[0]:
                if is_gone and await is_gone():
                    result.cancel()
            return await result
        finally:
            result.cancel()

    async def _last(self, client: str, work: Work[T]) -> T:
        async with aclosing(self.steps(client, work)) as steps:
            async for step in steps:
                result: T | None = step.result
        assert result is not None, "the last step has the result"
        return result

    async def steps(self, client: str, work: Work[T]) -> AsyncGenerator[Step]:
        """The same, told step by step; the last has the result. Raises what `work` raises, and QuestionError."""
        loop, gone = asyncio.get_running_loop(), threading.Event()
        told: asyncio.Queue[Step | None] = asyncio.Queue()
        last = Step("alive")

        def tell(step: Step) -> None:
            nonlocal last
            if gone.is_set():
                raise _Gone
            if step != last:
                last = step
                loop.call_soon_threadsafe(told.put_nowait, step)

        def run() -> T:
            with QUEUE.turn(client, self._limits, lambda ahead: tell(Step("waiting", ahead=ahead))):
                return work(self._open(), lambda words: tell(Step("words", words=words)))

        running = loop.run_in_executor(self._pool, run)

        def over(done: asyncio.Future[T]) -> None:
            if not done.cancelled():
                done.exception()  # nobody may be there any more to be told of it
            told.put_nowait(None)

        running.add_done_callback(over)
        try:
            while True:
                step: Step | None = Step("alive")
                with suppress(TimeoutError):
                    step = await asyncio.wait_for(told.get(), _ALIVE)
                if step is None:
                    break
                yield step
            yield Step("result", result=await running)
        finally:
            gone.set()
