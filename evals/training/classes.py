"""Training of a head of classes: each text, and what stands before it, is of one of them."""

import random
from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor
from torch.nn.attention import SDPBackend, sdpa_kernel

from assistant.reader.network import Network
from assistant.reader.pairs import Pairs, by_length
from evals.training.loop import descend, sixteen_bits_where_quick

_BATCH, _WARM = 32, 30


def learn_classes(network: Network, pairs: Pairs, told: Sequence[tuple[str, str, int]], rate: float, seed: int) -> None:
    """One pass, in place, over what is told, in any order: what stands before a text, the text, its class's number.

    The loss is cross-entropy over the head's outputs.
    """
    order = random.Random(seed).sample(told, len(told))
    steps = max(1, len(order) // _BATCH)

    def loss(step: int) -> Tensor:
        return _loss(network, pairs, order[step * _BATCH : (step + 1) * _BATCH])

    descend(network, steps, rate, min(_WARM, steps // 4 + 1), loss)


def _loss(network: Network, pairs: Pairs, told: Sequence[tuple[str, str, int]]) -> Tensor:
    made = [pairs.of(before, [text])[0] for before, text, _ in told]
    with sixteen_bits_where_quick(), sdpa_kernel(SDPBackend.MATH):
        parts = [
            (places, network(pairs.batch([made[i] for i in places]))[: len(places)]) for places in by_length(made, 8)
        ]
    right = torch.tensor([told[i][2] for places, _ in parts for i in places])
    return F.cross_entropy(torch.cat([scores for _, scores in parts]).float(), right)
