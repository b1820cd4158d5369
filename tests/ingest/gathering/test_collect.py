"""Paths to the files that are to be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.settings import Settings
from ingest.gathering.collect import collect

Write = Callable[[str, str | bytes], Path]


def names(*paths: Path) -> list[str]:
    return [source.path.name for source in collect(paths).sources]


def reasons(*paths: Path) -> dict[str, str]:
    return {Path(item.source).name: item.reason.code for item in collect(paths).left_out}


def test_a_folder_is_searched_with_all_below_it(write: Write, settings: Settings) -> None:
    for name in ("b.md", "a.txt", "under/c.pdf"):
        write(name, name)
    assert names(settings.corpus_dir) == ["a.txt", "b.md", "c.pdf"]


def test_a_file_is_itself(write: Write) -> None:
    assert names(write("a.md", "a")) == ["a.md"]


def test_endings_in_capitals_count(write: Write) -> None:
    assert names(write("A.PDF", "a")) == ["A.PDF"]


@pytest.mark.parametrize("name", ["README.md", "readme.txt", ".hidden.md", ".git/notes.md", "picture.png"])
def test_what_is_no_report_is_passed_over(write: Write, settings: Settings, name: str) -> None:
    write("a.md", "a")
    write(name, "b")
    assert names(settings.corpus_dir) == ["a.md"]


def test_overlapping_paths_bring_a_file_once(write: Write, settings: Settings) -> None:
    path = write("under/a.md", "a")
    assert names(settings.corpus_dir, path.parent, path) == ["a.md"]


def test_the_same_content_is_one_source_with_both_names(write: Write, settings: Settings) -> None:
    write("a.md", "same")
    copy = write("b.md", "same")
    sources = collect([settings.corpus_dir]).sources
    assert [(source.path.name, source.also) for source in sources] == [("a.md", (str(copy),))]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    assert reasons(tmp_path / "nowhere") == {"nowhere": "missing"}


def test_a_file_of_another_kind_is_named(write: Write) -> None:
    assert reasons(write("picture.png", "x")) == {"picture.png": "unknown_kind"}


def test_a_folder_without_readable_files_is_named(write: Write, settings: Settings) -> None:
    write("picture.png", "x")
    assert reasons(settings.corpus_dir)["corpus"] == "no_files"


def test_a_link_out_of_the_folder_is_named_and_not_followed(write: Write, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("hemmelig")
    write("a.md", "a")
    (settings.corpus_dir / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert names(settings.corpus_dir) == ["a.md"]
    assert reasons(settings.corpus_dir) == {"link.txt": "link_out"}


def test_a_broken_link_is_named(write: Write, settings: Settings) -> None:
    write("a.md", "a")
    (settings.corpus_dir / "link.txt").symlink_to(settings.corpus_dir / "gone.txt")
    assert list(reasons(settings.corpus_dir)) == ["link.txt"]


def test_links_in_a_circle_end(write: Write, settings: Settings) -> None:
    write("a.md", "a")
    (settings.corpus_dir / "again").symlink_to(settings.corpus_dir, target_is_directory=True)
    assert names(settings.corpus_dir) == ["a.md"]
