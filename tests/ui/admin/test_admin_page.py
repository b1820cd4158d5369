"""The page for administrators, without a browser: what each part shows and does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant import reasons
from assistant.index.manifest import load_manifest
from assistant.process.counting import counted
from assistant.settings import Settings
from assistant.store.conversations import Conversations
from assistant.store.feedback import Feedback, FeedbackBox, Wrong
from assistant.store.gold import gold_file, gold_id, read_gold
from assistant.texts import LANGUAGES, text
from assistant.ui.admin import jobs
from assistant.ui.admin.inforce import in_force
from assistant.ui.users.roles import Role
from tests.assistant.store.making import ANSWER, talk

DRAWN = """
from assistant.settings import load_settings
from assistant.ui.admin.admin_page import admin_page

admin_page(load_settings(), "{language}")
"""
BAD = Feedback(False, ANSWER, (Wrong.MISSING,), "Hva med 2023?", ("Hva med tolk?",))
Open = Callable[..., AppTest]


@pytest.fixture
def settings(quick: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Those of the page: an index, and a store of its own."""
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(quick.index_dir))
    monkeypatch.setenv("ASSISTANT_CONVERSATIONS__FILE", str(tmp_path / "c.sqlite"))
    monkeypatch.setenv("ASSISTANT_GOLD_DIR", str(tmp_path / "gold"))
    monkeypatch.setattr(jobs, "_jobs", {})
    return Settings()


@pytest.fixture
def visit(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Open:
    """`visit(part, role)`: the page at one of its parts."""

    def visit(part: str = "", role: Role = Role.ADMINISTRATOR, language: str = "nb") -> AppTest:
        monkeypatch.setattr("assistant.ui.users.user.role", lambda settings: role)
        page = AppTest.from_string(DRAWN.format(language=language), default_timeout=60)
        if part:
            page.session_state["admin-view"] = part
        page.run()
        assert not page.exception
        return page

    return visit


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """The jobs that the page asks for."""
    asked: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        "assistant.ui.admin.jobs.start", lambda settings, task, documents=(): asked.append((task, list(documents)))
    )
    return asked


def told(page: AppTest) -> str:
    elements = [*page.markdown, *page.header, *page.subheader, *page.caption, *page.success, *page.error]
    return "\n".join([*(one.value for one in elements), *(one.proto.body for one in page.get("html"))])


def press(page: AppTest, key: str) -> AppTest:
    return next(button for button in page.button if str(button.key).startswith(key)).click().run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["reports", "answers", "versions", "usage", "settings"])
def test_each_part_is_drawn_in_each_language(visit: Open, part: str, language: str) -> None:
    assert text(f"admin_{part}", language) in str(visit(part, language=language).get("button_group"))


def test_a_part_that_a_role_may_not_see_is_not_drawn(visit: Open) -> None:
    assert "index_dir" in told(visit("settings"))
    librarian = visit(role=Role.LIBRARIAN)
    assert text("admin_settings", "nb") not in str(librarian.get("button_group"))
    assert told(visit(role=Role.ASKER)) == ""


def test_a_part_that_one_may_no_longer_see_gives_way_to_one_that_one_may(visit: Open) -> None:
    assert "index_dir" not in told(visit("settings", Role.LIBRARIAN))


def test_the_reports_and_the_last_jobs_are_told(visit: Open, settings: Settings) -> None:
    failed = jobs.Job("reindex", outcome={"error": reasons.as_data(reasons.told("disk <full>"))})
    done = jobs.Job("add", outcome={"done": {"added": ["A"], "removed": [], "known": [], "refused": []}})
    jobs._jobs[settings.index_dir.absolute()] = jobs.deque([done, failed])
    shown = told(visit("reports"))
    assert "3 rapporter" in shown and "disk &lt;full&gt;" in shown
    assert text("admin_job_added", "nb", count=1) in shown


def test_a_version_before_can_be_made_live_again(
    visit: Open,
    settings: Settings,
    started: list[tuple[str, list[str]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    live = load_manifest(settings.index_dir)
    other = tmp_path / "index"
    for name in (live.version, "20200101T000000-aaaaaa"):
        folder = other / "versions" / name
        folder.mkdir(parents=True)
        manifest = (settings.index_dir / "versions" / live.version / "manifest.json").read_text()
        (folder / "manifest.json").write_text(manifest.replace(live.version, name))
    (other / "live.json").write_text(json.dumps({"version": live.version}))
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(other))
    page = visit("versions")
    assert [str(one.key) for one in page.button if one.key].count(f"back-now-{live.version}") == 0
    press(page, "back-now-2020")
    assert started == [("rollback", ["20200101T000000-aaaaaa"])]
    monkeypatch.setattr("assistant.ui.users.user.role", lambda settings: Role.LIBRARIAN)
    page.session_state["admin-view"] = "reports"
    press(page, "back-now-2020")
    assert len(started) == 1


def test_a_damaged_version_is_no_way_back(
    visit: Open, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index" / "versions" / "20200101T000000-aaaaaa"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{")
    (tmp_path / "index" / "live.json").write_text(json.dumps({"version": "20260101T000000-bbbbbb"}))
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(tmp_path / "index"))
    assert "20200101" not in told(visit("versions"))


def test_figures_of_use_hold_neither_words_nor_names(visit: Open, settings: Settings) -> None:
    Conversations(settings.conversations).keep("anne", talk())
    FeedbackBox(settings.conversations).give("anne", "c1", "t1", BAD)
    counted("page", lambda: ANSWER)
    shown = told(visit("usage"))
    assert text("admin_kind_question", "nb") in shown and text("admin_week_from", "nb") in shown
    assert "anne" not in shown and "tolk" not in shown


# Settings in force


def test_settings_tell_where_they_come_from() -> None:
    environment = {"ASSISTANT_SEARCH__RESULTS": "9", "ASSISTANT_ANSWER": '{"points": 5}', "CHROMA_URL": "http://c:8000"}
    settings = Settings(index_dir=Path("/srv/index"), chroma_url="http://c:8000")
    found = {one.name: one for one in in_force(settings, environment)}
    assert found["search.results"].source == "environment"
    assert found["answer.points"].source == "environment"
    assert found["answer.words"].source == "default"
    assert found["chroma_url"].source == "environment"
    assert (found["index_dir"].source, found["index_dir"].value) == ("file", "/srv/index")


SECRET = "et-langt-merke-som-ingen-skal-se"


def test_no_secret_is_shown() -> None:
    values: dict[str, Any] = {
        "app": {"token": SECRET},
        "service": {"keys": {"arkiv": SECRET}},
        "model": {"api_key": SECRET, "endpoint": f"https://kari:{SECRET}@modell.no/v1"},
    }
    shown = [one for one in in_force(Settings(**values), {}) if SECRET in one.value]
    assert shown == []
    told = {one.name: one.value for one in in_force(Settings(**values), {})}
    assert (told["service.keys"], told["model.endpoint"]) == ("arkiv: •••", "https://•••@modell.no/v1")


# Feedback that becomes a question of the gold set


def test_a_question_becomes_gold_by_two_clicks(visit: Open, settings: Settings) -> None:
    FeedbackBox(settings.conversations).give("anne", "c1", "t1", BAD)
    page = visit("answers", Role.LIBRARIAN)
    page.checkbox[0].check().run()
    press(page, "make-gold-")
    (line,) = read_gold(settings.gold_dir).values()
    assert line["evidence"] == [{"doc": ANSWER.citations[0].passage.document, "quote": ANSWER.citations[0].quote}]
    assert text("admin_gold_is", "nb", count=1) in told(page)
    press(page, "undo-gold-")
    assert read_gold(settings.gold_dir) == {}


def test_or_one_that_the_reports_do_not_answer_by_one(visit: Open, settings: Settings) -> None:
    FeedbackBox(settings.conversations).give("anne", "c1", "t1", BAD)
    press(visit("answers"), "unanswerable-gold-")
    (line,) = read_gold(settings.gold_dir).values()
    assert (line["type"], line["evidence"]) == ("unanswerable", [])


def test_the_right_to_it_is_asked_for_again(visit: Open, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    FeedbackBox(settings.conversations).give("anne", "c1", "t1", BAD)
    page = visit("answers")
    monkeypatch.setattr("assistant.ui.users.user.role", lambda settings: Role.ASKER)
    press(page, "unanswerable-gold-")
    assert read_gold(settings.gold_dir) == {}


def test_the_set_is_tried_from_the_page(visit: Open, settings: Settings, started: list[tuple[str, list[str]]]) -> None:
    FeedbackBox(settings.conversations).give("anne", "c1", "t1", BAD)
    page = visit("answers")
    assert next(one for one in page.button if one.key == "admin-run").disabled
    press(press(page, "unanswerable-gold-"), "admin-run")
    assert started == [("evals", [])]


def test_the_last_run_is_shown_beside_the_one_before(visit: Open, settings: Settings) -> None:
    FeedbackBox(settings.conversations).give("anne", "c1", "t1", BAD)
    run = settings.gold_dir / "runs" / "20260101-000000"
    run.mkdir(parents=True)
    figure = {"name": "unanswerable.abstained", "value": 1.0, "before": 0.5, "after": 1.0, "verdict": "better"}
    changed = [{"question": "Hva *med* tolk?", "before": 0.0, "after": 1.0}]
    content = {"made": "2026-01-01T10:00:00+00:00", "questions": 2, "compared": 2, "figures": [figure]}
    content |= {"changed": changed, "index": "a", "index_before": "b"}
    (run / "difference.json").write_text(json.dumps(content))
    shown = told(visit("answers"))
    assert "0,50" in shown and "1,00" in shown
    assert text("admin_run_better", "nb", question="Hva \\*med\\* tolk?") in shown
    assert text("admin_run_other_index", "nb", count=2) in shown


def test_a_set_that_cannot_be_read_is_told(visit: Open, settings: Settings) -> None:
    settings.gold_dir.mkdir()
    gold_file(settings.gold_dir).write_text("{")
    assert str(gold_file(settings.gold_dir)) in told(visit("answers"))


def test_a_folder_that_cannot_be_written_is_told(visit: Open, settings: Settings) -> None:
    FeedbackBox(settings.conversations).give("anne", "c1", "t1", BAD)
    page = visit("answers")
    settings.gold_dir.write_text("a file in the folder's place")
    assert "gold.jsonl" in press(page, "unanswerable-gold-").error[0].value


def test_the_same_question_has_the_same_id_whoever_asks() -> None:
    assert gold_id(BAD) == gold_id(Feedback(True, ANSWER, history=("  hva MED tolk?",)))
