"""Training of the kinds of conversation and of turns about the last answer (`assistant.turns.kinds`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from assistant.embedding import Embedder
from assistant.models import Request
from assistant.turns.kinds import Kinds, features
from evals.training.lines import read_lines

_DECAY = 1e-3


@dataclass(frozen=True, slots=True)
class Turn:
    """What was typed, the request it makes, and its kind."""

    text: str
    request: Request
    kind: str


def read_turns(path: Path) -> list[Turn]:
    """The lines of a file of requests that have a kind."""
    return [
        Turn(one["text"], Request[one["request"].upper()], one["sub"]) for one in read_lines(path) if one.get("sub")
    ]


def train_kinds(turns: Sequence[Turn], embedder: Embedder) -> Kinds:
    """The regression that tells the kinds of these turns apart."""
    vectors = embedder.embed_queries([turn.text for turn in turns])
    mean = vectors.mean(0)
    named = [f"{turn.request.name.lower()}/{turn.kind}" for turn in turns]
    names = tuple(sorted(set(named)))
    seen = torch.tensor(np.stack([features(turn.text, one, mean) for turn, one in zip(turns, vectors, strict=True)]))
    right = torch.tensor([names.index(name) for name in named])
    weights = torch.zeros(seen.shape[1], len(names), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200)

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        missed = torch.nn.functional.cross_entropy(seen @ weights, right) + _DECAY * weights.square().sum()
        missed.backward()  # type: ignore[no-untyped-call]
        return missed

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    return Kinds(names, weights.detach().numpy(), mean)


def share_right(kinds: Kinds, turns: Sequence[Turn], embedder: Embedder) -> float:
    """The share of the turns whose kind is told."""
    vectors = embedder.embed_queries([turn.text for turn in turns])
    told = [kinds.kind_of(turn.request, turn.text, one) for turn, one in zip(turns, vectors, strict=True)]
    return float(np.mean([one == turn.kind for one, turn in zip(told, turns, strict=True)]))
