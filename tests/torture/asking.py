"""Many who ask while the index is switched, and memory over hundreds of questions; with the bundled models."""

import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ingest.api
from assistant.api import Assistant
from assistant.settings import Settings
from tests.making.reports import write_library
from tests.torture.figures import Figures, kept

_SUBJECTS = "norskopplæring arbeid tolk bolig bosetting helse språk kommuner deltakere flyktninger".split()
_WORDS = ("Hva anbefales om {} i {}?", "Hvor mange prosent svarer {} om {}?", "Hvilke funn gjelder {} og {}?")
_GROWTH = 1.05
_SLOWEST = 12.0  # seconds, of 95 of 100


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
    """So many ask in turn, a question each 10 seconds, until the time is over, while the index is made anew."""
    with _library() as settings:
        assistant, asked, lock = Assistant.open(settings), questions(), threading.Lock()
        taken: list[float] = []

        def ask() -> None:
            while not figures.is_over:
                with lock:
                    question = next(asked)
                started = time.monotonic()
                try:
                    assistant.ask(question)
                except Exception as error:
                    figures.wrong.append(f"{question}: {error!r}")
                taken.append(time.monotonic() - started)
                time.sleep(max(0.0, 10 - taken[-1]))

        threads = [threading.Thread(target=ask, daemon=True) for _ in range(count)]
        for number, thread in enumerate(threads):
            thread.start()
            time.sleep(min(0.2, 5 / count) if number else 0)
        switched = 0
        while not figures.is_over:
            extra = settings.corpus_dir / "extra.md"
            extra.write_text(f"# Utgave {switched}\n\nKommunene fikk {switched} råd om bosetting av flyktninger.\n")
            ingest.api.ingest([settings.corpus_dir], settings.index_dir, settings)
            switched += 1
        for thread in threads:
            thread.join(60)
        figures.tried = len(taken)
        slow = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else 0.0
        figures.told = {"users": count, "switched": switched, "p95": f"{slow:.1f} s"}
        if slow > _SLOWEST:
            figures.wrong.append(f"p95 {slow:.1f} s")
