"""Several processes at one index: readers beside a writer, writers that are killed, two writers at once.

Every writer here is a process of its own; all are forked from one that has loaded the libraries.
"""

import gc
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.errors import IndexBusy
from assistant.index.manifest import load_manifest
from assistant.settings import Settings
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import documents, passages, run
from tests.making.reports import WORK, long_report

ROOT = Path(__file__).parents[3]
Write = Callable[[str, str | bytes], Path]
EDITIONS = 4
KILLS = 8

SETUP = """
import os, signal, sys, time
from pathlib import Path

import ingest.api
from assistant.settings import Settings
from tests.making.fakes import FakeEmbedder
from tests.making.reports import WORK, long_report

ingest.api.load_embedder = lambda settings: FakeEmbedder()
index, corpus = map(Path, sys.argv[1:])

def write(edition):
    # A writer is killed in the midst of this too, so the reports are changed in one step.
    for name, text in (("norsk-2019.md", WORK), ("lang.md", long_report(60))):
        draft = corpus / "draft"
        draft.write_text(f"{text}\\n\\n## Utgave\\n\\nDette er utgave {edition} av rapporten.\\n", encoding="utf-8")
        draft.replace(corpus / name)

def go():
    ingest.api.ingest([corpus], index, Settings(index_dir=index))
"""

# Editions of two reports, one after the other.
EDITING = (
    SETUP
    + f"""
for edition in range({EDITIONS}):
    write(edition)
    go()
"""
)

# Killed at moments spread over the time that an ingestion takes.
KILLED = (
    SETUP
    + f"""
write("first")
started = time.monotonic()
if not os.fork():
    go()
    os._exit(0)
os.wait()
took = time.monotonic() - started
for number in range({KILLS}):
    write(number)
    child = os.fork()
    if not child:
        go()
        os._exit(0)
    time.sleep(took * (number + 0.5) / {KILLS})
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    print("killed" if os.WIFSIGNALED(status) else "done", flush=True)
    sys.stdin.readline()
"""
)

HOLDING = """
import sys
from pathlib import Path

from assistant.index.holding import only_writer

with only_writer(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def editions(settings: Settings) -> set[str]:
    """The editions that the passages of the live index speak of."""
    return set(re.findall(r"utgave (\w+)", " ".join(item.text for item in passages(settings))))


def test_a_reader_beside_a_writer_sees_one_edition_at_a_time(
    write: Write, settings: Settings, fake: FakeEmbedder
) -> None:
    write("norsk-2019.md", f"{WORK}\n\n## Utgave\n\nDette er utgave 0 av rapporten.\n")
    write("lang.md", f"{long_report(60)}\n\n## Utgave\n\nDette er utgave 0 av rapporten.\n")
    run(settings)
    assistant = Assistant.open(settings)
    command = [sys.executable, "-c", EDITING, str(settings.index_dir), str(settings.corpus_dir)]
    writer = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    seen: set[str] = set()
    while writer.poll() is None:
        hits = assistant.search("Hvilken utgave av rapporten er dette?")
        said = {edition for hit in hits for edition in re.findall(r"utgave (\d)", hit.passage.text)}
        assert len(said) == 1
        assert {hit.passage.document for hit in hits} <= {"norsk-2019", "lang"}
        seen |= said
        time.sleep(0.02)
    assert writer.wait() == 0, writer.communicate()[1]
    assert str(EDITIONS - 1) in {*seen, *editions(settings)} and len(seen) > 1
    assert editions(settings) == {str(EDITIONS - 1)}


def test_killed_at_any_moment_the_index_is_whole(settings: Settings, fake: FakeEmbedder) -> None:
    settings.corpus_dir.mkdir()
    command = [sys.executable, "-c", KILLED, str(settings.index_dir), str(settings.corpus_dir)]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    writer = subprocess.Popen(command, cwd=ROOT, text=True, **pipes)
    assert writer.stdin is not None and writer.stdout is not None
    ends = []
    for end in writer.stdout:
        ends.append(end.strip())
        assert documents(settings) == ["lang", "norsk-2019"]
        assert len(editions(settings)) == 1
        assert Assistant.open(settings).ask("Hvor mange prosent tilbyr norskopplæring?").citations
        writer.stdin.write("\n")
        writer.stdin.flush()
    assert writer.wait() == 0, writer.communicate()[1]
    assert len(ends) == KILLS and "killed" in ends

    gc.collect()  # lets go of the versions that were asked above
    run(settings)
    assert editions(settings) == {str(KILLS - 1)}
    assert len(list((settings.index_dir / "versions").iterdir())) == 2
    assert not [path.name for path in settings.index_dir.rglob("*.draft")]


def test_a_second_ingestion_is_told_that_one_is_running(two: object, settings: Settings) -> None:
    before = load_manifest(settings.index_dir)
    command = [sys.executable, "-c", HOLDING, str(settings.index_dir)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None and first.stdout.readline() == "held\n"
        with pytest.raises(IndexBusy):
            ingest([settings.corpus_dir], settings.index_dir, settings, rebuild=True)
        first.communicate("")
    assert load_manifest(settings.index_dir) == before
    assert run(settings, rebuild=True).written
