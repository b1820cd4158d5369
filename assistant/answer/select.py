"""Which statements an answer is made of: picked one after the other, best first, without repetition."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.asked import Asked, has_figure, read
from assistant.answer.counted import counts
from assistant.answer.meaning import by_meaning
from assistant.answer.quotes import shown
from assistant.answer.repeats import bears_out, overlap, repeats
from assistant.answer.scores import Scored, scored
from assistant.answer.units import joined
from assistant.embedding import Embedder
from assistant.index.lexical import Lexical
from assistant.language.words import YEAR
from assistant.models import Hit
from assistant.question import Question, Wanted
from assistant.settings import AnswerSettings

__all__ = ["Scored", "select"]

_SOURCES = 3  # of one claim at most
_AROUND = 1  # its marker
_LONGEST_NUMBER = 30  # words of a statement that gives a number and little else
_BYLINE = 3  # words that name a study the first time


class _Choice:
    """What was chosen so far and how many words it takes."""

    def __init__(self, question: Question, asked: Asked, settings: AnswerSettings) -> None:
        self.chosen: list[Scored] = []
        self._asked, self._settings = asked, settings
        self._compares = _compares(question)
        self._left = settings.words

    def worth(self, one: Scored) -> float:
        """A statement's score, given what was chosen before."""
        settings, worth = self._settings, one.score
        if not self.chosen:
            return worth
        if self._compares:
            worth -= settings.weight_length * len(one.said.split())
            if one.years - {year for other in self.chosen for year in other.years}:
                worth += settings.weight_new_year
            if all(one.unit.passage.document != other.unit.passage.document for other in self.chosen):
                worth += settings.weight_new_report
        if self._asked.studies:
            worth -= settings.weight_same_study * any(_study(one) == _study(other) for other in self.chosen)
        if self._asked.several:
            return worth + settings.weight_same_section * (_section(one) == _section(self.chosen[0]))
        same = sum(other.unit.passage.id == one.unit.passage.id for other in self.chosen)
        return worth - settings.weight_same_passage * min(3, same)

    def take(self, one: Scored) -> None:
        """Choose a statement, unless it is told already or there is no room; it may go on from one that is told."""
        for i, other in enumerate(self.chosen):
            if overlap(one.unit, other.unit):
                self._go_on(i, one)
                return
            if repeats(one.unit.text, other.unit.text) and not self._tells_of_another_time(one, other):
                self._bear_out(i, one)
                return
        words = len(one.said.split()) + _AROUND
        if all(_study(one) != _study(other) for other in self.chosen):
            words += _BYLINE
        if self._has_room(words):
            self.chosen.append(one)

    def _tells_of_another_time(self, one: Scored, other: Scored) -> bool:
        """Whether the two are what a comparison of years needs: the same told by two reports."""
        return self._compares and one.unit.passage.document != other.unit.passage.document

    def _go_on(self, i: int, one: Scored) -> None:
        other = self.chosen[i]
        if one.tail is None or overlap(one.tail, other.unit):
            return
        both = joined(other.unit, one.tail)
        if "\n" not in both.text and self._has_room(len(one.tail.text.split())):
            self.chosen[i] = replace(other, unit=both, said=shown(both))

    def _bear_out(self, i: int, one: Scored) -> None:
        other = self.chosen[i]
        sources = {unit.passage.document for unit in (other.unit, *other.also)}
        if one.unit.passage.document in sources or len(sources) == _SOURCES:
            return
        if bears_out(one.unit.text, other.unit.text) and self._has_room(1):
            self.chosen[i] = replace(other, also=(*other.also, one.unit))

    def _has_room(self, words: int) -> bool:
        if words > self._left:
            return False
        self._left -= words
        return True


def select(
    question: Question, hits: Sequence[Hit], lexical: Lexical, embedder: Embedder, settings: AnswerSettings
) -> list[Scored]:
    """The statements for an answer, best first: at most `settings.points` and `settings.words`."""
    asked = read(question)
    most = settings.passages_compared if _compares(question) else settings.passages
    left = scored(question, asked, hits[:most], lexical, settings)
    if not _compares(question):  # of what is compared, one side is worded nearer to the question than the other
        left = by_meaning(question.whole, left, embedder, settings)
    choice = _Choice(question, asked, settings)
    least: float | None = None
    while left and len(choice.chosen) < settings.points:
        best = max(left, key=choice.worth)
        if least is None:
            least, left = _least(question, best, settings), _beside(best, left, asked, question, settings)
        if choice.worth(best) < least:
            break
        left.remove(best)
        choice.take(best)
    return _lead_first(choice.chosen, question, asked, settings)


def _least(question: Question, best: Scored, settings: AnswerSettings) -> float:
    """What others must be worth beside the best one."""
    is_figure = question.wanted is Wanted.FIGURE and not _compares(question)
    return (settings.keep_figures_above if is_figure else settings.keep_above) * best.score


def _beside(
    best: Scored, left: list[Scored], asked: Asked, question: Question, settings: AnswerSettings
) -> list[Scored]:
    """What may stand beside a number that was asked for: other numbers, and what is nearly as good."""
    if not asked.counted or _compares(question):
        return left
    least = settings.keep_figureless_above * best.score
    return [one for one in left if one is best or one.score >= least or has_figure(one.said)]


def _lead_first(chosen: list[Scored], question: Question, asked: Asked, settings: AnswerSettings) -> list[Scored]:
    """The statement that itself says most of what is asked, in few words, before the others."""

    def leads(one: Scored) -> float:
        return (
            one.score
            + settings.weight_lead * (one.own - _is_untimely(one.said, question.years))
            + settings.weight_lead_number * _is_the_number(one, asked, question)
            - settings.weight_lead_length * len(one.said.split())
        )

    lead = max(chosen, key=leads, default=None)
    return [one for one in chosen if one is lead] + [one for one in chosen if one is not lead]


def _is_untimely(said: str, years: Sequence[str]) -> bool:
    """Whether a statement names years, but none of those asked for."""
    named = set(YEAR.findall(said))
    return bool(years and named) and named.isdisjoint(years)


def _is_the_number(one: Scored, asked: Asked, question: Question) -> bool:
    """Whether a statement counts what is asked, in a year that is asked for, by its own few words."""
    if len(one.said.split()) > _LONGEST_NUMBER or not any(year in one.said for year in question.years):
        return False
    return counts(asked.counted, one.said, bool(one.unit.passage.cells)) == 1.0


def _compares(question: Question) -> bool:
    return len(question.years) > 1


def _section(one: Scored) -> tuple[str, ...]:
    return (one.unit.passage.document, *one.unit.passage.path)


def _study(one: Scored) -> tuple[str, str | None]:
    return one.unit.passage.document, one.unit.passage.study
