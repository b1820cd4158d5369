"""Which statements answer the question: scored, then picked without repetition."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer.quotes import can_be_quoted, shown
from assistant.answer.units import Unit, units_of
from assistant.index.lexical import Lexical
from assistant.language.words import letter_terms, word_terms, words
from assistant.models import Hit
from assistant.question import Question, Wanted
from assistant.settings import AnswerSettings


@dataclass(frozen=True, slots=True)
class Scored:
    """A statement and how well it fits the question; comparable within one question alone."""

    unit: Unit
    score: float


def select(question: Question, hits: list[Hit], lexical: Lexical, settings: AnswerSettings) -> list[Scored]:
    """The statements for an answer, best first: at most `settings.points` and `settings.words`."""
    looked_at = hits[: settings.passages]
    units = [unit for unit in units_of(looked_at) if can_be_quoted(unit)]
    if not units:
        return []
    ranked = sorted(_scored(question, units, looked_at, lexical, settings), key=lambda scored: -scored.score)
    chosen: list[Scored] = []
    length = 0
    for candidate in ranked:
        if len(chosen) == settings.points or candidate.score < settings.keep_above * ranked[0].score:
            break
        more = len(shown(candidate.unit).split())
        if chosen and length + more > settings.words:
            continue
        if not any(_repeats(candidate.unit.text, other.unit.text) for other in chosen):
            chosen.append(candidate)
            length += more
    return chosen


def _scored(
    question: Question, units: list[Unit], hits: list[Hit], lexical: Lexical, settings: AnswerSettings
) -> list[Scored]:
    letters = lexical.weights("letters", letter_terms(question.whole))
    stems = lexical.weights("words", word_terms(question.whole))
    best = hits[0].score or 1.0
    found = []
    for unit in units:
        said = shown(unit)
        above = " ".join((unit.passage.title, *unit.passage.path))
        figure = question.wanted is Wanted.FIGURE and any(character.isdigit() for character in said)
        score = (
            settings.weight_letters * _share(letters, set(letter_terms(f"{above} {said}")))
            + settings.weight_words * _share(stems, set(word_terms(said)))
            + settings.weight_passage * hits[unit.hit_rank].score / best
            + settings.weight_kind * (unit.passage.kind is question.wanted.section)
            + settings.weight_figure * figure
        )
        found.append(Scored(unit, score))
    return found


def _share(weights: Mapping[str, float], held: set[str]) -> float:
    """How much of the question's terms, by their rarity, are held."""
    return sum(weight for term, weight in weights.items() if term in held) / (sum(weights.values()) or 1.0)


def _repeats(text: str, other: str, limit: float = 0.6) -> bool:
    """Whether a statement says little that the other does not; a number of its own is always something new."""
    if not _numbers(text) <= _numbers(other):
        return False
    a, b = set(letter_terms(text)), set(letter_terms(other))
    return len(a & b) > limit * min(len(a), len(b))


def _numbers(text: str) -> set[str]:
    return {word for word in words(text) if word[0].isdigit()}
