"""What was trained, as files: read back, and its card with what was fitted later."""

import json
from pathlib import Path

import torch

from assistant.reader.network import Shape
from evals.training.saving import load, rewrite, save


def test_what_is_fitted_takes_the_place_of_what_was_there_and_all_else_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "few.safetensors"
    save(path, {"head": torch.ones(2)}, Shape(layers=2, rank=4, scale=2.0), {"seed": 5, "weights": [0.0]})
    rewrite(path, {"weights": [1.0]})
    card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert (card["seed"], card["weights"], card["layers"]) == (5, [1.0], "2")
    assert load(path)["head"].tolist() == [1.0, 1.0]
