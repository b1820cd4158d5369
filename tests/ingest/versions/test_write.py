"""Names of versions: they sort as they were made."""

from pathlib import Path

import pytest

from ingest.versions.write import new_version


def made(index_dir: Path) -> str:
    version = new_version(index_dir)
    (index_dir / "versions" / version).mkdir(parents=True)
    return version


def test_versions_of_one_second_sort_as_they_were_made(tmp_path: Path) -> None:
    versions = [made(tmp_path) for _ in range(20)]
    assert versions == sorted(set(versions))


@pytest.mark.parametrize("latest", ["29991231T235959-ffffff", "29991231T235958999999-ffffff"])
def test_a_clock_that_is_set_back_changes_no_order(tmp_path: Path, latest: str) -> None:
    (tmp_path / "versions" / latest).mkdir(parents=True)
    first, second = made(tmp_path), made(tmp_path)
    assert latest < first < second


def test_what_is_no_version_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "versions" / "0T0-old").mkdir(parents=True)
    (tmp_path / "versions" / "notes").mkdir()
    assert made(tmp_path) > "2026"
