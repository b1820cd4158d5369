"""Changes to the index for the page: uploads checked and kept, the folders read anew, reports removed."""

import io
import json
from pathlib import Path

import pytest

from assistant.errors import IngestError
from assistant.index.holding import only_writer
from assistant.index.manifest import live_version, load_manifest
from assistant.reasons import from_data, reason
from assistant.settings import Settings, UploadSettings
from assistant.store.uploads import stage
from ingest import worker
from tests.making.fakes import FakeEmbedder
from tests.making.reports import HOUSING, INTERPRETING, WORK


@pytest.fixture
def settings(tmp_path: Path, fake: FakeEmbedder) -> Settings:
    return Settings(
        index_dir=tmp_path / "index",
        corpus_dir=tmp_path / "corpus",
        catalogue=tmp_path / "catalogue.toml",
        uploads=UploadSettings(dir=tmp_path / "uploads"),
    )


def silent(step: str, done: int, total: int) -> None:
    """Nobody looks on."""


def add(settings: Settings, **files: str | bytes) -> worker.Done:
    contents = [
        (
            f"{name}.{'pdf' if isinstance(content, bytes) else 'md'}",
            content if isinstance(content, bytes) else content.encode(),
        )
        for name, content in files.items()
    ]
    return worker.add(stage(contents, settings.uploads), settings, silent)


def documents(settings: Settings) -> list[str]:
    return [item.report.document for item in load_manifest(settings.index_dir).documents]


def kept(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.uploads.dir.iterdir() if path.is_file())


def test_an_upload_is_kept_and_indexed(settings: Settings) -> None:
    done = add(settings, tolk=INTERPRETING)
    assert done.added == ["Tolking i helsetjenesten 2021"]
    assert (documents(settings), kept(settings)) == (["tolk"], ["tolk.md"])


def test_a_file_that_cannot_be_read_is_refused_and_not_kept(settings: Settings) -> None:
    done = add(settings, tolk=INTERPRETING, falsk=b"no pdf")
    assert done.refused == [("falsk.pdf", reason("other_kind", kind="PDF"))]
    assert (documents(settings), kept(settings)) == (["tolk"], ["tolk.md"])


def test_only_refused_files_leave_the_index_alone(settings: Settings) -> None:
    add(settings, falsk=b"no pdf")
    assert not (settings.index_dir / "live.json").exists()


def test_an_upload_never_overwrites_another(settings: Settings) -> None:
    add(settings, tolk=INTERPRETING)
    add(settings, tolk=WORK)
    assert (documents(settings), kept(settings)) == (["tolk", "tolk-2"], ["tolk-2.md", "tolk.md"])


def test_a_content_that_is_there_already_is_told_and_not_kept_twice(settings: Settings) -> None:
    add(settings, tolk=INTERPRETING)
    done = add(settings, kopi=INTERPRETING)
    assert (done.known, kept(settings)) == (["kopi.md"], ["tolk.md"])


def test_while_another_ingests_nothing_is_moved(settings: Settings) -> None:
    settings.index_dir.mkdir()
    staged = stage([("tolk.md", INTERPRETING.encode())], settings.uploads)
    with only_writer(settings.index_dir):
        said = order(settings, task="add", files=[str(path) for path in staged])
    assert said[-1]["error"]["code"] == "index_busy"  # type: ignore[index]
    assert kept(settings) == []


def test_uploads_of_a_failed_ingestion_are_not_kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ingest.api.ingest", full)
    staged = stage([("tolk.md", INTERPRETING.encode())], settings.uploads)
    said = order(settings, task="add", files=[str(path) for path in staged])
    assert "No space left" in str(from_data(said[-1]["error"]))  # type: ignore[arg-type]
    assert kept(settings) == []


def test_removing_an_upload_deletes_its_file(settings: Settings) -> None:
    add(settings, tolk=INTERPRETING, bolig=HOUSING)
    done = worker.remove(["tolk"], settings)
    assert done.removed == ["Tolking i helsetjenesten 2021"]
    assert (documents(settings), kept(settings)) == (["bolig"], ["bolig.md"])


def test_removing_a_report_of_the_corpus_leaves_its_file(settings: Settings) -> None:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "tolk.md").write_text(INTERPRETING)
    worker.reindex(settings, silent)
    worker.remove(["tolk"], settings)
    assert (documents(settings), (settings.corpus_dir / "tolk.md").exists()) == ([], True)


def test_reading_the_folders_anew_finds_what_is_new_and_what_is_gone(settings: Settings) -> None:
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "tolk.md").write_text(INTERPRETING)
    add(settings, bolig=HOUSING)
    worker.reindex(settings, silent)
    (settings.corpus_dir / "tolk.md").unlink()
    done = worker.reindex(settings, silent)
    assert done.removed == ["Tolking i helsetjenesten 2021"]
    assert documents(settings) == ["bolig"]


def order(settings: Settings, **what: object) -> list[dict[str, object]]:
    """What the worker says to an order."""
    out = io.StringIO()
    worker.main(io.StringIO(json.dumps({"settings": settings.model_dump(mode="json"), **what})), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_progress_is_told_step_by_step(settings: Settings) -> None:
    staged = stage([("tolk.md", INTERPRETING.encode())], settings.uploads)
    said = order(settings, task="add", files=[str(path) for path in staged])
    steps = list(dict.fromkeys(line["step"] for line in said if "step" in line))
    assert steps == ["check", "start", "read", "embed", "write"]


def test_the_last_line_says_what_it_came_to(settings: Settings) -> None:
    add(settings, tolk=INTERPRETING)
    said = order(settings, task="remove", documents=["tolk"])
    assert said[-1]["done"]["removed"] == ["Tolking i helsetjenesten 2021"]  # type: ignore[index]


def test_a_report_that_is_not_there_is_told(settings: Settings) -> None:
    add(settings, tolk=INTERPRETING)
    error = order(settings, task="remove", documents=["nei"])[-1]["error"]
    assert error == {"code": "documents_unknown", "values": {"names": "nei", "index_dir": str(settings.index_dir)}}


def test_the_version_before_is_made_live_again(settings: Settings) -> None:
    add(settings, tolk=INTERPRETING)
    first = live_version(settings.index_dir)
    add(settings, bosetting=HOUSING)
    done = worker.go_back(first, settings)
    assert (documents(settings), done.added, len(done.removed)) == (["tolk"], [], 1)


def test_a_version_that_is_not_there_is_told(settings: Settings) -> None:
    add(settings, tolk=INTERPRETING)
    with pytest.raises(IngestError, match="no such version"):
        worker.go_back("20200101T000000-aaaaaa", settings)
    assert documents(settings) == ["tolk"]
