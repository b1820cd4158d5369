"""Shared by all tests: no telemetry, no network, no settings of the developer's own, and the real bundled models."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.monitoring.logs import quiet_libraries

quiet_libraries()  # before any library is imported
if "PYTEST_XDIST_WORKER" in os.environ:  # one of several, which have the other cores
    os.environ.setdefault("OMP_NUM_THREADS", "1")

from assistant import knowledge  # noqa: E402
from assistant.api import Assistant  # noqa: E402
from assistant.embedding import Embedder, load_embedder  # noqa: E402
from assistant.settings import EmbeddingSettings, Settings  # noqa: E402
from tests.making.fakes import FakeEmbedder, FakeReader  # noqa: E402
from tests.making.network import Network  # noqa: E402
from tests.making.reports import write_library  # noqa: E402
from tests.making.workers import group_of  # noqa: E402

KNOWLEDGE = Path(__file__).parent.parent / "corpus" / "knowledge"
REPORTS = "ASSISTANT_TEST_REPORTS"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden` writes the golden answers anew."""
    parser.addoption("--golden", action="store_true", help="write tests/golden/ anew")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand tests to the processes of `pytest -n 2` a group at a time."""
    from xdist.scheduler import LoadScopeScheduling

    class Groups(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group_of(nodeid)

    return Groups(config, log)


@pytest.fixture(scope="session", autouse=True)
def _own_settings_alone() -> Iterator[None]:
    """What a developer has set in the shell does not reach the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("ASSISTANT_", "CHROMA_")) and name != REPORTS]:
            patch.delenv(name)
        yield


@pytest.fixture(autouse=True)
def _knowledge_of_the_corpus() -> None:
    """Each test starts from what is known of the reports of this project, whatever the one before it has read."""
    knowledge.use(KNOWLEDGE)


@pytest.fixture(scope="session", autouse=True)
def network() -> Iterator[Network]:
    """The guard on the network; a test that means to reach out empties `refused` afterwards."""
    guard = Network()
    with pytest.MonkeyPatch.context() as patch:
        guard.guard(patch)
        yield guard


@pytest.fixture(autouse=True)
def _stays_on_this_machine(network: Network) -> Iterator[None]:
    """Fails a test during which anything asked for another machine, also where that was swallowed."""
    yield
    refused, network.refused = network.refused, []
    assert not refused, f"the test reached for the network: {refused}"


@pytest.fixture(scope="session")
def reports() -> Path:
    """The folder with `text/` and `pdf/` of the five real reports."""
    folder = os.environ.get(REPORTS)
    if not folder:
        pytest.skip(f"{REPORTS} does not name the folder with the five real reports")
    return Path(folder)


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The bundled model."""
    return load_embedder(EmbeddingSettings())


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index of the three small reports, made with the bundled model."""
    from ingest.api import ingest

    folder = tmp_path_factory.mktemp("library")
    settings = Settings(index_dir=folder / "index", corpus_dir=write_library(folder / "corpus"))
    ingest([settings.corpus_dir], settings.index_dir, settings)
    return settings


@pytest.fixture(scope="session")
def assistant(library: Settings) -> Assistant:
    """An assistant that answers from the three small reports, with the bundled model and the bundled reader."""
    return Assistant.open(library)


@pytest.fixture(scope="session")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index of the three small reports, made with the quick model: ask it with `fake` in place."""
    from ingest.api import ingest

    folder = tmp_path_factory.mktemp("quick")
    settings = Settings(index_dir=folder / "index", corpus_dir=write_library(folder / "corpus"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ingest.api.load_embedder", lambda settings: FakeEmbedder())
        ingest([settings.corpus_dir], settings.index_dir, settings)
    return settings


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeEmbedder:
    """A quick model and reader in the bundled ones' place, for the ingestion and assistants opened in the test."""
    model = FakeEmbedder()
    monkeypatch.setattr("assistant.api.load_reader", lambda settings: FakeReader())
    for module in ("ingest.api", "assistant.api"):
        monkeypatch.setattr(f"{module}.load_embedder", lambda settings: model)
    return model


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an index of the test's own, with nothing in it yet."""
    return Settings(index_dir=tmp_path / "index", corpus_dir=tmp_path / "corpus")


@pytest.fixture
def write(settings: Settings) -> Callable[[str, str | bytes], Path]:
    """Writes a file into the test's own corpus: `write(name, content)`."""

    def write(name: str, content: str | bytes) -> Path:
        path = settings.corpus_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
