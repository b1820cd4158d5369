"""An installation with all parts that a backup holds, and an empty one to restore it to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.settings import ConversationSettings, Settings, UploadSettings
from assistant.store.conversations import Conversations
from tests.assistant.store.making import talk
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import run
from tests.making.reports import write_library

KARI = "a" * 64


def at(folder: Path) -> Settings:
    """The settings of an installation in a folder."""
    return Settings(
        index_dir=folder / "data/index",
        corpus_dir=folder / "corpus",
        catalogue=folder / "corpus/catalogue.toml",
        knowledge_dir=folder / "knowledge",
        uploads=UploadSettings(dir=folder / "data/uploads"),
        conversations=ConversationSettings(file=folder / "data/samtaler.sqlite"),
        gold_dir=folder / "data/gold",
    )


@pytest.fixture
def here(tmp_path: Path, fake: FakeEmbedder) -> Settings:
    """Three reports indexed, one uploaded file, a catalogue, knowledge, a gold question, a conversation of Kari's."""
    settings = at(tmp_path / "here")
    write_library(settings.corpus_dir)
    settings.catalogue.write_text("# ingen ennå\n", encoding="utf-8")
    settings.uploads.dir.mkdir(parents=True)
    (settings.uploads.dir / "opplastet.md").write_text("# Opplastet\n\nEn setning om bibliotek.\n", encoding="utf-8")
    settings.knowledge_dir.mkdir()
    (settings.knowledge_dir / "series.toml").write_text("# ingen ennå\n", encoding="utf-8")
    settings.gold_dir.mkdir()
    (settings.gold_dir / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    run(settings, settings.corpus_dir, settings.uploads.dir)
    Conversations(settings.conversations).keep(KARI, talk("c1"))
    return settings


@pytest.fixture
def there(tmp_path: Path) -> Settings:
    """Another machine, with nothing on it."""
    return at(tmp_path / "there")


@pytest.fixture
def files() -> Callable[[Settings], dict[str, bytes]]:
    """Every file of an installation by its path, databases aside, whose bytes change without harm."""

    def files(settings: Settings) -> dict[str, bytes]:
        root = settings.corpus_dir.parent
        found = (path for path in sorted(root.rglob("*")) if path.is_file() and ".sqlite" not in path.name)
        return {str(path.relative_to(root)): path.read_bytes() for path in found if path.name != "lock"}

    return files
