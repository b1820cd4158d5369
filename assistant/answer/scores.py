"""How well each statement of the passages fits a question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.answer.asked import Asked, fits, has_figure, is_empty, strays
from assistant.answer.counted import counts
from assistant.answer.quotes import can_be_quoted, shown
from assistant.answer.units import Unit, is_scrap, joined, leans, lists_of, units_of
from assistant.index.lexical import Lexical
from assistant.language.terms import load_terms
from assistant.language.words import fold, letter_terms, word_terms
from assistant.models import Hit
from assistant.question import Question, Wanted
from assistant.settings import AnswerSettings

_LONGEST_ROW = 60  # words of a row that can still be read as one point


@dataclass(frozen=True, slots=True)
class Scored:
    """A statement, how well it fits the question (comparable within one question alone), and how it is shown.

    `years` are those of the question that it tells of. Where the statement leans on the sentence before, `unit` holds
    both and `tail` the statement alone. `own` is the share of the question that it holds without its headings.
    `title` is that of its study, where studies are asked for: it is named, so it is quoted too. `also` are statements
    of other documents that say the same.
    """

    unit: Unit
    score: float
    said: str = ""  # empty: as its unit is
    years: frozenset[str] = frozenset()
    tail: Unit | None = None
    own: float = 0.0
    title: str = ""
    also: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Terms:
    """The question's terms by their rarity: letter n-grams, stems, and the stems of other words for the same."""

    letters: Mapping[str, float]
    stems: Mapping[str, float]
    others: Mapping[str, float]


def scored(
    question: Question, asked: Asked, hits: Sequence[Hit], lexical: Lexical, settings: AnswerSettings
) -> list[Scored]:
    """Every statement of the passages that can be quoted, with its score, in the passages' order."""
    if not hits:
        return []
    others = " ".join(load_terms().other_words(question.whole, question.language))
    # The reports are Norwegian: of an English question it is the other words that they share.
    own_words = f"{question.whole} {others}" if question.language == "en" else question.whole
    terms = _Terms(
        lexical.weights("letters", set(letter_terms(own_words))),
        lexical.weights("words", set(word_terms(own_words))),
        lexical.weights("words", set(word_terms(others))),
    )
    best = hits[0].score or 1.0
    above = [frozenset(letter_terms(" ".join((hit.passage.title, *hit.passage.path)))) for hit in hits]
    found = []
    for unit, before, is_list in _candidates(hits):
        said = shown(unit, question.years)
        score = (
            _words(said, above[unit.hit_rank], terms, settings)
            + settings.weight_passage * hits[unit.hit_rank].score / best
            + settings.weight_kind * (unit.passage.kind is question.wanted.section)
            + _shape(question, asked, said, bool(unit.passage.cells), settings)
            + settings.weight_list * (is_list and asked.several)
            - settings.weight_scrap * (_is_poor(unit, said, is_list) or is_empty(asked, unit.text))
        )
        if before is not None:
            score += settings.weight_before * _share(terms.stems, set(word_terms(before.text)))
        own = _share(terms.letters, set(letter_terms(said)))
        found.append(_whole(Scored(unit, score, said, own=own), before, question, asked))
    return found


def _candidates(hits: Sequence[Hit]) -> Iterator[tuple[Unit, Unit | None, bool]]:
    """Each statement, the one before it in its passage, and whether it is a whole list."""
    plain = [unit for unit in units_of(hits) if can_be_quoted(unit)]
    before = {second: first for first, second in pairwise(plain) if first.passage.id == second.passage.id}
    yield from ((unit, before.get(unit), False) for unit in plain)
    yield from ((unit, None, True) for unit in lists_of(hits) if can_be_quoted(unit))


def _is_poor(unit: Unit, said: str, is_list: bool) -> bool:
    """Whether it makes no point of an answer: a scrap, or a table row as long as a page's paragraph."""
    if unit.passage.cells:
        return len(said.split()) > _LONGEST_ROW
    return not is_list and is_scrap(unit.text)


def _words(said: str, above: frozenset[str], terms: _Terms, settings: AnswerSettings) -> float:
    """What the statement shares with the question."""
    own = set(word_terms(said))
    return (
        settings.weight_letters * _share(terms.letters, above.union(letter_terms(said)))
        + settings.weight_words * _share(terms.stems, own)
        + settings.weight_other_words * _share(terms.others, own)
    )


def _shape(question: Question, asked: Asked, said: str, is_row: bool, settings: AnswerSettings) -> float:
    """What the statement gains by looking like an answer, and loses by telling of something else."""
    return (
        settings.weight_figure * (question.wanted is Wanted.FIGURE and has_figure(said))
        + settings.weight_shape * fits(asked, said)
        + settings.weight_counted * (counts(asked.counted, said, is_row) if asked.counted else 0.0)
        + settings.weight_year * any(year in said for year in question.years)
        + settings.weight_years * (sum(year in said for year in question.years) > 1)
        - settings.weight_stray * strays(asked, said)
    )


def _whole(one: Scored, before: Unit | None, question: Question, asked: Asked) -> Scored:
    """The statement with the sentence that it leans on, and with its study's title where studies are asked for."""
    unit, said, tail, title = one.unit, one.said, None, ""
    if before is not None and leans(unit.text) and "\n" not in unit.passage.text[before.start : unit.start]:
        tail, unit = unit, joined(before, unit)
        said = shown(unit)
    if asked.studies and unit.passage.study:
        title = unit.passage.study
        said = f"{title if '«' in title else f'«{title}»'}: {said}"
    held = fold(said)
    years = frozenset(year for year in question.years if year in held or str(unit.passage.year) == year)
    return replace(one, unit=unit, said=said, years=years, tail=tail, title=title)


def _share(weights: Mapping[str, float], held: set[str] | frozenset[str]) -> float:
    """How much of the question's terms, by their rarity, are held."""
    return sum(weight for term, weight in weights.items() if term in held) / (sum(weights.values()) or 1.0)
