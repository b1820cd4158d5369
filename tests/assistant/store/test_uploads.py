"""Names and contents of uploaded files."""

import os
import time
from pathlib import Path

import pytest

from assistant.settings import UploadSettings
from assistant.store.uploads import STAGING, refusal, safe_name, stage


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Årsrapport 2017.PDF", "Årsrapport 2017.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Brukere\\kari\\rapport.docx", "rapport.docx"),
        (".skjult.md", "skjult.md"),
        ("a\0b\nc.txt", "a b c.txt"),
        ("rapport;rm -rf $HOME.pdf", "rapport rm -rf HOME.pdf"),
        ("…/.pdf", "rapport.pdf"),
        ("README.md", "rapport-README.md"),
        ("o\u030a.txt", "o\u030a.txt".replace("o\u030a", "o")),
        ("uten ending", "uten ending"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
    ],
)
def test_names_are_safe_and_still_tell_what_the_file_is(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("name", "size", "key"),
    [
        ("a.pdf", 10, None),
        ("a.PDF", 2**20, None),
        ("a.exe", 10, "upload_type"),
        ("pdf", 10, "upload_type"),
        ("a.pdf", 2**20 + 1, "upload_large"),
        ("a.pdf", 0, "upload_empty"),
    ],
)
def test_files_beyond_the_limits_are_refused(name: str, size: int, key: str | None) -> None:
    assert refusal(name, size, UploadSettings(mb=1)) == key


def test_staged_files_lie_where_ingestion_does_not_look(tmp_path: Path) -> None:
    (path,) = stage([("a.md", b"x")], UploadSettings(dir=tmp_path))
    assert path.read_bytes() == b"x"
    assert path.parent.parent == tmp_path / STAGING


def test_two_files_of_one_name_are_both_staged(tmp_path: Path) -> None:
    staged = stage([("a.md", b"1"), ("x/a.md", b"2")], UploadSettings(dir=tmp_path))
    assert [(path.name, path.read_bytes()) for path in staged] == [("a.md", b"1"), ("a-2.md", b"2")]


def test_what_was_left_behind_is_cleared_and_what_is_new_is_not(tmp_path: Path) -> None:
    settings = UploadSettings(dir=tmp_path, minutes=1)
    (old,) = stage([("a.md", b"1")], settings)
    os.utime(old.parent, (time.time() - 61, time.time() - 61))
    (new,) = stage([("b.md", b"2")], settings)
    stage([("c.md", b"3")], settings)
    assert (old.exists(), new.exists()) == (False, True)
