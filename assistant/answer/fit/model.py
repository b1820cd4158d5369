"""From the gaps to one confidence: a logistic regression whose weights `python -m evals calibrate` fits."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from assistant.answer.fit.features import FEATURES

FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each gap speaks against an answer (never for one), and where a question without gaps begins.

    `made_by` is the command that fitted them.
    """

    bias: float
    gaps: dict[str, float]
    made_by: str = ""

    def confidence(self, gaps: Mapping[str, float]) -> float:
        """The chance that the reports answer the question, 0 to 1."""
        against = self.bias + sum(weight * gaps[name] for name, weight in self.gaps.items())
        return 1.0 / (1.0 + math.exp(against))

    def save(self, path: Path = FILE) -> None:
        """Write them for `load_weights`."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


@lru_cache(maxsize=4)
def load_weights(path: Path = FILE) -> Weights:
    """The weights of a file."""
    weights = Weights(**json.loads(path.read_text(encoding="utf-8")))
    if set(weights.gaps) != set(FEATURES):
        raise ValueError(f"{path} has weights for other gaps than are measured. Run: python -m evals calibrate")
    return weights
