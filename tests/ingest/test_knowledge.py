"""A directorate of its own, with knowledge of its own: nothing of the bundled reports is in the way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.index.manifest import load_manifest
from assistant.settings import Settings
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder

REPORT = """# Fiskevelferd {year}

Havdirektoratet

## Hovedfunn

Andelen anlegg med tilsynsplan økte fra {before} prosent i {earlier} til {share} prosent i {year}.

Grøtnettet brukes av de fleste anleggene på Fjordøya. Merdloven stiller krav til tilsyn.
"""
KNOWLEDGE = {
    "organisations.toml": '[[body]]\nname = "Havdirektoratet"\ndomain = "hav.example"\n',
    "places.txt": "Fjordøya\n",
    "terms.toml": '[synonyms]\n"merdenett" = ["grøtnettet"]\n',
    "outdated.toml": '[[outdated]]\nold = ["merdlov"]\nsince = 2024\nsource = "x"\n'
    'nb = "Merdloven er avløst av havloven."\nnn = "nn"\nen = "en"\n',
    "series.toml": '[[break]]\nwords = ["anlegg", "tilsynsplan"]\nuntil = 2021\nfrom = 2022\n'
    'nb = "Tilsynsplan betyr noe annet fra 2022."\nnn = "nn"\nen = "en"\n',
}


@pytest.fixture
def directorate(tmp_path: Path, fake: FakeEmbedder, write: Callable[[str, str | bytes], Path]) -> Assistant:
    """An assistant over two reports of the made-up directorate, ingested with its knowledge."""
    for year, before, share in ((2021, 20, 30), (2022, 30, 60)):
        text = REPORT.format(year=year, earlier=year - 1, before=before, share=share)
        write(f"fiskevelferd-{year}.md", text)
    folder = tmp_path / "knowledge"
    folder.mkdir()
    for name, text in KNOWLEDGE.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(index_dir=tmp_path / "index", corpus_dir=tmp_path / "corpus", knowledge_dir=folder)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    return Assistant.open(settings)


def test_its_publisher_is_known(directorate: Assistant) -> None:
    reports = [item.report for item in load_manifest(directorate.settings.index_dir).documents]
    assert {report.publisher for report in reports} == {"Havdirektoratet"}


def test_its_places_its_words_and_its_laws_are_known(directorate: Assistant) -> None:
    answer = directorate.ask("Hva står det om merdenett?")
    assert any("Grøtnettet" in hit.passage.text for hit in answer.hits[:2])
    assert "Fjordøya" in {span.about for hit in answer.hits for span in hit.passage.spans}
    assert "Merdloven er avløst av havloven." in directorate.ask("Hva krever merdloven?").notes


def test_its_breaks_in_series_are_known(directorate: Assistant) -> None:
    (series,) = directorate.ask("Hvordan har andelen anlegg med tilsynsplan utviklet seg?").series
    assert "Tilsynsplan betyr noe annet fra 2022." in series.notes


def test_a_file_that_is_wrong_is_named(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "places.toml").write_text("", encoding="utf-8")
    with pytest.raises(Exception, match=r"places\.toml is no file of knowledge"):
        ingest([tmp_path], settings.index_dir, settings.model_copy(update={"knowledge_dir": folder}))
