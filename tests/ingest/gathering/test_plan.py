"""Which documents an index holds when files come, go, move, and share names or content."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.errors import IngestError
from assistant.index.manifest import IndexedDocument, live_version, load_manifest, version_dir
from assistant.settings import Settings
from ingest.__main__ import main
from ingest.api import IngestResult, remove
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import documents, passages, run
from tests.making.reports import HOUSING, INTERPRETING, WORK

Write = Callable[[str, str | bytes], Path]


def test_a_file_that_is_gone_goes_from_the_index(two: IngestResult, settings: Settings) -> None:
    (settings.corpus_dir / "norsk-2019.md").unlink()
    result = run(settings)
    assert result.removed == ("norsk-2019",)
    assert {item.document for item in passages(settings)} == {"tolk-2021"}


def test_the_last_file_that_is_gone_leaves_an_empty_index(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    path = write("norsk-2019.md", WORK)
    run(settings)
    path.unlink()
    assert run(settings).removed == ("norsk-2019",)
    assert documents(settings) == []


def test_an_empty_index_answers_that_it_has_nothing(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    path = write("norsk-2019.md", WORK)
    run(settings)
    path.unlink()
    run(settings)
    assert Assistant.open(settings).ask("Hva fant de om norskopplæring?").abstained


def test_a_moved_file_embeds_nothing(two: IngestResult, settings: Settings) -> None:
    (settings.corpus_dir / "under").mkdir()
    (settings.corpus_dir / "norsk-2019.md").rename(settings.corpus_dir / "under" / "norsk-2019.md")
    result = run(settings)
    assert (result.embedded, documents(settings)) == (0, ["norsk-2019", "tolk-2021"])


def test_documents_from_elsewhere_stay(two: IngestResult, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "bustad-2022.md").write_text(HOUSING, encoding="utf-8")
    run(settings, tmp_path / "other")
    assert documents(settings) == ["bustad-2022", "norsk-2019", "tolk-2021"]


def test_documents_from_elsewhere_stay_when_their_files_are_gone(
    two: IngestResult, settings: Settings, tmp_path: Path
) -> None:
    (settings.corpus_dir / "norsk-2019.md").unlink()
    (tmp_path / "bustad-2022.md").write_text(HOUSING, encoding="utf-8")
    run(settings, tmp_path / "bustad-2022.md")
    assert "norsk-2019" in documents(settings)


def test_a_folder_that_is_not_there_takes_nothing_from_the_index(two: IngestResult, settings: Settings) -> None:
    settings.corpus_dir.rename(settings.corpus_dir.with_name("unmounted"))
    result = run(settings)
    assert [item.reason.code for item in result.left_out] == ["missing"]
    assert documents(settings) == ["norsk-2019", "tolk-2021"]


def test_folders_ingested_in_turn_with_nothing_changed_write_nothing(
    two: IngestResult, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "bustad-2022.md").write_text(HOUSING, encoding="utf-8")
    run(settings, tmp_path / "other")
    assert not run(settings).written


def test_the_same_content_under_two_names_is_indexed_once(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("a.md", WORK)
    write("b.md", WORK)
    run(settings)
    assert documents(settings) == ["a"]


def test_the_same_content_under_two_names_names_both(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    first, second = write("a.md", WORK), write("b.md", WORK)
    run(settings)
    document = load_manifest(settings.index_dir).documents[0]
    assert {document.source, *document.also} == {str(first), str(second)}


def test_content_that_stays_under_one_name_stays(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    first, _ = write("a.md", WORK), write("b.md", WORK)
    run(settings)
    first.unlink()
    result = run(settings)
    assert result.embedded == 0
    assert len(documents(settings)) == 1


def test_a_copy_elsewhere_that_goes_again_does_not_take_the_report_with_it(
    two: IngestResult, settings: Settings, tmp_path: Path
) -> None:
    copy = tmp_path / "other" / "kopi.md"
    copy.parent.mkdir()
    copy.write_text(WORK, encoding="utf-8")
    run(settings, copy.parent)
    copy.unlink()
    run(settings, copy.parent)
    assert any("37 prosent" in item.text for item in passages(settings))


def test_namesakes_in_two_folders_are_two_documents(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("a/rapport.md", WORK)
    write("b/rapport.md", INTERPRETING)
    run(settings)
    assert len(documents(settings)) == 2
    assert {item.document for item in passages(settings)} == set(documents(settings))


def test_namesakes_keep_their_names_from_run_to_run(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("a/rapport.md", WORK)
    write("b/rapport.md", INTERPRETING)
    run(settings)
    assert not run(settings).written


def test_a_document_keeps_its_name_when_a_namesake_comes(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    path = write("b/rapport.md", WORK)
    run(settings)
    write("a/rapport.md", INTERPRETING)
    run(settings)
    names = {item.source: item.report.document for item in load_manifest(settings.index_dir).documents}
    assert names[str(path)] == "rapport"


def test_a_copy_elsewhere_is_named_and_kept_apart_from_what_it_is_called(
    two: IngestResult, settings: Settings, tmp_path: Path
) -> None:
    copy = other(tmp_path, "kopi.md", WORK)
    run(settings, copy.parent)
    assert kept(settings)["norsk-2019"].places == (str(settings.corpus_dir / "norsk-2019.md"), str(copy))


def test_a_report_goes_when_its_last_copy_is_gone(two: IngestResult, settings: Settings, tmp_path: Path) -> None:
    copy = other(tmp_path, "kopi.md", WORK)
    run(settings, copy.parent)
    (settings.corpus_dir / "norsk-2019.md").unlink()
    assert run(settings).removed == ()
    assert kept(settings)["norsk-2019"].places == (str(copy),)
    copy.unlink()
    assert run(settings, copy.parent).removed == ("norsk-2019",)


def test_a_changed_file_keeps_its_name_and_its_old_copy_elsewhere_gets_one(
    two: IngestResult, write: Write, settings: Settings, tmp_path: Path
) -> None:
    copy = other(tmp_path, "kopi.md", WORK)
    run(settings, copy.parent)
    write("norsk-2019.md", WORK.replace("37 prosent", "41 prosent"))
    run(settings)
    said = {item.document: item.text for item in passages(settings) if "prosent" in item.text}
    assert "41 prosent" in said["norsk-2019"] and "37 prosent" in said["kopi"]


def test_two_reports_that_become_alike_are_one(two: IngestResult, write: Write, settings: Settings) -> None:
    write("tolk-2021.md", WORK)
    assert run(settings).removed == ("tolk-2021",)
    assert len(kept(settings)["norsk-2019"].places) == 2


def test_folders_in_turn_each_with_something_left_out_write_nothing(
    two: IngestResult, write: Write, settings: Settings, tmp_path: Path
) -> None:
    write("tom.txt", "")
    run(settings)
    elsewhere = other(tmp_path, "tom-ogsa.md", "").parent
    other(tmp_path, "kopi.md", WORK)
    run(settings, elsewhere)
    assert not run(settings).written and not run(settings, elsewhere).written
    assert len(load_manifest(settings.index_dir).left_out) == 2


def test_a_report_that_cannot_be_read_any_more_goes_and_is_named(
    two: IngestResult, write: Write, settings: Settings
) -> None:
    bad = write("norsk-2019.md", "")
    result = run(settings)
    assert (result.removed, [item.source for item in result.left_out]) == (("norsk-2019",), [str(bad)])
    assert documents(settings) == ["tolk-2021"]


def test_a_folder_below_counts_as_searched(two: IngestResult, write: Write, settings: Settings) -> None:
    path = write("under/bustad-2022.md", HOUSING)
    run(settings)
    path.unlink()
    write("under/annet.md", INTERPRETING.replace("25", "26"))
    assert run(settings, path.parent).removed == ("bustad-2022",)
    assert "norsk-2019" in documents(settings)


def test_a_folder_that_does_not_open_takes_nothing_from_the_index(
    write: Write, settings: Settings, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("norsk-2019.md", WORK)
    locked = write("laast/bustad-2022.md", HOUSING).parent
    run(settings)
    listed = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = run(settings)
    assert [(item.source, str(item.reason)) for item in result.left_out] == [
        (str(locked), "Cannot be opened. Permission denied")
    ]
    assert documents(settings) == ["bustad-2022", "norsk-2019"]


def test_an_index_below_the_folder_is_no_corpus(two: IngestResult, settings: Settings) -> None:
    run(settings, settings.index_dir.parent)
    assert [item.also for item in kept(settings).values()] == [(), ()]


def test_a_name_that_is_no_text_is_indexed_and_found_again(
    two: IngestResult, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings.corpus_dir / os.fsdecode(b"b\xf8k.md")).write_text(HOUSING, encoding="utf-8")
    assert run(settings).written and not run(settings).written
    assert "b_k" in documents(settings)
    assert main(["--index", str(settings.index_dir), "status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.encode().decode())["documents"][0]["source"].endswith("b\udcf8k.md")


# Removing by name


def test_a_removed_document_is_gone_and_the_others_stay(two: IngestResult, settings: Settings) -> None:
    result = remove(["tolk-2021"], settings.index_dir, settings)
    assert (result.removed, result.embedded) == (("tolk-2021",), 0)
    assert {item.document for item in passages(settings)} == {"norsk-2019"}


def test_all_documents_can_be_removed(two: IngestResult, settings: Settings) -> None:
    remove(["tolk-2021", "norsk-2019"], settings.index_dir, settings)
    assert documents(settings) == []


def test_a_removed_document_comes_back_with_its_folder_embedded_anew(two: IngestResult, settings: Settings) -> None:
    remove(["tolk-2021"], settings.index_dir, settings)
    result = run(settings)
    assert (documents(settings), result.embedded) == (["norsk-2019", "tolk-2021"], 3)


def test_a_name_that_is_not_there_removes_nothing(two: IngestResult, settings: Settings) -> None:
    with pytest.raises(IngestError, match="no document nope"):
        remove(["tolk-2021", "nope"], settings.index_dir, settings)
    assert documents(settings) == ["norsk-2019", "tolk-2021"]


def test_nothing_of_a_removed_document_is_kept_once_no_version_needs_it(two: IngestResult, settings: Settings) -> None:
    gone = kept(settings)["tolk-2021"].sha256
    (settings.corpus_dir / "tolk-2021.md").unlink()
    run(settings)
    assert copies(settings, gone)  # the version before, which a reader may have open, still shows it
    run(settings, rebuild=True)
    assert not copies(settings, gone)
    assert copies(settings, kept(settings)["norsk-2019"].sha256)


# Indexes of another form


def test_an_index_of_another_form_is_made_anew_with_all_its_documents(
    two: IngestResult, settings: Settings, tmp_path: Path
) -> None:
    outdate(settings, 1)
    shutil.rmtree(settings.corpus_dir)
    result = run(settings, other(tmp_path, "bustad-2022.md", HOUSING).parent)
    assert documents(settings) == ["bustad-2022", "norsk-2019", "tolk-2021"]
    assert result.embedded == result.rows[0].passages


def test_what_an_index_of_another_form_holds_can_be_removed_by_its_folder(
    two: IngestResult, settings: Settings
) -> None:
    outdate(settings, 99)
    (settings.corpus_dir / "norsk-2019.md").unlink()
    assert run(settings).removed == ("norsk-2019",)


def test_a_damaged_pointer_loses_no_document(two: IngestResult, settings: Settings, tmp_path: Path) -> None:
    (settings.index_dir / "live.json").write_text("{")
    run(settings, other(tmp_path, "bustad-2022.md", HOUSING))
    assert documents(settings) == ["bustad-2022", "norsk-2019", "tolk-2021"]


def other(tmp_path: Path, name: str, text: str) -> Path:
    """A file in another folder."""
    (tmp_path / "other").mkdir(exist_ok=True)
    path = tmp_path / "other" / name
    path.write_text(text, encoding="utf-8")
    return path


def kept(settings: Settings) -> dict[str, IndexedDocument]:
    """What the index says of each document."""
    return {item.report.document: item for item in load_manifest(settings.index_dir).documents}


def copies(settings: Settings, sha256: str) -> list[Path]:
    """What the index keeps of a file's words."""
    return [path for path in settings.index_dir.glob("*/*") if path.name.startswith(sha256)]


def outdate(settings: Settings, form: int) -> None:
    """Make the live index one of another form."""
    path = version_dir(settings.index_dir, live_version(settings.index_dir)) / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"form": form}))
