"""An index that is damaged says so, one that cannot be written answers, and an old version is let go of."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import chromadb
import pytest

from assistant.api import Assistant
from assistant.errors import IndexDamaged
from assistant.index.manifest import live_version, load_manifest, version_dir
from assistant.settings import Settings
from ingest.__main__ import main
from ingest.api import ingest, remove
from tests.making.fakes import FakeEmbedder
from tests.making.reports import HOUSING, WORK

Write = Callable[[str, str | bytes], Path]
QUESTION = "Hvor mange prosent tilbyr norskopplæring?"


@pytest.fixture
def indexed(write: Write, settings: Settings, fake: FakeEmbedder) -> Settings:
    """An index of two reports."""
    write("norsk-2019.md", WORK)
    write("bolig-2018.md", HOUSING)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    return settings


def folder(settings: Settings) -> Path:
    return version_dir(settings.index_dir, live_version(settings.index_dir))


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("data_level0.bin", "shorter"),
        ("data_level0.bin", "gone"),
        ("ids.json", "changed"),
        ("data.csc.index.npy", "changed"),
        ("data.csc.index.npy", "shorter"),
        ("data.csc.index.npy", "gone"),
    ],
)
def test_a_damaged_file_is_named(indexed: Settings, name: str, how: str) -> None:
    path = next(folder(indexed).rglob(name))
    data = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(data[:-1] if how == "shorter" else bytes([data[0] ^ 255]) + data[1:])
    with pytest.raises(IndexDamaged, match=name):
        Assistant.open(indexed)


def test_verify_reads_everything(indexed: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    Assistant.open(indexed).ask(QUESTION)
    assert main(["verify", "--index", str(indexed.index_dir)]) == 0
    database = folder(indexed) / "chroma" / "chroma.sqlite3"
    database.write_bytes(database.read_bytes()[:8192] + b"x" * 4096)
    assert main(["verify", "--index", str(indexed.index_dir)]) == 1
    assert "chroma.sqlite3" in capsys.readouterr().err


def test_a_database_that_cannot_be_written_answers(indexed: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = chromadb.PersistentClient

    def unwritable(path: str, **values: Any) -> Any:
        if path.startswith(str(indexed.index_dir)):
            raise chromadb.errors.InternalError("error returned from database: (code: 13) database or disk is full")
        return opened(path=path, **values)

    expected = Assistant.open(indexed).ask(QUESTION).points
    monkeypatch.setattr(chromadb, "PersistentClient", unwritable)
    assert Assistant.open(indexed).ask(QUESTION).points == expected


_MOUNTED = """
mount -t tmpfs -o size=20m tmpfs {mount} && cp -r {index}/. {mount} || exit 77
case {how} in full) dd if=/dev/zero of={mount}/filling bs=4k 2>/dev/null;; *) mount -o remount,ro {mount};; esac
{python} -c "
from pathlib import Path
from assistant.index.reader import open_index
index = open_index(Path('{mount}'), '{model}')
ids = list(index.lexical.ids)
assert len(index.passages(ids)) == len(ids) > 0
"
"""


@pytest.mark.parametrize("how", ["full", "read-only"])
def test_a_real_mount_that_cannot_be_written_is_read(indexed: Settings, tmp_path: Path, how: str) -> None:
    mount = tmp_path / "mount"
    mount.mkdir()
    values = {"mount": mount, "index": indexed.index_dir, "how": how, "python": sys.executable}
    script = _MOUNTED.format(**values, model=load_manifest(indexed.index_dir).model)
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare here")
    done = subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True, check=False)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("nothing can be mounted here")
    assert done.returncode == 0, done.stderr


def test_a_version_is_let_go_of_when_its_last_question_has_ended(indexed: Settings, write: Write) -> None:
    assistant = Assistant.open(indexed)
    for number in range(5):
        write(f"ny-{number}.md", WORK.replace("37", f"3{number}"))
        ingest([indexed.corpus_dir], indexed.index_dir, indexed)
        assistant.ask(QUESTION)
    assert len(list((indexed.index_dir / "versions").iterdir())) <= 3


def test_a_version_stays_open_while_it_is_asked(indexed: Settings, write: Write) -> None:
    assistant = Assistant.open(indexed)
    with assistant._in_use() as (index, _):
        write("ny.md", WORK.replace("37", "38"))
        ingest([indexed.corpus_dir], indexed.index_dir, indexed)
        assistant.ask(QUESTION)
        assert index.passages(list(index.lexical.ids)[:1])


def test_nothing_of_a_removed_report_stays_on_the_disk(indexed: Settings, write: Write) -> None:
    path = write("hemmelig.md", "# Rapport om kattunger\n\n## Funn\n\nKattungene krabbet over kjøkkengulvet i 2019.\n")
    ingest([indexed.corpus_dir], indexed.index_dir, indexed)
    path.unlink()
    remove(["hemmelig"], indexed.index_dir, indexed)
    for number in range(2):  # the version before the live one goes with the next change
        write(f"ny-{number}.md", WORK.replace("37", f"3{number}"))
        ingest([indexed.corpus_dir], indexed.index_dir, indexed)
    files = [path for path in indexed.index_dir.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"kkengulvet" in path.read_bytes()]
