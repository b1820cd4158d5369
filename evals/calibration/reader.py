"""How much the reader's score weighs beside what retrieval says: logistic regressions on questions kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.reader.weights import Floats, Weights, odds, of_answer

_STRICTNESS = 1e-3  # draws the weights of what varies little towards 0


@dataclass(frozen=True, slots=True)
class Case:
    """One question: what is told of its statements, passages and of itself, and which of them answer.

    The shapes are (n, 4), (m, 5) and (1, 4), in the order of `assistant.reader.weights`; `kind` is that of a near-miss,
    empty where the question has an answer.
    """

    statements: Floats
    right: NDArray[np.bool_]
    passages: Floats
    holding: NDArray[np.bool_]
    kind: str = ""


def fit(
    told: Floats, right: NDArray[np.bool_], strictness: float = _STRICTNESS, mass: Floats | None = None
) -> tuple[float, ...]:
    """The weights, and last the offset, by which what is told makes what is right the likeliest.

    `mass` says how much each row counts.
    """
    middle, spread = told.mean(0), told.std(0) + 1e-9
    count = np.ones(len(right)) / len(right) if mass is None else mass / mass.sum()
    rows, wanted = (told - middle) / spread, right.astype(np.float64)

    def loss(weights: Floats) -> tuple[float, Floats]:
        said = rows @ weights[:-1] + weights[-1]
        off = count * (1.0 / (1.0 + np.exp(-said)) - wanted)
        value = count @ (np.logaddexp(0.0, said) - wanted * said) + strictness * np.sum(weights[:-1] ** 2)
        return float(value), np.append(rows.T @ off + 2 * strictness * weights[:-1], off.sum())

    found = minimize(loss, np.zeros(told.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return tuple(round(float(value), 3) for value in (*weights, found[-1] - weights @ middle))


def threshold(chances: Floats, answerable: NDArray[np.bool_], wrongly: float) -> float:
    """The highest chance to abstain below at which at most the share `wrongly` of what has an answer is lost."""
    ranked = np.sort(chances[answerable])
    return float(ranked[min(int(wrongly * len(ranked)), len(ranked) - 1)])


def fit_all(cases: Sequence[Case]) -> Weights:
    """The weights of statements, passages and questions."""
    statement = fit(np.vstack([one.statements for one in cases]), np.concatenate([one.right for one in cases]))
    answered = [one for one in cases if not one.kind]
    passage = fit(np.vstack([one.passages for one in answered]), np.concatenate([one.holding for one in answered]))
    told = np.vstack([of_case(one, statement) for one in cases])
    return Weights(statement, passage, fit(told, np.array([not one.kind for one in cases]), 3 * _STRICTNESS))


def of_case(case: Case, statement: tuple[float, ...]) -> Floats:
    """What is told of a question, shape (1, 4): as `assistant.reader.reading.of_question` has it."""
    return of_answer(case.statements[:, 0], odds(case.statements, statement))
