"""`python -m ingest`: exit codes, and what is said where."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import IngestError
from assistant.index.holding import only_writer
from assistant.settings import Settings
from ingest.__main__ import main
from tests.making.fakes import FakeEmbedder
from tests.making.reports import INTERPRETING, WORK

ROOT = Path(__file__).parent.parent.parent
Write = Callable[[str, str | bytes], Path]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def arguments(write: Write, settings: Settings, fake: FakeEmbedder) -> list[str]:
    """What ingests the test's corpus of two reports."""
    write("norsk-2019.md", WORK)
    write("tolk-2021.md", INTERPRETING)
    return [str(settings.corpus_dir), "--index", str(settings.index_dir)]


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


def test_the_table_shows_every_document(arguments: list[str], capsys: Captured) -> None:
    assert main(arguments) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("Document", "Pages", "Passages", "Seconds", "norsk-2019", "tolk-2021"))


def test_again_with_nothing_changed_says_so(arguments: list[str], capsys: Captured) -> None:
    main(arguments)
    capsys.readouterr()
    assert main(arguments) == 0
    assert "Nothing had changed" in capsys.readouterr().out


def test_a_success_leaves_nothing_on_stderr(arguments: list[str], capsys: Captured) -> None:
    main(arguments)
    assert capsys.readouterr().err.strip() == ""


def test_without_a_path_the_corpus_of_the_settings_is_read(
    arguments: list[str], settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("ASSISTANT_CORPUS_DIR", str(settings.corpus_dir))
    assert main(["--index", str(settings.index_dir)]) == 0
    assert "tolk-2021" in capsys.readouterr().out


def test_something_left_out_is_exit_code_1(arguments: list[str], write: Write) -> None:
    write("tom.txt", "")
    assert main(arguments) == 1


def test_rebuild_writes_although_nothing_changed(arguments: list[str], capsys: Captured) -> None:
    main(arguments)
    capsys.readouterr()
    assert main([*arguments, "--rebuild"]) == 0
    assert "Nothing had changed" not in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--nope"], ["status", "--nope"], ["status", "corpus"], ["--index"]])
def test_wrong_use_is_exit_code_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(wrong)
    assert stop.value.code == 2


def test_a_second_ingestion_is_one_line(arguments: list[str], settings: Settings, capsys: Captured) -> None:
    settings.index_dir.mkdir()
    with only_writer(settings.index_dir):
        assert main(arguments) == 1
    assert "Another ingestion" in capsys.readouterr().err.strip().splitlines()[0]


@pytest.mark.parametrize(
    "error", [IngestError("disk_full", index_dir="ix"), OSError(5, "Input/output error")], ids=["ours", "system"]
)
def test_a_failure_is_one_line_on_stderr(
    error: Exception, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("ingest.api.ingest", fail)
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert one_line(said.err.lstrip("\n")) and said.err.strip().startswith("ingest: ")


def test_a_wrong_setting_is_one_line_on_stderr(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured, tmp_path: Path
) -> None:
    config = tmp_path / "own.toml"
    config.write_text("[passages]\nsize = 1\n")
    assert main([*arguments, "--config", str(config)]) == 1
    assert one_line(capsys.readouterr().err)


def test_ctrl_c_says_that_the_index_is_as_it_was(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ingest.api.ingest", stop)
    assert main(arguments) == 130
    assert "the index is as it was" in capsys.readouterr().err


def test_status_lists_what_is_indexed(arguments: list[str], settings: Settings, capsys: Captured) -> None:
    main(arguments)
    capsys.readouterr()
    assert main(["status", "--index", str(settings.index_dir)]) == 0
    shown = capsys.readouterr().out
    assert "norsk-2019" in shown and "Tolking i helsetjenesten 2021" in shown


def test_status_as_json_is_one_object(arguments: list[str], settings: Settings, capsys: Captured) -> None:
    main(arguments)
    capsys.readouterr()
    assert main(["status", "--json", "--index", str(settings.index_dir)]) == 0
    status = json.loads(capsys.readouterr().out)
    assert status["model"] == settings.embedding.model
    assert status["passages"] == sum(item["passages"] for item in status["documents"])
    assert {item["report"]["document"] for item in status["documents"]} == {"norsk-2019", "tolk-2021"}


def test_status_names_what_was_left_out(
    arguments: list[str], settings: Settings, write: Write, capsys: Captured
) -> None:
    write("tom.txt", "")
    main(arguments)
    capsys.readouterr()
    main(["status", "--index", str(settings.index_dir)])
    shown = capsys.readouterr().out
    assert "tom.txt" in shown and "There is no text" in shown


def test_the_command_without_an_index_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ingest", "status", "--index", str(tmp_path / "none")]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert one_line(ran.stderr) and "Nothing is indexed" in ran.stderr


def test_options_may_come_before_the_command(arguments: list[str], settings: Settings, capsys: Captured) -> None:
    main(arguments)
    capsys.readouterr()
    assert main(["--index", str(settings.index_dir), "status"]) == 0
    assert "tolk-2021" in capsys.readouterr().out


def test_a_folder_may_be_called_like_a_command(arguments: list[str], settings: Settings, capsys: Captured) -> None:
    (settings.corpus_dir / "status").mkdir()
    (settings.corpus_dir / "status" / "a.md").write_text(WORK + "Mer.")
    assert main([*arguments[1:], f"{settings.corpus_dir}/status"]) == 0
    assert main([*arguments[1:], "--", str(settings.corpus_dir)]) == 0


def test_remove_says_what_was_removed(arguments: list[str], settings: Settings, capsys: Captured) -> None:
    main(arguments)
    capsys.readouterr()
    assert main(["remove", "tolk-2021", *arguments[1:]]) == 0
    assert "removed" in capsys.readouterr().out
    main(["status", *arguments[1:]])
    assert "tolk-2021" not in capsys.readouterr().out


@pytest.mark.parametrize("names", [["nope"], ["norsk-2019", "nope"]])
def test_remove_of_what_is_not_there_is_one_line(arguments: list[str], names: list[str], capsys: Captured) -> None:
    main(arguments)
    capsys.readouterr()
    assert main(["remove", *names, *arguments[1:]]) == 1
    assert one_line(capsys.readouterr().err)


def test_remove_without_an_index_is_one_line(settings: Settings, capsys: Captured) -> None:
    assert main(["remove", "a", "--index", str(settings.index_dir)]) == 1
    assert one_line(capsys.readouterr().err) and not settings.index_dir.exists()


def test_remove_tells_that_a_document_can_come_back(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["remove", "--help"])
    assert "brings the documents back" in " ".join(capsys.readouterr().out.split())


def test_outline_shows_the_tree(arguments: list[str], settings: Settings, capsys: Captured) -> None:
    assert main(["outline", str(settings.corpus_dir / "norsk-2019.md")]) == 0
    shown = capsys.readouterr().out
    assert "Norskopplæring på arbeidsplassen 2019" in shown and "Anbefalinger  [recommendations]" in shown


def test_describe_drafts_an_entry_of_the_catalogue(arguments: list[str], settings: Settings, capsys: Captured) -> None:
    assert main(["describe", str(settings.corpus_dir / "norsk-2019.md")]) == 0
    assert tomllib.loads(capsys.readouterr().out)["report"][0]["stem"] == "norsk-2019"


@pytest.mark.parametrize("command", ["outline", "describe"])
def test_a_file_that_cannot_be_read_is_one_line_with_its_name(command: str, write: Write, capsys: Captured) -> None:
    assert main([command, str(write("tom.txt", ""))]) == 1
    said = capsys.readouterr()
    assert said.out == "" and one_line(said.err) and "tom.txt: There is no text in the file." in said.err
