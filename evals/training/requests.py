"""Training of the recogniser of requests (`assistant.question.request`): adapters beside the encoder's upper layers.

What the lower layers give is computed once, since they stay as they are.
"""

import json
import logging
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from assistant.models import Request
from assistant.question.request import ORDER, pair
from assistant.reader.network import Network, Shape
from assistant.reader.pairs import Pairs, by_length
from evals.training.lora import new_network

log = logging.getLogger(__name__)
SHAPE = Shape(layers=12, rank=16, scale=2.0, first=8, outputs=len(ORDER))
_BATCH, _WARM, _SMOOTHED = 32, 30, 0.05


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, the turns before it, and what it asks for."""

    text: str
    history: tuple[str, ...]
    request: Request


@dataclass(frozen=True, slots=True)
class _Half:
    """Texts of about one length, read by the lower layers: (rows, tokens, dimension), their mask, their requests."""

    hidden: Tensor
    mask: Tensor
    right: Tensor


def read_requests(path: Path) -> list[Asked]:
    """The lines of a file of requests."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Asked(one["text"], tuple(one.get("history") or ()), Request(one["request"].replace("_", " "))) for one in lines
    ]


def read_plain(path: Path) -> list[Asked]:
    """The questions of a question set, those that ask for an overview or a comparison left out: they may be either."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    kept = (one for one in lines if one["type"] not in ("overview", "comparison"))
    return [Asked(one["question"], tuple(one.get("history") or ()), Request.QUESTION) for one in kept]


def train(asked: Sequence[Asked], passes: int, rate: float, seed: int = 0) -> tuple[Network, Pairs]:
    """A network that tells the requests apart."""
    network, pairs = new_network(SHAPE, seed)
    network.segments.requires_grad_(requires_grad=False)  # the lower layers are read once
    halves = _halves(network, pairs, asked)
    own = [value for value in network.parameters() if value.requires_grad]
    optimiser = torch.optim.AdamW(own, lr=rate, weight_decay=0.01)
    steps = passes * len(halves)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / _WARM) * max(0.02, 1 - step / steps)
    )
    started, chance = time.monotonic(), random.Random(seed)
    for number in range(passes):
        total = 0.0
        for half in chance.sample(halves, len(halves)):
            loss = F.cross_entropy(_read(network, half), half.right, label_smoothing=_SMOOTHED)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(own, 1.0)
            optimiser.step()
            pace.step()
            total += loss.item()
        log.info("pass %d, loss %.3f, %.0f s", number + 1, total / len(halves), time.monotonic() - started)
    return network, pairs


def chances(network: Network, pairs: Pairs, asked: Sequence[Asked]) -> Tensor:
    """The chance of each request for each text, shape (texts, requests), in the texts' order."""
    every = [pair(pairs, one.text, one.history) for one in asked]
    found = torch.zeros(len(every), len(ORDER))
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for places in by_length(every, _BATCH):
            batch = pairs.batch([every[i] for i in places])
            found[places] = network.said(network.hidden(batch), batch.mask)[: len(places)].float()
    for row, one in zip(found, asked, strict=True):
        if not one.history:
            row[ORDER.index(Request.ABOUT_ANSWER)] = -torch.inf
    return found.softmax(1)


def decided(found: Tensor, threshold: float) -> list[Request]:
    """The request of each row; a question where the likeliest is not as likely as `threshold`."""
    best, places = found.max(1)
    pairs = zip(best.tolist(), places.tolist(), strict=True)
    return [ORDER[i] if chance >= threshold else Request.QUESTION for chance, i in pairs]


def least_threshold(found: Tensor, asked: Sequence[Asked], allowed: float) -> float:
    """The least threshold at which at most the share `allowed` of the questions is taken for something else."""
    for step in range(30, 100):
        taken = decided(found, step / 100)
        wrong = [one is not Request.QUESTION for one, a in zip(taken, asked, strict=True) if _is_question(a)]
        if sum(wrong) <= allowed * len(wrong):
            return step / 100
    return 1.0


def shares(found: Tensor, asked: Sequence[Asked], threshold: float) -> dict[str, tuple[float, int]]:
    """For each request the share that is taken for what it is, and how many there are."""
    taken = decided(found, threshold)
    told: dict[str, tuple[float, int]] = {}
    for request in ORDER:
        right = [one is request for one, a in zip(taken, asked, strict=True) if a.request is request]
        if right:
            told[request.value] = (sum(right) / len(right), len(right))
    return told


def _is_question(one: Asked) -> bool:
    return one.request is Request.QUESTION


def _halves(network: Network, pairs: Pairs, asked: Sequence[Asked]) -> list[_Half]:
    """The texts in batches of about one length, each read by the layers that have no adapters."""
    every = [pair(pairs, one.text, one.history) for one in asked]
    layers = network.encoder.encoder.layer
    network.encoder.encoder.layer = layers[: SHAPE.first]
    halves = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for places in by_length(every, _BATCH):
            batch = pairs.batch([every[i] for i in places])
            rows = len(places)
            right = torch.tensor([ORDER.index(asked[i].request) for i in places])
            halves.append(_Half(network.hidden(batch)[:rows], batch.mask[:rows], right))
    network.encoder.encoder.layer = layers
    return halves


def _read(network: Network, half: _Half) -> Tensor:
    hidden, rows = half.hidden, half.mask[:, None, None, :]
    unread = torch.zeros_like(rows, dtype=hidden.dtype).masked_fill(rows == 0, torch.finfo(hidden.dtype).min)
    with torch.autocast("cpu", torch.bfloat16), sdpa_kernel(SDPBackend.MATH):
        for layer in network.encoder.encoder.layer[SHAPE.first :]:
            hidden = layer(hidden, unread)
        return network.said(hidden, half.mask).float()
