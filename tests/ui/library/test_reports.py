"""The reports page, without a browser."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.index.manifest import IndexedDocument, LeftOut, Manifest, load_manifest
from assistant.models import Report, ReportKind, Study
from assistant.reasons import from_data, reason
from assistant.settings import Settings, UploadSettings
from assistant.texts import text
from assistant.ui.admin import jobs
from assistant.ui.library.reports import SORTS, facts, found, in_order
from assistant.ui.users.roles import Role
from tests.making.fakes import FakeEmbedder

STEPS = ("start", "check", "read", "embed", "write")  # as the worker tells them
DRAWN = """
from assistant.api import Assistant
from assistant.settings import load_settings
from assistant.ui.library.reports import reports_page

settings = load_settings()
reports_page(Assistant.open(settings), settings, "nb")
"""


@pytest.fixture
def page(quick: Settings, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(quick.index_dir))
    return AppTest.from_string(DRAWN, default_timeout=60).run()


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def titles(page: AppTest) -> list[str]:
    return [part.split("</h2>")[0].split(">")[-1] for part in html(page).split("<h2")[1:] for part in [f"<h2{part}"]]


def test_every_report_is_told_newest_first(page: AppTest) -> None:
    assert titles(page) == [
        "Busetjing av flyktningar 2022",
        "Tolking i helsetjenesten 2021",
        "Norskopplæring på arbeidsplassen 2019",
    ]


def test_reports_are_sorted_as_chosen(page: AppTest) -> None:
    page.selectbox[0].set_value("title").run()
    assert titles(page)[0] == "Busetjing av flyktningar 2022"
    page.selectbox[0].set_value("oldest").run()
    assert titles(page)[0] == "Norskopplæring på arbeidsplassen 2019"


def test_a_search_leaves_what_it_finds(page: AppTest) -> None:
    page.text_input[0].set_value("HELSETJENESTEN 2021").run()
    assert titles(page) == ["Tolking i helsetjenesten 2021"]
    assert text("reports_found", "nb", count=1, total=3) in html(page)


def test_who_may_not_manage_sees_no_way_to(page: AppTest) -> None:
    assert not [button for button in page.button if button.key.startswith(("reindex", "remove-"))]
    assert not page.get("file_uploader")


@pytest.fixture
def manager(
    quick: Settings, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> tuple[AppTest, list[dict[str, Any]]]:
    """The page of one who may manage, and the changes that it asks for."""
    asked: list[dict[str, Any]] = []
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(quick.index_dir))
    monkeypatch.setenv("ASSISTANT_UPLOADS__DIR", str(tmp_path / "uploads"))
    monkeypatch.setattr("assistant.ui.users.user.role", lambda settings: Role.LIBRARIAN)

    def start(settings: Settings, task: str, stage: Callable[[], list[Path]] = list, documents: object = ()) -> bool:
        asked.append({"task": task, "files": [path.name for path in stage()], "documents": documents})
        return True

    monkeypatch.setattr("assistant.ui.admin.jobs.start", start)
    return AppTest.from_string(DRAWN, default_timeout=60).run(), asked


def test_a_manager_uploads(manager: tuple[AppTest, list[dict[str, Any]]]) -> None:
    page, asked = manager
    page.file_uploader[0].set_value([("../ny rapport.md", b"# Ny", "text/markdown"), ("tom.md", b"", "text/markdown")])
    next(button for button in page.button if button.label == text("upload", "nb")).click().run()
    assert asked == [{"task": "add", "files": ["ny rapport.md"], "documents": []}]
    assert "tom.md" in page.warning[0].value


def test_a_manager_removes(manager: tuple[AppTest, list[dict[str, Any]]]) -> None:
    page, asked = manager
    next(button for button in page.button if button.key == "remove-now-tolk-2021").click().run()
    assert asked == [{"task": "remove", "files": [], "documents": ["tolk-2021"]}]


def test_the_right_to_change_is_asked_for_again(
    manager: tuple[AppTest, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, asked = manager
    monkeypatch.setattr("assistant.ui.users.user.role", lambda settings: Role.ASKER)
    next(button for button in page.button if button.key == "reindex").click().run()
    assert asked == []


# What is shown of a report


def item(document: str = "a", **values: Any) -> IndexedDocument:
    report = Report(document, values.pop("title", document), **values)
    return IndexedDocument(
        report, f"/c/{document}.pdf", "0", 1234, "2026-11-21T10:00:00+00:00", (Study("«Tolk»", "Fafo"),)
    )


def test_facts_stand_in_one_order() -> None:
    one = item(year=2018, publisher="IMDi", kind=ReportKind.RESEARCH, pages=20)
    assert facts(one, "nb") == ["FoU-rapport", "IMDi", "2018", "20 sider", "1 studie", "1\xa0234 avsnitt"]


def test_what_is_not_known_is_not_told() -> None:
    assert facts(replace(item(), passages=0, studies=()), "nb") == ["Annet"]


def test_every_word_of_a_search_must_be_there() -> None:
    documents = (item("a", title="Bosetting"), item("b", title="Bosetting i tall", year=2020))
    assert [one.report.document for one in found(documents, "bosetting 2020 FAFO")] == ["b"]


def test_a_report_is_found_by_its_chapters() -> None:
    documents = (item("a", year=2023), item("b"))
    assert [one.report.document for one in found(documents, "Bosetting 2023", {"a": "3. bosetting"})] == ["a"]


def test_a_search_that_finds_nothing_says_what_to_try(page: AppTest) -> None:
    page.text_input[0].set_value("xyzzy").run()
    assert text("library_none", "nb") in [element.value for element in page.markdown]


def test_a_report_without_a_year_comes_last_either_way() -> None:
    documents = [item("none"), item("old", year=2001), item("new", year=2020)]
    assert [one.report.document for one in in_order(documents, "newest")] == ["new", "old", "none"]
    assert [one.report.document for one in in_order(documents, "oldest")] == ["old", "new", "none"]


def test_left_out_files_are_told_without_their_folders(
    quick: Settings, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    manifest = load_manifest(quick.index_dir)
    refused = LeftOut(str(tmp_path / "refused.pdf"), reason("encrypted"))  # an upload that was not kept
    left_out = (LeftOut("/secret/place/låst <b>.pdf", reason("encrypted")), refused)
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(quick.index_dir))
    monkeypatch.setenv("ASSISTANT_UPLOADS__DIR", str(tmp_path))
    monkeypatch.setattr("assistant.ui.library.reports._manifest", lambda *_: replace(manifest, left_out=left_out))
    shown = html(AppTest.from_string(DRAWN, default_timeout=60).run())
    assert '<th scope="row">låst &lt;b&gt;.pdf</th><td>Filen er låst med passord.</td>' in shown
    assert "secret" not in shown
    assert "refused" not in shown


def test_where_the_reports_cannot_be_reached_the_page_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(tmp_path))
    drawn = DRAWN.replace("Assistant.open(settings)", "None")
    page = AppTest.from_string(drawn, default_timeout=60).run()
    assert not page.exception
    assert text("reports_away", "nb") in [element.value for element in page.markdown]
    assert [one for one in page.button if one.key == "try-again"]


def test_an_empty_manifest_is_no_library() -> None:
    assert found(Manifest("1", "m", 1, "", "", ()).documents, "") == []


@pytest.mark.parametrize("key", [*(f"sort_{by}" for by in SORTS), *(f"job_{step}" for step in STEPS)])
def test_every_text_that_is_put_together_is_there(key: str) -> None:
    assert text(key, "nn", done=1, total=2)


# Jobs


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(index_dir=tmp_path / "index", uploads=UploadSettings(dir=tmp_path / "uploads"))


def ended(settings: Settings) -> dict[str, Any]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        job = jobs.last(settings)
        if job is not None and job.outcome is not None:
            return job.outcome
        time.sleep(0.02)
    raise AssertionError("the job did not end")


def test_a_job_that_fails_says_why_and_clears_up(settings: Settings, tmp_path: Path) -> None:
    staged = tmp_path / "staged" / "a.md"
    staged.parent.mkdir()
    staged.write_text("")
    assert jobs.start(settings, "remove", lambda: [staged], ["none"])
    assert ended(settings)["error"]["code"] == "index_missing"
    assert not staged.parent.exists()


def test_one_job_at_a_time(settings: Settings) -> None:
    assert jobs.start(settings, "remove", documents=["none"])
    assert not jobs.start(settings, "remove", documents=["none"])
    ended(settings)


def test_files_that_cannot_be_put_down_are_told(settings: Settings) -> None:
    def full() -> list[Path]:
        raise OSError(28, "No space left on device")

    jobs.start(settings, "add", full)
    assert "No space left" in str(from_data(ended(settings)["error"]))
