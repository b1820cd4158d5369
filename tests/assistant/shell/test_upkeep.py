"""`python -m assistant backup | restore | forget`: exit codes and what is said."""

from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.settings import ConversationSettings
from assistant.store import owners
from assistant.store.conversations import Conversations
from tests.assistant.store.making import talk

Captured = pytest.CaptureFixture[str]
ISSUER = "https://id.example.no"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Conversations of one who signed in, in an installation that has nothing else."""
    monkeypatch.chdir(tmp_path)
    settings = ConversationSettings()
    Conversations(settings).keep(owners.by_login(ISSUER, "kari"), talk())
    return settings.file


def test_a_backup_is_made_checked_and_restored(database: Path, capsys: Captured, tmp_path: Path) -> None:
    assert main(["backup", "saved", "--keep", "1"]) == 0
    (path,) = (tmp_path / "saved").iterdir()
    assert main(["restore", str(path), "--check"]) == 0
    database.unlink()
    assert main(["restore", str(path)]) == 0
    assert len(Conversations(ConversationSettings()).listed(owners.by_login(ISSUER, "kari"))) == 1
    told = capsys.readouterr().out
    assert "read again and whole" in told and "made 20" in told and "Restored 1 files" in told


def test_a_file_that_is_none_is_one_line_and_exit_code_1(database: Path, capsys: Captured) -> None:
    Path("none.tar.gz").write_bytes(b"")
    assert main(["restore", "none.tar.gz"]) == 1
    assert capsys.readouterr().err.startswith("assistant: The backup none.tar.gz is damaged")


def test_a_person_is_forgotten_by_provider_and_subject(database: Path, capsys: Captured) -> None:
    assert main(["forget", "kari", "--issuer", ISSUER]) == 0
    told = capsys.readouterr().out
    assert "Deleted: 1 conversations with 1 questions" in told and "Backups made before this" in told
    assert "kari" not in told


def test_a_subject_without_its_provider_is_asked_for(database: Path, capsys: Captured) -> None:
    assert main(["forget", "kari"]) == 1
    assert "--issuer" in capsys.readouterr().err


def test_none_kept_is_wrong_use(database: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["backup", "--keep", "0"])
    assert ended.value.code == 2
