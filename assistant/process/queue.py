"""Questions in their turn: so many at once, of one client and of all, and the others wait, first come first served."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from assistant.errors import NotNow
from assistant.settings import LimitSettings

_MINUTE = 60.0
_A_MOMENT = 0.25  # seconds between words to those who wait
_FORGET_ABOVE = 1000  # clients whose last questions are remembered


@dataclass(eq=False, slots=True)
class _Ticket:
    client: str


@dataclass(slots=True)
class Queue:
    """The questions that are being answered, and those that wait. Thread-safe."""

    clock: Callable[[], float] = time.monotonic
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _waiting: list[_Ticket] = field(default_factory=list)
    _answered: list[_Ticket] = field(default_factory=list)
    _asked: dict[str, deque[float]] = field(default_factory=dict)
    _is_closed: bool = False

    def held(self) -> tuple[int, int]:
        """How many wait, and how many are being answered."""
        with self._changed:
            return len(self._waiting), len(self._answered)

    def close(self) -> None:
        """Let no more questions in: the server is about to stop. Those that are in it are answered still."""
        with self._changed:
            self._is_closed = True

    @property
    def is_closed(self) -> bool:
        """Whether no more questions are let in."""
        return self._is_closed

    @contextmanager
    def turn(self, client: str, limits: LimitSettings, tell: Callable[[int], None]) -> Iterator[None]:
        """Waits until a question of this client may be answered, which it is within the block.

        `tell` is called again and again while it waits, with how many are before it; what that raises ends the waiting.
        Raises NotNow with `asked_too_often`, `queue_full` or `stopping`.
        """
        ticket = _Ticket(client)
        self._join(ticket, limits)
        try:
            while (ahead := self._try(ticket, limits)) is not None:
                tell(ahead)
                with self._changed:
                    self._changed.wait(_A_MOMENT)
            yield
        finally:
            with self._changed:
                for tickets in (self._waiting, self._answered):
                    if ticket in tickets:
                        tickets.remove(ticket)
                self._changed.notify_all()

    def _join(self, ticket: _Ticket, limits: LimitSettings) -> None:
        with self._changed:
            if self._is_closed:
                raise NotNow("stopping")
            now = self.clock()
            lately = self._lately(ticket.client, now)
            if len(lately) >= limits.questions_a_minute:
                raise NotNow("asked_too_often")
            if len(self._waiting) >= limits.waiting and len(self._answered) >= limits.all_at_once:
                raise NotNow("queue_full")
            lately.append(now)
            self._waiting.append(ticket)

    def _lately(self, client: str, now: float) -> deque[float]:
        """When this client asked within the last minute."""
        if len(self._asked) > _FORGET_ABOVE:
            self._asked = {name: times for name, times in self._asked.items() if times and times[-1] > now - _MINUTE}
        lately = self._asked.setdefault(client, deque())
        while lately and lately[0] <= now - _MINUTE:
            lately.popleft()
        return lately

    def _try(self, ticket: _Ticket, limits: LimitSettings) -> int | None:
        """None where it is the ticket's turn; else how many are before it."""
        with self._changed:
            mine = sum(other.client == ticket.client for other in self._answered)
            ahead = self._ahead(ticket, limits)
            if mine < limits.at_once and len(self._answered) + ahead < limits.all_at_once:
                self._waiting.remove(ticket)
                self._answered.append(ticket)
                return None
            return ahead

    def _ahead(self, ticket: _Ticket, limits: LimitSettings) -> int:
        """How many before it could be answered now: whoever waits for an answer of their own holds up nobody."""
        taken = [other.client for other in self._answered]
        ahead = 0
        for other in self._waiting:
            if other is ticket:
                break
            if taken.count(other.client) < limits.at_once:
                taken.append(other.client)
                ahead += 1
        return ahead


QUEUE = Queue()
