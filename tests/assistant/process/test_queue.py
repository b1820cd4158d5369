"""Questions in their turn: limits for each client and for all, and a word to those who wait."""

import threading
import time
from collections.abc import Callable

import pytest

from assistant.errors import NotNow
from assistant.process.queue import Queue
from assistant.settings import LimitSettings

LIMITS = LimitSettings(questions_a_minute=5, at_once=1, all_at_once=2, waiting=2)


def silent(ahead: int) -> None:
    """Nobody looks on."""


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert holds()


class Asking(threading.Thread):
    """A client that asks, and is answered until it is let go."""

    def __init__(self, queue: Queue, client: str) -> None:
        super().__init__(daemon=True)
        self._queue, self._client = queue, client
        self.told: list[int] = []
        self.is_answered, self.let_go = threading.Event(), threading.Event()
        self.start()

    def run(self) -> None:
        with self._queue.turn(self._client, LIMITS, self.told.append):
            self.is_answered.set()
            self.let_go.wait(10)


def test_who_comes_too_many_waits_is_told_and_comes_next() -> None:
    queue = Queue()
    first, second = Asking(queue, "a"), Asking(queue, "b")
    wait_until(lambda: first.is_answered.is_set() and second.is_answered.is_set())
    third = Asking(queue, "c")
    wait_until(lambda: bool(third.told))
    fourth = Asking(queue, "d")
    wait_until(lambda: bool(fourth.told))
    assert (third.told[0], fourth.told[0]) == (0, 1)
    first.let_go.set()
    wait_until(third.is_answered.is_set)
    assert not fourth.is_answered.is_set()
    for one in (second, third, fourth):
        one.let_go.set()
    wait_until(fourth.is_answered.is_set)


def test_one_client_does_not_hold_up_the_others() -> None:
    queue = Queue()
    first = Asking(queue, "a")
    wait_until(first.is_answered.is_set)
    again = Asking(queue, "a")
    wait_until(lambda: bool(again.told))
    other = Asking(queue, "b")
    wait_until(other.is_answered.is_set)
    assert not again.is_answered.is_set()
    first.let_go.set()
    other.let_go.set()
    wait_until(again.is_answered.is_set)
    again.let_go.set()


def test_who_asks_too_often_is_told_and_may_ask_a_minute_later() -> None:
    now = [0.0]
    queue = Queue(clock=lambda: now[0])
    for _ in range(5):
        with queue.turn("a", LIMITS, silent):
            pass
    with pytest.raises(NotNow, match="Wait a minute"), queue.turn("a", LIMITS, silent):
        pass
    with queue.turn("b", LIMITS, silent):
        pass
    now[0] = 61.0
    with queue.turn("a", LIMITS, silent):
        pass


def test_a_full_queue_says_so() -> None:
    queue = Queue()
    answered = [Asking(queue, name) for name in "ab"]
    wait_until(lambda: all(one.is_answered.is_set() for one in answered))
    waiting = [Asking(queue, name) for name in "cd"]
    wait_until(lambda: all(one.told for one in waiting))
    with pytest.raises(NotNow, match="Too many"), queue.turn("e", LIMITS, silent):
        pass
    for one in (*answered, *waiting):
        one.let_go.set()


def test_who_stops_waiting_leaves_the_queue() -> None:
    queue = Queue()
    answered = [Asking(queue, name) for name in "ab"]
    wait_until(lambda: all(one.is_answered.is_set() for one in answered))

    def stopped(ahead: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), queue.turn("c", LIMITS, stopped):
        pass
    late = Asking(queue, "d")
    wait_until(lambda: bool(late.told))
    assert late.told[0] == 0
    for one in (*answered, late):
        one.let_go.set()
