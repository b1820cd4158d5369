"""Requests put to the three small reports and to one of several studies, with the bundled models."""

from collections.abc import Callable

import pytest

from assistant.api import Assistant
from assistant.models import Answer, Request
from assistant.settings import Settings
from tests.making.reports import write_library

Ask = Callable[..., Answer]
STUDIES = """\
# FoU-prosjekter 2020

## Mentorer for innvandrere

Testsenteret har på oppdrag fra Prøvedirektoratet undersøkt 12 ordninger med mentor.

### Hovedfunn

60 prosent av deltakerne var i arbeid ett år etter. Mentorene møtte deltakerne hver uke.

### Anbefalinger

Kommunene bør gi mentorene opplæring.

## Leie av bolig

Prøveinstituttet har undersøkt leiemarkedet i ti kommuner.

### Hovedfunn

Utleierne ønsker at kommunen stiller garanti for husleien.

### Anbefalinger

Kommunene bør ha en fast kontakt for utleiere.

## Sykkelopplæring i skolen

Nordanalyse har på oppdrag fra Prøvedirektoratet undersøkt sykkelopplæring ved fem skoler.

### Hovedfunn

Elevene sykler tryggere etter kurset.

## Svømmekurs for voksne

Nordanalyse skal på oppdrag fra Prøvedirektoratet undersøke svømmekurs for voksne. Rapporten er ventet i 2021.
"""


@pytest.fixture
def ask(assistant: Assistant) -> Ask:
    """Asks the three small reports for what is wanted: `ask(request, text, **options)`."""
    return asking(assistant)


@pytest.fixture(scope="session")
def of_studies(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks the three, and a report of four studies, the last of which has no findings yet."""
    from ingest.api import ingest

    folder = tmp_path_factory.mktemp("studies")
    write_library(folder / "corpus")
    (folder / "corpus" / "fou-2020.md").write_text(STUDIES, encoding="utf-8")
    settings = Settings(index_dir=folder / "index", corpus_dir=folder / "corpus")
    ingest([settings.corpus_dir], settings.index_dir, settings)
    return asking(Assistant.open(settings))


def asking(assistant: Assistant) -> Ask:
    """Asks `assistant` for what is wanted."""

    def ask(request: Request, text: str, **options: object) -> Answer:
        return assistant.ask(text, request=request, **options)  # type: ignore[arg-type]

    return ask
