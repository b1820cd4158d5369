"""What is served of the files that were indexed: the index's own copies, and nothing else."""

from pathlib import Path

import pytest

from assistant.index.manifest import IndexedDocument
from assistant.index.originals import original_of
from assistant.models import Report

SHA = "a" * 64


def document(sha256: str = SHA, source: str = "/somewhere/rapport.PDF") -> IndexedDocument:
    return IndexedDocument(Report("rapport", "Rapport"), source, sha256, 1, "2026-01-01T00:00:00+00:00")


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / f"{SHA}.pdf").write_bytes(b"%PDF")
    (tmp_path / "secret.pdf").write_bytes(b"%PDF")
    return tmp_path


def test_the_copy_is_known_by_its_content(index_dir: Path) -> None:
    assert original_of(index_dir, document()) == index_dir / "originals" / f"{SHA}.pdf"


def test_a_copy_that_is_missing_is_none(index_dir: Path) -> None:
    assert original_of(index_dir, document("b" * 64)) is None


@pytest.mark.parametrize("sha256", ["../secret", "", "../originals/" + SHA, SHA.upper()])
def test_no_other_file_is_served(index_dir: Path, sha256: str) -> None:
    assert original_of(index_dir, document(sha256)) is None


def test_a_link_out_of_the_folder_is_not_followed(index_dir: Path) -> None:
    (index_dir / "originals" / f"{'c' * 64}.pdf").symlink_to(index_dir / "secret.pdf")
    assert original_of(index_dir, document("c" * 64)) is None
