"""What an earlier release has kept is opened by this one, or it says what to do."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.backup import check_backup, restore_backup
from assistant.errors import IndexOutdated
from assistant.index.manifest import FORM, live_version, load_manifest, version_dir
from assistant.settings import Settings
from assistant.store.conversations import Conversations
from assistant.store.feedback import FeedbackBox
from tests.assistant.backup.conftest import KARI, at
from tests.assistant.store.making import ANSWER, Clock
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import run

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.tar.gz"))

each = pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)


@pytest.fixture
def upgraded(release: Path, tmp_path: Path) -> Settings:
    """An installation of this release, with what the earlier one had kept."""
    settings = at(tmp_path)
    restore_backup(settings, release)
    return settings


def then(release: Path) -> Clock:
    """The time at which the backup was made."""
    return Clock(datetime.fromisoformat(check_backup(release).created).timestamp())


@each
def test_it_says_which_release_made_it(release: Path) -> None:
    assert f"{check_backup(release).release}.tar.gz" == release.name


@each
def test_its_index_answers(release: Path, upgraded: Settings) -> None:
    assistant = Assistant.open(upgraded)
    answer = assistant.ask("Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?")
    assert "37 prosent" in answer.points[0].text and answer.citations[0].passage.document == "norsk-2019"


@each
def test_its_conversations_and_feedback_are_there(release: Path, upgraded: Settings) -> None:
    conversations = Conversations(upgraded.conversations, then(release))
    kept = conversations.opened(KARI, "c1")
    assert kept and kept.turns[0].answer and kept.turns[0].answer.points == ANSWER.points
    said = FeedbackBox(upgraded.conversations, then(release)).given(KARI, "t1")
    assert said and said.comment == "Finnes det nyere tall?"


@each
@pytest.mark.parametrize(("form", "word"), [(FORM - 1, "Run: python -m ingest"), (FORM + 1, "newer release")])
def test_an_index_of_another_form_is_told_and_made_anew(
    release: Path, upgraded: Settings, fake: FakeEmbedder, form: int, word: str
) -> None:
    path = version_dir(upgraded.index_dir, live_version(upgraded.index_dir)) / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"form": form}))
    with pytest.raises(IndexOutdated, match=word):
        Assistant.open(upgraded)
    run(upgraded)  # from the files, and from the index's own copies of those that are not there
    assert load_manifest(upgraded.index_dir).form == FORM
