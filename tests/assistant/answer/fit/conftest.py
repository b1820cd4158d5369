"""The made passages, indexed once."""

import pytest

from tests.assistant.answer.fit.making import Bench


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("lexical"))
