"""The library's studies, and a study's own page, without a browser."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assistant.process import opening
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.asking import trying
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder

STUDY = "Tolk på kontor"
PROJECTS = """\
# Prosjekter 2020

## Tolk på kontor

Undersøkelsen er gjennomført av Fafo på oppdrag fra IMDi.

### Hovedfunn

Barn brukes som tolk ved hvert tredje kontor.

### Anbefalinger

Fastleger bør bestille skjermtolk i god tid.

## Bolig for enslige

Undersøkelsen er gjennomført av NIBR på oppdrag fra IMDi.

### Hovedfunn

Enslige venter lengst på en kommunal bolig.

### Anbefalinger

Kommunene bør leie boliger av private eiere.

## Norsk på jobben

Undersøkelsen er gjennomført av Rambøll på oppdrag fra IMDi.

### Hovedfunn

Deltakerne lærer norsk raskere når de snakker med kolleger.

### Anbefalinger

Arbeidsgivere bør få dekket utgiftene til norskopplæring.
"""
OPENED = """
from assistant.api import Assistant
from assistant.settings import load_settings
from assistant.ui.library import reports
from assistant.ui.library import study_page

settings = load_settings()
"""
STUDY_PAGE = OPENED + 'study_page.study_page(Assistant.open(settings), "nb")'
LIBRARY = OPENED + 'reports.reports_page(Assistant.open(settings), settings, "nb")'


@pytest.fixture
def indexed(settings: Settings, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    settings.corpus_dir.mkdir(parents=True)
    (settings.corpus_dir / "prosjekter.md").write_text(PROJECTS, encoding="utf-8")
    ingest([settings.corpus_dir], settings.index_dir, settings)
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(settings.index_dir))
    yield settings
    trying.forget()
    opening.forget()


def drawn(script: str, **parameters: str) -> AppTest:
    page = AppTest.from_string(script, default_timeout=60)
    for name, value in parameters.items():
        page.query_params[name] = value
    return page.run()


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_a_study_is_told_with_its_findings_before_its_recommendations(indexed: Settings) -> None:
    page = drawn(STUDY_PAGE, dokument="prosjekter", studie=STUDY)
    assert not page.exception
    told = html(page)
    assert "Tolk på kontor" in told
    assert "Fafo" in told
    assert 0 < told.index("Barn brukes som tolk") < told.index("Fastleger bør bestille")
    assert "leie boliger" not in told


def test_a_study_that_is_not_indexed_says_so(indexed: Settings) -> None:
    page = drawn(STUDY_PAGE, dokument="prosjekter", studie="En annen")
    assert [info.value for info in page.info] == [text("study_gone", "nb")]


def test_a_search_shows_what_matched_in_studies(indexed: Settings) -> None:
    page = drawn(LIBRARY)
    page.text_input[0].set_value("skjermtolk").run()
    next(button for button in page.button if button.key == "library-matches").click().run()
    assert text("studies_found", "nb", count=1, total=3) in html(page)
    assert "<mark>skjermtolk</mark>" in html(page)


def test_studies_are_narrowed_by_who_carried_them_out(indexed: Settings) -> None:
    page = drawn(LIBRARY)
    page.get("button_group")[0].set_value("studies").run()
    next(box for box in page.selectbox if box.key == "studies-who").set_value("NIBR").run()
    assert text("studies_found", "nb", count=1, total=3) in html(page)
