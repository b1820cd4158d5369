"""Conversations of several turns over the digests: what must be carried, and what is let go of."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assistant.index.manifest import load_manifest
from assistant.question import Names, understand
from assistant.settings import Settings
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder

ROOT = Path(__file__).parents[3]
TURNS = ROOT / "evals" / "questions" / "turns.jsonl"
LEAST = 0.95  # of the conversations


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Names:
    settings = Settings(index_dir=tmp_path_factory.mktemp("digests") / "index")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ingest.api.load_embedder", lambda settings: FakeEmbedder())
        ingest([ROOT / "corpus" / "digests"], settings.index_dir, settings)
    return Names(load_manifest(settings.index_dir))


def test_follow_ups_carry_what_is_meant(names: Names) -> None:
    talks = [json.loads(line) for line in TURNS.read_text(encoding="utf-8").splitlines()]
    lost = [talk for talk in talks if not _is_carried(talk, names)]
    assert len(lost) <= (1 - LEAST) * len(talks), [(talk["id"], talk["turns"]) for talk in lost]


def _is_carried(talk: dict[str, Any], names: Names) -> bool:
    """Whether one way of reading the last turn holds all that is meant, and its years are right."""
    *earlier, last = talk["turns"]
    question = understand(last, earlier, names=names)
    readings = [one.casefold() for one in (question.whole, question.instead) if one]
    meant = any(
        all(word.casefold() in reading for word in talk["holds"])
        and not any(re.search(rf"\b{re.escape(word.casefold())}", reading) for word in talk["lacks"])
        for reading in readings
    )
    return meant and list(question.years) == talk.get("years", list(question.years))
