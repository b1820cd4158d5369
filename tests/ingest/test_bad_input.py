"""What cannot be read is named with its reason, and the rest is indexed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.index.manifest import load_manifest
from assistant.settings import Settings
from ingest.__main__ import main
from ingest.api import IngestResult, ingest
from tests.making.fakes import FakeEmbedder
from tests.making.pdf import write_pdf, write_scan
from tests.making.reports import WORK

Write = Callable[[str, str | bytes], Path]
PAGE = [["Rapport 2020", "Kommunene tilbyr norskopplæring på arbeidsplassen."]]

BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "tom.txt": (lambda path: path.write_bytes(b""), "empty"),
    "blank.md": (lambda path: path.write_bytes(b" \n\n\t\n"), "empty"),
    "tom.pdf": (lambda path: path.write_bytes(b""), "empty"),
    "falsk.pdf": (lambda path: path.write_text("Dette er ingen PDF."), "other_kind"),
    "forkledd.txt": (lambda path: write_pdf(path, PAGE), "other_kind"),
    "avkuttet.pdf": (lambda path: path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type"), "damaged|empty"),
    "laast.pdf": (lambda path: write_pdf(path, PAGE, password="hemmelig"), "encrypted"),
    "skannet.pdf": (write_scan, "scanned"),
    "binaer.txt": (lambda path: path.write_bytes(bytes(range(256)) * 20), "encoding"),
    "tegn.md": (lambda path: path.write_text("123 456\n\n789\n"), "empty"),
}


def run(settings: Settings, *paths: Path) -> IngestResult:
    return ingest(paths or [settings.corpus_dir], settings.index_dir, settings)


def indexed(settings: Settings) -> list[str]:
    return [item.report.document for item in load_manifest(settings.index_dir).documents]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_with_its_reason_and_the_rest_is_indexed(
    name: str, write: Write, settings: Settings, fake: FakeEmbedder
) -> None:
    make, code = BAD[name]
    write("norsk-2019.md", WORK)
    make(settings.corpus_dir / name)
    result = run(settings)
    assert [Path(item.source).name for item in result.left_out] == [name]
    assert re.fullmatch(code, result.left_out[0].reason.code), result.left_out[0].reason
    assert indexed(settings) == ["norsk-2019"]


@pytest.mark.parametrize("name", BAD)
def test_a_reason_is_one_short_line_without_the_files_name(
    name: str, write: Write, settings: Settings, fake: FakeEmbedder
) -> None:
    write("norsk-2019.md", WORK)
    BAD[name][0](settings.corpus_dir / name)
    told = str(run(settings).left_out[0].reason)
    assert "\n" not in told and len(told) < 100 and name not in told


def test_a_missing_path_is_named_and_the_rest_is_indexed(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("norsk-2019.md", WORK)
    result = run(settings, settings.corpus_dir / "nowhere", settings.corpus_dir)
    assert [item.reason.code for item in result.left_out] == ["missing"]
    assert indexed(settings) == ["norsk-2019"]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8-sig", "utf-16"])
def test_a_file_in_another_encoding_is_read(
    encoding: str, write: Write, settings: Settings, fake: FakeEmbedder
) -> None:
    write("norsk-2019.md", WORK.encode(encoding))
    result = run(settings)
    assert not result.left_out
    assert any("norskopplæring på arbeidsplassen" in text for text in fake.asked)


def test_bad_files_of_the_same_content_are_all_named(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    for name in ("a.txt", "b.txt", "c.pdf"):
        write(name, "")
    assert [Path(item.source).name for item in run(settings).left_out] == ["a.txt", "b.txt", "c.pdf"]


def test_a_misnamed_copy_does_not_hide_the_file_itself(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    copy = write("a-rapport.txt", "")
    write_pdf(copy, PAGE)
    write("b-rapport.pdf", copy.read_bytes())
    run(settings)
    assert indexed(settings) == ["b-rapport"]


def test_what_was_left_out_is_remembered_with_the_index(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("norsk-2019.md", WORK)
    bad = write("tom.txt", "")
    run(settings)
    assert [item.source for item in load_manifest(settings.index_dir).left_out] == [str(bad)]


def test_a_file_that_is_mended_is_indexed(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("norsk-2019.md", "")
    run(settings)
    write("norsk-2019.md", WORK)
    result = run(settings)
    assert not result.left_out and indexed(settings) == ["norsk-2019"]


def test_a_folder_of_nothing_but_bad_files_makes_no_index(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("tom.txt", "")
    result = run(settings)
    assert not result.written and not (settings.index_dir / "live.json").exists()


def test_the_table_names_every_file_that_was_left_out(
    write: Write,
    settings: Settings,
    fake: FakeEmbedder,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    write("norsk-2019.md", WORK)
    bad = [name for name in BAD if name != "tom.pdf"]  # has the content of tom.txt, see above
    for name in bad:
        BAD[name][0](settings.corpus_dir / name)
    code = main([str(settings.corpus_dir), str(settings.corpus_dir / "nowhere"), "--index", str(settings.index_dir)])
    shown = capsys.readouterr().out
    assert code == 1
    assert [name for name in [*bad, "nowhere", "norsk-2019"] if name not in shown] == []
