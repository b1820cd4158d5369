"""Many who ask while the index is switched, and memory over hundreds of questions; with the bundled models."""

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import ingest.api
from assistant.api import Assistant
from assistant.process.queue import Queue
from assistant.settings import Settings
from tests.making.reports import write_library
from tests.torture.figures import Figures, kept

_SUBJECTS = "norskopplæring arbeid tolk bolig bosetting helse språk kommuner deltakere flyktninger".split()
_WORDS = ("Hva anbefales om {} i {}?", "Hvor mange prosent svarer {} om {}?", "Hvilke funn gjelder {} og {}?")
_GROWTH = 1.05
_SLOWEST = 12.0  # seconds, of 95 of 100
_EACH = 30.0  # seconds from one question of a user to the next
_IDLE = 0.2  # of the machine, that others may take where it is judged how long anybody waits


def questions() -> Iterator[str]:
    """More questions than anybody asks, none twice."""
    number = 0
    while True:
        first, second = _SUBJECTS[number % 10], _SUBJECTS[number // 10 % 10]
        yield f"{_WORDS[number % 3].format(first, second)} ({2000 + number // 100})"
        number += 1


@contextmanager
def _library() -> Iterator[Settings]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(index_dir=folder / "index", corpus_dir=write_library(folder / "corpus"))
        ingest.api.ingest([settings.corpus_dir], settings.index_dir, settings)
        yield settings


def memory(count: int, figures: Figures) -> None:
    """Ask `count` questions; what is held after them is what was held after a sixth of them."""
    with _library() as settings:
        assistant, asked = Assistant.open(settings), questions()
        early = 0.0
        while figures.tried < count and not figures.is_over:
            assistant.ask(next(asked))
            figures.tried += 1
            if figures.tried == max(1, count // 6):
                early = kept("self", "VmRSS")
        late = kept("self", "VmRSS")
        figures.told = {"MB early": f"{early:.0f}", "MB late": f"{late:.0f}"}
        if early and late > _GROWTH * early:
            figures.wrong.append(f"{late / early:.2f} of what it was")


def users(count: int, figures: Figures) -> None:
    """So many ask through the page's queue, a question each 30 seconds, while the index is made anew again and again.

    How long they wait is judged where the machine is left to it: what others take of it is told beside.
    """
    with _library() as settings, _Asking(settings, figures) as asking:
        threads = [threading.Thread(target=asking.go_on, args=(number,), daemon=True) for number in range(count)]
        for thread in threads:
            thread.start()
            time.sleep(_EACH / count)
        switched = 0
        while not figures.is_over:
            extra = settings.corpus_dir / "extra.md"
            extra.write_text(f"# Utgave {switched}\n\nKommunene fikk {switched} råd om bosetting av flyktninger.\n")
            ingest.api.ingest([settings.corpus_dir], settings.index_dir, settings)
            switched += 1
        for thread in threads:
            thread.join(60)
        taken, others = asking.taken, asking.share_of_others()
        figures.tried = len(taken)
        slow = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else 0.0
        figures.told = {"users": count, "switched": switched, "p95": f"{slow:.1f} s", "others' share": f"{others:.0%}"}
        if slow > _SLOWEST and others < _IDLE:
            figures.wrong.append(f"p95 {slow:.1f} s")


class _Asking:
    """Those who ask, what they waited, and how busy the machine was with other things meanwhile."""

    def __init__(self, settings: Settings, figures: Figures) -> None:
        self._assistant, self._limits, self._figures = Assistant.open(settings), settings.limits, figures
        self._queue, self._questions, self._lock = Queue(), questions(), threading.Lock()
        self.taken: list[float] = []

    def __enter__(self) -> Self:
        self._before = _busy()
        return self

    def __exit__(self, *_: object) -> None:
        self._queue.close()

    def go_on(self, number: int) -> None:
        """Ask one question after the other until the time is over."""
        while not self._figures.is_over:
            with self._lock:
                question = next(self._questions)
            started = time.monotonic()
            try:
                with self._queue.turn(str(number), self._limits, lambda _: None):
                    self._assistant.ask(question)
            except Exception as error:
                self._figures.wrong.append(f"{question}: {error!r}")
            self.taken.append(time.monotonic() - started)
            time.sleep(max(0.0, _EACH - self.taken[-1]))

    def share_of_others(self) -> float:
        """Of the processors' time since it began, what other processes had."""
        (all_before, own_before), (every, own) = self._before, _busy()
        return max(0.0, 1 - (own - own_before) / max(every - all_before, 1.0))


def _busy() -> tuple[float, float]:
    """Seconds for which the processors were busy with anything, and with this process and what it started."""
    user, nice, system = map(int, Path("/proc/stat").read_text(encoding="ascii").split(maxsplit=4)[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK"), sum(os.times()[:4])
