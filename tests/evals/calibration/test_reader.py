"""Weights fitted on made questions, and the chance to abstain below."""

import numpy as np
import pytest

from assistant.reader.reading import Read, of_question
from assistant.reader.weights import Floats, chance, odds
from evals.calibration.reader import Case, fit, fit_all, of_case, threshold
from tests.making.passages import statement

CHANCE = np.random.default_rng(1)


def drawn(*weights: float, n: int = 4000) -> tuple[Floats, np.ndarray]:
    """What is told of statements that answer as often as these weights (and last an offset) say."""
    told = CHANCE.normal(0.0, 2.0, (n, len(weights) - 1))
    return told, CHANCE.random(n) < chance(odds(told, weights))


def case(*scores: float, right: int | None = None, kind: str = "") -> Case:
    """One question with a statement a score, each the whole of a passage, `right` the place of the one that answers."""
    told = np.zeros((len(scores), 4))
    told[:, 0] = scores
    answers = np.array([i == right for i in range(len(scores))])
    return Case(told, answers, np.hstack([told, np.zeros((len(scores), 1))]), answers, kind)


def cases() -> list[Case]:
    """Questions whose right statement scores high, and near-misses whose statements all score low."""
    answered = [case(*CHANCE.normal(-3, 1, 5), CHANCE.normal(3, 1), right=5) for _ in range(60)]
    return answered + [case(*CHANCE.normal(-3, 1, 6), kind="year") for _ in range(60)]


@pytest.mark.parametrize("weights", [(1.0, 0.5, -1.0), (0.3, 2.0, 0.5)])
def test_the_weights_that_were_drawn_from_are_found(weights: tuple[float, ...]) -> None:
    assert fit(*drawn(*weights), strictness=0.0) == pytest.approx(weights, abs=0.25)


def test_what_tells_nothing_weighs_next_to_nothing() -> None:
    assert abs(fit(*drawn(1.0, 0.0, -1.0))[1]) < 0.1


def test_what_is_the_same_everywhere_does_no_harm() -> None:
    told, right = drawn(1.0, 0.0)
    found = fit(np.hstack([told, np.ones((len(told), 1))]), right)
    assert np.isfinite(found).all() and found[0] == pytest.approx(1.0, abs=0.2)


def test_a_higher_score_is_a_higher_chance_in_all_that_is_fitted() -> None:
    weights = fit_all(cases())
    assert weights.statement[0] > 0 and weights.passage[0] > 0
    answered, missed = (of_case(one, weights.statement) for one in (case(-3.0, 3.0, right=1), case(-3.0, -2.0)))
    assert odds(answered, weights.answer)[0] > odds(missed, weights.answer)[0]


def test_passages_are_fitted_on_questions_with_an_answer_alone() -> None:
    made = cases()
    alone = [one for one in made if not one.kind]
    assert fit_all(made).passage == fit_all([*alone, case(9.0, 9.0, kind="year")]).passage


def test_what_is_told_of_a_question_is_what_the_verdict_is_told() -> None:
    weights = (1.0, 0.0, 0.0, 0.0, -0.5)
    made = case(-2.0, 1.5, 0.5)
    said = chance(odds(made.statements, weights))
    read = [
        Read(statement("Kommunene svarte på alt."), float(one), float(score))
        for one, score in zip(said, made.statements[:, 0], strict=True)
    ]
    np.testing.assert_allclose(of_case(made, weights), of_question(read), atol=1e-6)


@pytest.mark.parametrize("wrongly", [0.0, 0.1, 0.5])
def test_the_threshold_gives_up_no_more_than_it_may(wrongly: float) -> None:
    chances, answerable = np.linspace(0.0, 1.0, 60), np.arange(60) % 3 == 0
    assert np.mean(chances[answerable] < threshold(chances, answerable, wrongly)) <= wrongly


def test_the_threshold_gives_up_what_it_may() -> None:
    assert threshold(np.linspace(0.0, 0.9, 10), np.ones(10, bool), 0.3) == pytest.approx(0.3)


def test_near_misses_do_not_move_the_threshold() -> None:
    chances = np.concatenate([np.linspace(0.5, 0.9, 10), np.full(90, 0.01)])
    assert threshold(chances, np.arange(100) < 10, 0.1) >= 0.5
