"""A Chroma server that is slow, and then gone, under questions: each is answered or told why not, in good time."""

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import assistant.api
import ingest.api
from assistant.api import Assistant
from assistant.errors import AssistantError
from assistant.settings import Settings
from tests.making.fakes import FakeEmbedder, FakeReader
from tests.making.reports import write_library
from tests.making.servers.chroma import CHROMA, QUIET
from tests.making.servers.process import _wait_for, free_port
from tests.torture.figures import Figures

_QUESTION = "Hva anbefales kommunene om norskopplæring {}?"
_LONGEST = 30.0  # seconds until it is told that there is no answer
_PAUSE = 3.0


def server(count: int, figures: Figures) -> None:
    """Ask `count` questions of a server that stops for seconds, and then some when it is gone."""
    ingest.api.load_embedder = assistant.api.load_embedder = lambda settings: FakeEmbedder()  # type: ignore
    assistant.api.load_reader = lambda settings: FakeReader()  # type: ignore
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        url = f"http://127.0.0.1:{port}"
        command = [str(CHROMA), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder / "chroma")]
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, env={**os.environ, **QUIET}, stdout=quiet, stderr=quiet)
        try:
            _wait_for(f"{url}/api/v2/heartbeat", process, 60)
            _asked(
                Settings(index_dir=folder / "index", corpus_dir=write_library(folder / "corpus"), chroma_url=url),
                process,
                count,
                figures,
            )
        finally:
            process.kill()
            process.wait()


def _asked(settings: Settings, process: "subprocess.Popen[bytes]", count: int, figures: Figures) -> None:
    ingest.api.ingest([settings.corpus_dir], settings.index_dir, settings)
    opened = Assistant.open(settings)
    slowest, told = 0.0, 0
    for number in range(count):
        is_gone = number >= count * 3 // 4
        if is_gone and process.poll() is None:
            process.kill()
            process.wait()
        elif not is_gone and number % 4 == 3:
            process.send_signal(signal.SIGSTOP)
            subprocess.Popen(["sh", "-c", f"sleep {_PAUSE}; kill -CONT {process.pid}"])
        started = time.monotonic()
        try:
            opened.ask(_QUESTION.format(number))
            if is_gone:
                figures.wrong.append("answered without its server")
        except AssistantError:
            told += 1
            if not is_gone:
                figures.wrong.append("not answered when the server was slow")
        except Exception as error:
            figures.wrong.append(repr(error))
        slowest = max(slowest, time.monotonic() - started)
        figures.tried += 1
    figures.told = {"told that it is gone": told, "slowest": f"{slowest:.1f} s"}
    if slowest > _LONGEST:
        figures.wrong.append(f"{slowest:.0f} s")
