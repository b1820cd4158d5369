"""Writers killed at random moments while they add, change, remove or rebuild; after each, the index must be whole."""

import os
import random
import re
import signal
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import assistant.api
import ingest.api
from assistant.api import Assistant
from assistant.errors import AssistantError
from assistant.settings import Settings
from tests.making.fakes import FakeEmbedder, FakeReader
from tests.making.indexing import documents, passages
from tests.making.reports import HOUSING, INTERPRETING, WORK, long_report
from tests.torture.figures import Figures

_QUESTION = "Hvor mange prosent tilbyr norskopplæring?"
_SEED = 17


def kills(count: int, figures: Figures) -> None:
    """Kill `count` writers."""
    ingest.api.load_embedder = assistant.api.load_embedder = lambda settings: FakeEmbedder()  # type: ignore
    assistant.api.load_reader = lambda settings: FakeReader()  # type: ignore
    chance = random.Random(_SEED)
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(index_dir=Path(name, "index"), corpus_dir=Path(name, "corpus"))
        settings.corpus_dir.mkdir()
        _write(settings, "norsk-2019.md", WORK)  # what stays throughout
        # Forked off from one process that has loaded the libraries and never opened an index: its threads would be
        # missing to the others.
        with ProcessPoolExecutor(1) as writers:
            usual = min(writers.submit(_killed, "rebuild", settings, n, None).result()[1] for n in (0, 0))
            while figures.tried < count and not figures.is_over:
                figures.tried += 1
                what = chance.choice(("add", "change", "remove", "rebuild"))
                before = set(documents(settings))
                after = chance.uniform(0, 1.2 * usual)
                killed = writers.submit(_killed, what, settings, figures.tried, after).result()[0]
                for told in (what, "killed" if killed else "done before"):
                    figures.told[told] = int(str(figures.told.get(told, 0))) + 1
                if wrong := _wrong(settings, before):
                    figures.wrong.append(f"{what} {figures.tried}: {wrong}")
            writers.submit(_killed, "change", settings, figures.tried + 1, None).result()
        if left := [path.name for path in settings.index_dir.rglob("*.draft")]:
            figures.wrong.append(f"left behind: {left}")


def _do(what: str, settings: Settings, edition: int) -> None:
    chance = random.Random(edition)
    if what == "remove":
        gone = [name for name in documents(settings) if name not in ("norsk-2019", "lang")]
        if gone:
            ingest.api.remove(gone[:1], settings.index_dir, settings)
            return
    if what == "add":
        name = chance.choice(("tolk-2021", "bustad-2022"))
        _write(settings, f"{name}-{edition}.md", INTERPRETING if name == "tolk-2021" else HOUSING)
    text = f"{long_report(chance.randint(20, 60))}\n\n## Utgave\n\nDette er utgave {edition} av rapporten.\n"
    _write(settings, "lang.md", text)
    ingest.api.ingest([settings.corpus_dir], settings.index_dir, settings, rebuild=what == "rebuild")


def _write(settings: Settings, name: str, text: str) -> None:
    draft = settings.corpus_dir / "draft"
    draft.write_text(text, encoding="utf-8")
    draft.replace(settings.corpus_dir / name)


def _killed(what: str, settings: Settings, edition: int, after: float | None) -> tuple[bool, float]:
    """(whether the writer was killed before it was done, its seconds); it is not killed where no time is given."""
    started = time.monotonic()
    child = os.fork()
    if not child:
        try:
            _do(what, settings, edition)
        finally:
            os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1]), time.monotonic() - started


def _wrong(settings: Settings, before: set[str]) -> str:
    """What is wrong with the index; empty where it is whole."""
    try:
        held = set(documents(settings))
        texts = " ".join(item.text for item in passages(settings))
        if not {"norsk-2019", "lang"} <= held or len(before - held) > 1:
            return f"lost {sorted(before - held)}"
        if len(set(re.findall(r"utgave (\d+)", texts))) != 1:
            return "editions are mixed"
        return "" if Assistant.open(settings).ask(_QUESTION).citations else "does not answer"
    except AssistantError as error:
        return str(error)
