"""The packed file of the bundled model."""

from pathlib import Path

import numpy as np
import pytest

from assistant.embedding.packed import read_packed, unpacked
from assistant.errors import EmbeddingError

BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])


def test_a_block_is_32_nibbles_less_eight_times_its_scale() -> None:
    block = np.zeros(1, BLOCK)
    block["scale"], block["nibbles"][0, 0] = 0.5, 0x9F
    weights = unpacked(block)
    assert weights.shape == (32,)
    assert (weights[0], weights[16], weights[1]) == (3.5, 0.5, -4.0)


def test_rows_of_blocks_are_rows_of_weights() -> None:
    assert unpacked(np.zeros((2, 3), BLOCK)).shape == (2, 96)


@pytest.mark.parametrize("content", [b"GGUF" + bytes(60), b"E5S1\x02\x00\x00\x00" + bytes(60)])
def test_another_layout_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(content)
    with pytest.raises(EmbeddingError, match=r"model\.bin"):
        read_packed(path)
