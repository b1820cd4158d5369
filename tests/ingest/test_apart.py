"""Files read in processes of their own: what a file takes is bounded, and costs nothing but itself."""

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import ReadError
from assistant.settings import PassageSettings, ReadingSettings, Settings
from ingest.__main__ import main
from ingest.apart import Pool, pool_for
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder
from tests.making.hostile import HOSTILE, form_that_calls_itself, forms_nested
from tests.making.indexing import documents, passages
from tests.making.reports import HOUSING, INTERPRETING, WORK, long_report

PASSAGES = PassageSettings().model_dump()


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(ReadingSettings(cpu_seconds_a_mb=0, memory_mb=250))
    yield pool
    pool.end()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "norsk-2019.md"
    path.write_text(WORK)
    return path


def read(pool: Pool, path: Path) -> str:
    return pool.read("passages", path, name=path.name, passages=PASSAGES)


def processes(pool: Pool) -> list[int]:
    return [process._process.pid for process in pool._idle]


def test_a_process_is_used_again(pool: Pool, report: Path) -> None:
    read(pool, report)
    first = processes(pool)
    read(pool, report)
    assert len(first) == 1 and processes(pool) == first


def test_after_a_file_that_is_refused_it_is_used_again(pool: Pool, report: Path, tmp_path: Path) -> None:
    read(pool, report)
    first = processes(pool)
    with pytest.raises(ReadError, match="not a file"):
        read(pool, tmp_path / "none.md")
    assert processes(pool) == first


def test_a_process_that_was_ended_from_outside_is_replaced(pool: Pool, report: Path) -> None:
    told = read(pool, report)
    os.kill(processes(pool)[0], signal.SIGKILL)
    assert read(pool, report) == told


def test_memory_is_bounded_and_the_next_file_is_read(pool: Pool, report: Path, tmp_path: Path) -> None:
    read(pool, report)
    path = tmp_path / "a.pdf"
    path.write_bytes(form_that_calls_itself())
    with pytest.raises(ReadError, match="too large"):
        read(pool, path)
    assert read(pool, report)


@pytest.mark.parametrize("limit", ["cpu_seconds", "seconds"])
def test_time_is_bounded(limit: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(forms_nested(60, 3))
    pool = Pool(ReadingSettings(cpu_seconds_a_mb=0, memory_mb=64_000).model_copy(update={limit: 2}))
    with pytest.raises(ReadError, match="too long"):
        read(pool, path)
    pool.end()


def test_what_comes_of_a_file_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(long_report(4000))
    pool = Pool(ReadingSettings(output_mb=1))
    with pytest.raises(ReadError, match="too large"):
        read(pool, path)
    pool.end()


def test_a_process_does_not_learn_the_settings_secrets(
    pool: Pool, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_MODEL__API_KEY", "hemmelig")
    read(pool, report)
    assert b"hemmelig" not in Path(f"/proc/{processes(pool)[0]}/environ").read_bytes()


def test_the_same_limits_have_the_same_pool() -> None:
    assert pool_for(ReadingSettings()) is pool_for(ReadingSettings())


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in ("flate.pdf", "bomb.docx")])
def test_a_hostile_file_takes_no_more_than_its_share(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    pool = Pool(ReadingSettings(memory_mb=300))
    try:
        read(pool, path)
    except ReadError as error:
        assert error.reason.code in ("too_large", "too_damaged", "nested", "several_in_zip")
    else:
        status = Path(f"/proc/{processes(pool)[0]}/status").read_text()
        assert int(re.findall(r"VmHWM:\s*(\d+)", status)[0]) < 300 * 1024  # kilobytes; nothing of it was spread out
    pool.end()


def test_several_at_once_make_the_same_index(tmp_path: Path, fake: FakeEmbedder) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, text in (("a", long_report(40)), ("b", WORK), ("c", INTERPRETING), ("d", HOUSING), ("e", "")):
        (corpus / f"{name}.md").write_text(text)
    told = []
    for number in (1, 2):
        settings = Settings(index_dir=tmp_path / str(number), reading=ReadingSettings(processes=number))
        result = ingest([corpus], settings.index_dir, settings)
        told.append((documents(settings), passages(settings), result.left_out, [row.document for row in result.rows]))
    assert told[0] == told[1]
    assert told[0][0] == ["a", "b", "c", "d"]


def test_a_hostile_file_is_one_line_of_the_table(
    tmp_path: Path, fake: FakeEmbedder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("ASSISTANT_READING__MEMORY_MB", "250")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.pdf").write_bytes(form_that_calls_itself())
    (corpus / "b.md").write_text(WORK)
    assert main([str(corpus), "--index", str(tmp_path / "index")]) == 1
    told = capsys.readouterr()
    assert len([line for line in told.out.splitlines() if "a.pdf" in line and "too large" in line]) == 1
    assert "Traceback" not in told.out + told.err


@pytest.mark.parametrize("command", ["outline", "describe"])
def test_looking_at_one_file_is_bounded_too(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_READING__MEMORY_MB", "250")
    (tmp_path / "a.pdf").write_bytes(form_that_calls_itself())
    assert main([command, str(tmp_path / "a.pdf")]) == 1
    assert "too large" in capsys.readouterr().err
