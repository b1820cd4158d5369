"""Which studies are like one another, by what their passages are about."""

from collections.abc import Iterable, Mapping

import numpy as np

from assistant.embedding import Vectors

StudyName = tuple[str, str]  # the document it stands in, and its title

MOST = 5
_NEAR = 0.25  # between vectors that are counted from the middle of all studies; of 55 studies, a twentieth of all pairs
_FEWEST = 3  # studies, without which there is no middle to speak of


def middles(vectors: Iterable[tuple[StudyName, Vectors]]) -> dict[StudyName, Vectors]:
    """The mean of each study's vectors."""
    sums: dict[StudyName, Vectors] = {}
    counts: dict[StudyName, int] = {}
    for name, vector in vectors:
        sums[name] = sums[name] + vector if name in sums else np.asarray(vector, dtype=np.float32)
        counts[name] = counts.get(name, 0) + 1
    return {name: held / np.float32(counts[name]) for name, held in sums.items()}


def like(name: StudyName, held: Mapping[StudyName, Vectors]) -> list[StudyName]:
    """The studies that are near one, nearest first, at most MOST; `held` gives the middle of each study's vectors.

    What all have in common says nothing of any: it is taken out first (as in Mu and Viswanath, arXiv:1702.01417).
    """
    if name not in held or len(held) < _FEWEST:
        return []
    names = list(held)
    rows = np.stack([held[one] for one in names])
    rows = rows - rows.mean(axis=0)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    nearness = rows @ rows[names.index(name)]
    order = [int(place) for place in np.argsort(-nearness) if names[int(place)] != name]
    return [names[place] for place in order[:MOST] if nearness[place] >= _NEAR]
