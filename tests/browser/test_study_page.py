"""A study's own page, over a report of several studies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize

from assistant.settings import Settings
from ingest.api import ingest
from tests.assistant.overview.conftest import STUDIES
from tests.browser.driving.doing import bring_to, settle
from tests.browser.test_accessibility import OVERFLOW, RULES
from tests.making.servers.serving import served


@pytest.fixture(scope="module")
def studies_url(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("studies")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "fou-2020.md").write_text(STUDIES, encoding="utf-8")
    settings = Settings(index_dir=folder / "index", corpus_dir=folder / "corpus")
    ingest([settings.corpus_dir], settings.index_dir, settings)
    with served({**environment, "ASSISTANT_INDEX_DIR": str(settings.index_dir)}) as url:
        yield url


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_a_study_is_opened_from_the_library_and_keeps_nobody_out(
    browser: Browser, studies_url: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        locale="nb-NO",
        viewport=ViewportSize(width=width, height=800),
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    bring_to(page, studies_url, "study")
    settle(page)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert max(page.evaluate(OVERFLOW)) <= 0
    context.close()
