"""An ingestion that is cut off leaves the index as it was, and the next one goes on from there."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.index.manifest import live_version
from assistant.settings import Settings
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder
from tests.making.reports import HOUSING, WORK, long_report

ROOT = Path(__file__).parents[3]
Write = Callable[[str, str | bytes], Path]

# Ingests with the quick model and is killed in the midst of the second batch.
KILLED = """
import os, signal, sys
from pathlib import Path

import ingest.api
from assistant.settings import Settings
from tests.making.fakes import FakeEmbedder

class Killed(FakeEmbedder):
    def embed_passages(self, texts):
        if self.asked:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().embed_passages(texts)

ingest.api.load_embedder = lambda settings: Killed()
index, corpus = map(Path, sys.argv[1:])
ingest.api.ingest([corpus], index, Settings(index_dir=index))
"""


@pytest.fixture
def indexed(write: Write, settings: Settings, fake: FakeEmbedder) -> str:
    """One report is indexed and another has come; the live version."""
    write("norsk-2019.md", WORK)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    fake.asked.clear()
    return live_version(settings.index_dir)


def answers(settings: Settings) -> bool:
    """Whether the index still answers from the report that was there first."""
    return bool(Assistant.open(settings).ask("Hvor mange prosent tilbyr norskopplæring?").citations)


def test_killed_while_embedding(indexed: str, write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("lang.md", long_report(70))
    command = [sys.executable, "-c", KILLED, str(settings.index_dir), str(settings.corpus_dir)]
    killed = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()

    assert live_version(settings.index_dir) == indexed
    assert answers(settings)
    result = ingest([settings.corpus_dir], settings.index_dir, settings)
    assert result.written
    assert 0 < result.embedded < 70


@pytest.mark.parametrize("step", ["build_lexical", "save_manifest", "make_live"])
@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt])
def test_stopped_while_writing(
    indexed: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, step: str, failure: type[BaseException]
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise failure

    (settings.corpus_dir / "bustad-2022.md").write_text(HOUSING, encoding="utf-8")
    with monkeypatch.context() as patch, pytest.raises(failure):
        patch.setattr(f"ingest.versions.write.{step}", stop)
        ingest([settings.corpus_dir], settings.index_dir, settings)

    assert live_version(settings.index_dir) == indexed
    assert [path.name for path in (settings.index_dir / "versions").iterdir()] == [indexed]
    assert answers(settings)
    assert ingest([settings.corpus_dir], settings.index_dir, settings).embedded == 0
