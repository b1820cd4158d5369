"""How the scorer's odds and the rules are weighed: fitted by `evals calibrate-claims`, kept in the scorer's card.

What a rule sees is a sure sign where a sentence keeps to its source's words, and says little where it does not.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from assistant.language.detect import detect_language
from assistant.reader.weights import Floats, odds
from assistant.writing.claims.lexicon import is_content, key_of, tokens

# The differences that have a weight of their own; the others share one.
RULES = (
    "words", "negation", "swap", "modality", "group", "quantifier", "number", "unit", "direction", "cause", "exclusive",
)  # fmt: skip
TOLD = ("score", *RULES, "another rule", "near", "near, against a rule", "one language", "one language, against a rule")
_FAR, _NEAR = 0.5, 0.9  # the share of a sentence's content in its source at which it is not near at all, and wholly


def told(source: str, sentence: str, score: float, differs: str) -> list[float]:
    """What is known of the sentence, in the order of TOLD."""
    seen = bool(differs)
    rules = [float(differs == rule) for rule in RULES]
    near = float(np.clip((shared_things(sentence, source) - _FAR) / (_NEAR - _FAR), 0, 1))
    alike = float(detect_language(sentence) == detect_language(source))
    return [score, *rules, float(seen and not any(rules)), near, near * seen, alike, alike * seen]


def weights_of(card: Mapping[str, float]) -> tuple[float, ...]:
    """The weights that a card tells by name, in the order of TOLD, and last the offset."""
    return tuple(float(card[name]) for name in (*TOLD, "offset"))


def weighed(rows: Sequence[Sequence[float]] | Floats, weights: Sequence[float]) -> Floats:
    """The log-odds that what is told of is borne, shape (n,)."""
    return odds(np.asarray(rows, dtype=np.float64), weights)


def shared_things(sentence: str, source: str) -> float:
    """The share of its content that stands in the source, in whichever of three languages: 0 to 1."""
    own, known = ({key_of(token) for token in tokens(text) if is_content(token)} for text in (sentence, source))
    return len(own & known) / len(own) if own else 0.0
