"""The figure that a question asks for, found in the sentence that answers it."""

import re
from collections.abc import Iterator, Sequence

from assistant.answer.series.fitting import kinds_asked
from assistant.answer.series.numbers import Number, numbers, years
from assistant.question import Question, Wanted
from assistant.question.wanted import all_wanted

_OF_YEAR = re.compile(r"[^;()]*?\b(?:i|for|in|per|pr\.|fra|from)\s", re.I)  # between a figure and its year


# "65 prosent, mot kun 26 prosent for to år siden": what is compared with, and not what is told.
_COMPARED_WITH = re.compile(
    r"\b(?:mot|imot|sammenlign\w+ med|samanlikn\w+ med|against|compared (?:with|to)"
    r"|(?:opp|ned|up|down) (?:fra|frå|from))"
    r"\s+(?:\w+\s+){0,2}$",
    re.I,
)


def asked_figure(said: str, question: str, reported: int | None = None) -> tuple[int, int] | None:
    """Where the figure stands in a sentence; None where the question asks for none, or more than one could be it.

    Of several that each have their year, it is the one of the year that is asked for, or else of the last year. Of
    several without, it is the one that another is compared with, where no earlier year is asked for than the report's,
    `reported`.
    """
    if Wanted.FIGURE not in all_wanted(question):
        return None
    kinds = kinds_asked(Question(question, question, ""))
    found = [number for number in numbers(said) if number.kind in kinds]
    if len(found) < 2:
        return next(((number.start, number.end) for number in found), None)
    asked = {year.year for year in years(question)}
    dated = list(_dated(found, said))
    fitting = [(year, number) for year, number in dated if year in asked] if asked else dated
    if not fitting or (not asked and len(dated) < len(found)):
        return _told_of(found, said) if not dated and asked <= {reported} else None
    _, newest = max(fitting, key=lambda pair: pair[0])
    return newest.start, newest.end


def _told_of(found: Sequence[Number], said: str) -> tuple[int, int] | None:
    told = [one for one in found if not _COMPARED_WITH.search(said[: one.start])]
    return (told[0].start, told[0].end) if len(told) == 1 else None


def _dated(found: Sequence[Number], said: str) -> Iterator[tuple[int, Number]]:
    """Each figure with the year that follows it before the next one does: "26 prosent i 2021 til 65 prosent i 2023"."""
    ends = [*(number.start for number in found[1:]), len(said)]
    for number, end in zip(found, ends, strict=True):
        for year in years(said):
            if number.end <= year.start < end and _OF_YEAR.fullmatch(said[number.end : year.start]):
                yield year.year, number
                break
