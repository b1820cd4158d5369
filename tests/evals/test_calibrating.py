"""Weights fitted on made cases."""

import numpy as np
import pytest

from assistant.answer.fit.features import FEATURES
from assistant.answer.fit.model import FILE, load_weights
from evals.calibrating import Case, fit_weights, held_out, threshold, variants


def _cases(telling: str, n: int = 60) -> list[Case]:
    """Half without an answer; these have a gap in `telling`, all have chance gaps in the rest."""
    chance = np.random.default_rng(1)
    cases = []
    for i in range(n):
        gaps = {name: float(chance.random()) for name in FEATURES}
        gaps[telling] = 0.9 if i % 2 else 0.1
        cases.append(Case("made", str(i), gaps, answerable=not i % 2))
    return cases


def test_the_gap_that_tells_gets_the_most_weight() -> None:
    weights = fit_weights(_cases("years"))
    assert max(weights.gaps, key=lambda name: weights.gaps[name]) == "years"


def test_no_gap_speaks_for_an_answer() -> None:
    turned = [Case(c.set, c.id, c.gaps, not c.answerable) for c in _cases("years")]
    assert min(fit_weights(turned).gaps.values()) == 0.0


def test_confidence_held_out_parts_the_two() -> None:
    cases = _cases("years")
    confidence = held_out(cases)
    answerable = np.array([case.answerable for case in cases])
    assert confidence[answerable].min() > confidence[~answerable].max()


@pytest.mark.parametrize("wrongly", [0.0, 0.1, 0.5])
def test_the_threshold_gives_up_no_more_than_it_may(wrongly: float) -> None:
    cases = _cases("years")
    confidence = np.linspace(0.0, 1.0, len(cases))
    limit = threshold(confidence, cases, wrongly)
    lost = [sure < limit for sure, case in zip(confidence, cases, strict=True) if case.answerable]
    assert np.mean(lost) <= wrongly


def test_the_weights_in_use_fit_the_gaps_that_are_measured() -> None:
    assert set(load_weights(FILE).gaps) == set(FEATURES)


def test_questions_that_share_half_their_words_are_variants_of_the_first() -> None:
    texts = [
        "Hvor mange tolker var det i Hamar i 2017?", "Hva koster boliger?", "Hvor mange tolker var det i Hamar i 2019?",
        "Hvor mange tolker var det i Bergen i 2019?", "", "",
    ]  # fmt: skip
    assert variants(texts) == [0, 1, 0, 0, 4, 5]
