"""A file that is not whole, or not ours, is refused with a word, whatever is wrong with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.backup.archive import FORM, Contents, Item, check_backup, unpack, write_backup
from assistant.errors import BackupError
from assistant.store.owners import hashed

CONTENT = b"En setning. " * 5000
SHA = hashed(CONTENT.decode())


def contents(item: Item, form: int = FORM) -> Contents:
    return Contents("9.9", "2026-01-01T00:00:00+00:00", 3, 1, "v", False, (item,), form)


@pytest.fixture
def write(tmp_path: Path):
    """Writes a backup of one content: `write(path in its part, form, what really lies there)`."""

    def write(name: str = "a/b.md", form: int = FORM, content: bytes = CONTENT) -> Path:
        (tmp_path / "source").write_bytes(content)
        path = tmp_path / "b.tar.gz"
        write_backup(path, contents(Item("corpus", name, len(CONTENT), SHA), form), {SHA: tmp_path / "source"})
        return path

    return write


def test_it_is_unpacked_as_it_was(write, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    found = unpack(write(), tmp_path / "out")
    assert found.items[0].path == "a/b.md"
    assert (tmp_path / "out" / SHA).read_bytes() == CONTENT


def test_one_that_is_cut_off_is_refused_wherever(write) -> None:
    path = write()
    whole = path.read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 25)):
        path.write_bytes(whole[:length])
        with pytest.raises(BackupError, match="damaged"):
            check_backup(path)


def test_a_byte_that_has_changed_is_seen(write) -> None:
    path = write()
    whole, good, seen = path.read_bytes(), check_backup(path), 0
    for place in range(60, len(whole), max(1, len(whole) // 40)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            assert check_backup(path) == good  # one that unpacks to the same: where a run of zeros is copied from
        except BackupError:
            seen += 1
    assert seen > 20


def test_a_content_that_is_another_is_seen(write) -> None:
    with pytest.raises(BackupError, match="has changed"):
        check_backup(write(content=CONTENT.replace(b"n", b"m", 1)))


def test_one_of_a_newer_form_names_its_release(write) -> None:
    with pytest.raises(BackupError, match=r"release 9\.9, which is newer"):
        check_backup(write(form=FORM + 1))


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "", "a\0b"])
def test_a_path_that_leads_out_is_refused(write, name: str) -> None:
    with pytest.raises(BackupError, match="outside"):
        check_backup(write(name))


@pytest.mark.parametrize("version", ["../../corpus", "..", ".", "a/b", "/etc", "a\0b"])
def test_a_version_that_leads_out_is_refused(tmp_path: Path, version: str) -> None:
    (tmp_path / "source").write_bytes(CONTENT)
    told = replace(contents(Item("corpus", "a", len(CONTENT), SHA)), version=version)
    write_backup(tmp_path / "b.tar.gz", told, {SHA: tmp_path / "source"})
    with pytest.raises(BackupError, match="outside"):
        check_backup(tmp_path / "b.tar.gz")


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_text("no tar")
    with pytest.raises(BackupError, match="damaged"):
        check_backup(tmp_path / "b.tar.gz")
    with pytest.raises(BackupError, match="There is no backup"):
        check_backup(tmp_path / "none.tar.gz")


def test_one_whose_files_are_missing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.tar.gz"
    (tmp_path / "source").write_bytes(CONTENT)
    written = contents(Item("corpus", "a", len(CONTENT), SHA))
    write_backup(
        path, replace(written, items=(replace(written.items[0], sha256="0" * 64),)), {"0" * 64: tmp_path / "source"}
    )
    with pytest.raises(BackupError, match="has changed"):
        check_backup(path)
