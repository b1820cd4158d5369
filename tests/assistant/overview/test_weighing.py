"""What deals with a theme by what its statements say, read with the bundled scorer, and without it by words."""

import json
import logging
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.models import Request
from assistant.overview import weighing
from assistant.overview.weighing import FILE, TOLD, load_themes
from assistant.settings import Settings
from ingest.api import ingest
from tests.assistant.overview.conftest import Ask, asking
from tests.making.reports import write_library


def test_a_study_without_the_words_of_the_theme_is_in(ask: Ask) -> None:
    rows = ask(Request.OVERVIEW, "oversikt over alt om språkkurs for ansatte").rows
    assert "norsk-2019" in {row.document for row in rows}


def test_nothing_deals_with_what_no_report_tells_of(ask: Ask) -> None:
    assert not ask(Request.OVERVIEW, "oversikt over alt om havbruk og lakselus").rows


def test_what_was_read_is_told_of_while_it_is_read(ask: Ask) -> None:
    told: list[tuple[int, int]] = []
    ask(Request.OVERVIEW, "oversikt over alt om norskopplæring", on_progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (3, 3)


def test_the_card_weighs_all_that_is_told() -> None:
    card = json.loads(FILE.with_suffix(".json").read_text(encoding="utf-8"))
    assert {name: len(weights) for name, weights in card["weights"].items()} == {
        "deals": len(TOLD) + 1,
        "core": len(TOLD) + 1,
    }
    assert set(card["limits"]) == {"words", "deals", "core"}


def test_without_its_file_overviews_go_by_words_and_one_line_is_logged(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(weighing, "FILE", tmp_path / "none.safetensors")
    assert load_themes(weighing.FILE) is None
    (record,) = [one for one in caplog.records if one.name.startswith("assistant")]
    assert record.levelno == logging.WARNING and "none.safetensors" in record.getMessage()
    write_library(settings.corpus_dir)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    answer = asking(Assistant.open(settings))(Request.OVERVIEW, "oversikt over alt om norskopplæring")
    assert "norsk-2019" in {row.document for row in answer.rows}
