"""Ingesting in a test, and looking at what is in the index afterwards."""

from pathlib import Path

from assistant.index.manifest import load_manifest
from assistant.index.reader import Index
from assistant.models import Passage
from assistant.settings import Settings
from ingest.api import IngestResult, ingest


def run(settings: Settings, *paths: Path, rebuild: bool = False) -> IngestResult:
    """Ingest `paths`, or the test's own corpus."""
    return ingest(paths or [settings.corpus_dir], settings.index_dir, settings, rebuild=rebuild)


def documents(settings: Settings) -> list[str]:
    return sorted(item.report.document for item in load_manifest(settings.index_dir).documents)


def passages(settings: Settings) -> list[Passage]:
    """All that is indexed."""
    manifest = load_manifest(settings.index_dir)
    index = Index(settings.index_dir, manifest, settings.chroma_url)
    found = index.passages(index.lexical.ids)
    index.close()
    return [found[id_] for id_ in sorted(found)]
