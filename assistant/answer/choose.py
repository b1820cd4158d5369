"""Which statements an answer is made of: the likeliest first, without repetition, each side of a comparison its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.aims import asks_what_came_of_it, is_aim
from assistant.answer.quotes import can_be_quoted, shown
from assistant.answer.repeats import bears_out, overlap, repeats
from assistant.answer.rules import weighed
from assistant.question import Question
from assistant.reader.reading import Read
from assistant.search.spread import sides
from assistant.settings import AnswerSettings
from assistant.statements import Statement, joined, told_year, with_lead

_SOURCES = 3  # of one claim at most
_AROUND, _BYLINE = 1, 3  # words that a marker takes, and the name of a study the first time
LONGEST_LEAD = 45  # words; a longer statement leads only where no shorter one is nearly as likely, and grows no more
_NEARLY, _EQUAL = 0.75, 0.9  # of the likeliest one's chance


@dataclass(frozen=True, slots=True)
class Chosen:
    """A point of an answer: a statement, or items of one list; their chance to answer; and how they are shown.

    `also` are statements of other documents that say the same; `aside` says that it is far less likely than the lead.
    """

    statements: tuple[Statement, ...]
    chance: float
    said: str
    score: float = 0.0
    also: tuple[Statement, ...] = ()
    aside: bool = False

    @property
    def first(self) -> Statement:
        """The statement, or the first item."""
        return self.statements[0]


def choose(question: Question, read: Sequence[Read], settings: AnswerSettings) -> list[Chosen]:
    """The points of an answer, the one that leads first: at most `settings.words`, and `settings.points`, or as many as
    a comparison has sides.
    """
    left = sorted(
        (
            replace(one, chance=weighed(question, one.statement, one.chance))
            for one in read
            if can_be_quoted(one.statement) and _says_something(one.statement)
        ),
        key=lambda one: -one.chance,
    )
    if not left:
        return []
    choice = _Choice(question, settings)
    choice.take(left[0])
    for side in sides(question):
        if not any(side(one.first.passage) for one in choice.chosen):
            of_side = (one for one in left if side(one.statement.passage))
            best = next(of_side, None)
            if best is not None and best.chance >= settings.keep_side_above:
                choice.take(best)
    for one in left[1:]:
        if one.chance < settings.keep_above * left[0].chance or len(choice.chosen) >= settings.points:
            break
        choice.take(one, aside=one.chance < settings.aside_below * left[0].chance)
    return _lead_first(choice.chosen, question)


class _Choice:
    """What was chosen so far, and how many words there is still room for."""

    def __init__(self, question: Question, settings: AnswerSettings) -> None:
        self.chosen: list[Chosen] = []
        self._question = question
        self._left = settings.words
        self._compares = len(question.years) > 1

    def take(self, one: Read, *, aside: bool = False) -> None:
        """Choose a statement, unless it is told already or there is no room; an item joins the others of its list."""
        whole = with_lead(one.statement)
        for i, other in enumerate(self.chosen):
            if any(overlap(one.statement, held) for held in other.statements):
                return
            if _of_one_list(one.statement, other.first):
                self._add_item(i, one)
                return
            if overlap(whole, other.first):  # the sentence that it points back to is chosen already
                self._go_on(i, one, whole)
                return
            if repeats(one.statement.text, other.said) and not self._tells_of_another_time(one, other):
                self._bear_out(i, one)
                return
        said = shown([whole], self._question.years)
        words = len(said.split()) + _AROUND
        if all(_study(one.statement) != _study(other.first) for other in self.chosen):
            words += _BYLINE
        if self._has_room(words):
            self.chosen.append(Chosen((whole,), one.chance, said, one.score, aside=aside))

    def _tells_of_another_time(self, one: Read, other: Chosen) -> bool:
        """Whether the two are what a comparison of years needs: the same told by two reports."""
        return self._compares and one.statement.passage.document != other.first.passage.document

    def _add_item(self, i: int, one: Read) -> None:
        other = self.chosen[i]
        if self._has_room(len(one.statement.text.split())):
            items = tuple(sorted((*other.statements, one.statement), key=lambda item: item.start))
            self.chosen[i] = replace(other, statements=items, said=shown(items))

    def _go_on(self, i: int, one: Read, whole: Statement) -> None:
        other = self.chosen[i]
        if len(other.statements) == 1 and self._has_room(len(one.statement.text.split())):
            both = joined(other.first, whole)
            self.chosen[i] = replace(other, statements=(both,), said=shown([both]))

    def _bear_out(self, i: int, one: Read) -> None:
        other = self.chosen[i]
        sources = {held.passage.document for held in (other.first, *other.also)}
        if one.statement.passage.document in sources or len(sources) == _SOURCES:
            return
        if bears_out(one.statement.text, other.said) and self._has_room(1):
            self.chosen[i] = replace(other, also=(*other.also, one.statement))

    def _has_room(self, words: int) -> bool:
        if words > self._left:
            return False
        self._left -= words
        return True


def _lead_first(chosen: Sequence[Chosen], question: Question) -> list[Chosen]:
    """The likeliest first; where it is long, a shorter one that is nearly as likely.

    Of those that are nearly as likely the newest, where it is asked how things are now; and where a figure of a year is
    asked for, what came of it before what was aimed at.
    """
    ranked = sorted(chosen, key=lambda one: -one.chance)
    if not ranked:
        return []
    likely = [one for one in ranked if one.chance >= _NEARLY * ranked[0].chance]
    likely = [one for one in likely if len(one.said.split()) <= LONGEST_LEAD] or ranked[:1]
    if question.asks_of_now:
        likely = [one for one in likely if one.chance >= _EQUAL * ranked[0].chance] or likely[:1]
        likely.sort(key=lambda one: -(told_year(one.first) or 0))
    elif asks_what_came_of_it(question):
        likely.sort(key=lambda one: is_aim(one.first))
    lead = likely[0]
    return [lead, *(one for one in ranked if one is not lead)]


def _says_something(one: Statement) -> bool:
    """False for what is left of a chart in running text: more digits than letters, and no words that it hangs on."""
    hangs = one.passage.cells or one.span.is_item or one.span.about or one.lead
    return bool(hangs) or sum(map(str.isalpha, one.text)) >= sum(map(str.isdigit, one.text))


def _of_one_list(one: Statement, other: Statement) -> bool:
    is_same = one.passage.id == other.passage.id and one.span.lead == other.span.lead
    return is_same and one.span.is_item and other.span.is_item and bool(one.lead)


def _study(one: Statement) -> tuple[str, str | None]:
    return one.passage.document, one.passage.study
