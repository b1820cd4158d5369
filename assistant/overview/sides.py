"""The sides of a comparison: reports or studies that are named, years, or two things set against one another."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.filters import Filters
from assistant.language.words import STOP, words
from assistant.models import Passage
from assistant.overview.context import Context
from assistant.overview.narrowing import without
from assistant.overview.wording import MENTIONED, Wording
from assistant.question import Question, Source
from assistant.question.theme import theme_of
from assistant.search.spread import of_year, words_of
from assistant.texts import text

_MOST = 4
_AGAINST = re.compile(
    r"\s+(?:mot|versus|vs\.?|kontra|sammenlign\w* med|samanlikn\w* med|i forhold til|compared (?:with|to)"
    r"|and|og|eller|or|enn|than)\s+|\s*/\s*|\s+[–-]\s+",
    re.IGNORECASE,
)
_COMPARING = re.compile(
    r"\b(?:sammenlign\w*|samanlikn\w*|sammenlikn\w*|forskjell\w*|skilnad\w*|ulik\w*|lik(?:het\w*|t)?|mellom|compar\w*"
    r"|differen\w*|between|hva|kva|er|det|på|hvordan|korleis|skiller?|seg|best|bedre|betre|flest|mest|difference)\b[\s:,]*",
    re.IGNORECASE,
)
_NEAREST = 3  # words to either side of what stands between two things, at most


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it is called, the question put to it, what it is searched in, and which passages tell of it."""

    label: str
    question: Question
    filters: Filters
    tells: Callable[[Passage], bool]


def sides_of(context: Context) -> list[Side]:
    """The sides, in the question's order (years: oldest first); none where it names no two."""
    asked = context.asked
    reports = [one for one in asked.sources if one.study is None]
    studies = [one for one in asked.sources if one.study is not None]
    if 1 < len(reports) <= _MOST and (not asked.years or len(reports) == len(asked.years)):
        return [_of_report(one, context) for one in reports]
    if 1 < len(asked.years) <= _MOST:
        return [_of_year(year, context) for year in asked.years]
    if 1 < len(studies) <= _MOST:
        return [_of_study(one, context) for one in studies]
    return [_of_thing(thing, context) for thing in _things(asked.whole)]


def _of_report(source: Source, context: Context) -> Side:
    report = context.index.manifest.reports[source.document]
    question = replace(context.asked, whole=theme_compared(context), sources=(source,), years=())
    label = report.title if str(report.year or "") in report.title else f"{report.title} ({report.year})"
    return Side(label, question, replace(context.filters, documents=(source.document,)), lambda passage: True)


def _of_study(source: Source, context: Context) -> Side:
    question = replace(context.asked, whole=theme_compared(context), sources=(source,))
    filters = replace(context.filters, documents=(source.document,))
    return Side(source.study or "", question, filters, lambda passage: passage.study == source.study)


def _of_year(year: str, context: Context) -> Side:
    asked = context.asked
    question = replace(asked, whole=f"{theme_compared(context)} {year}", years=(year,))
    return Side(year, question, context.filters, of_year(year, asked.years))


def _of_thing(thing: str, context: Context) -> Side:
    wording = Wording(thing, context.asked.language, context.index.lexical)
    question = replace(context.asked, whole=f"{theme_compared(context)} {thing}")

    def tells(passage: Passage) -> bool:
        return wording.share(wording.held(words_of(passage))) >= MENTIONED

    return Side(thing, question, context.filters, tells)


def _things(text: str) -> list[str]:
    """What stands before and after the word that sets two things against one another."""
    said = _COMPARING.sub(" ", text).strip(" ?.!,")
    for match in _AGAINST.finditer(said):
        before = re.split(r"[,:;]|\b(?:om|about|når|for)\b", said[: match.start()])[-1].split()[-_NEAREST:]
        after = re.split(r"[,:;?]|\b(?:om|about|når|i|på|in|on|for|ved|with)\b", said[match.end() :])[0].split()[
            :_NEAREST
        ]
        both = [" ".join(word for word in part if word.casefold() not in STOP) for part in (before, after)]
        if all(words(one) for one in both):
            return both
    return []


def comparison_said(sides: Sequence[Side], context: Context) -> str:
    """What is compared, and in what: "bruk av tolk – 2019 og 2021"; the sides alone where no theme is left."""
    labels = [side.label for side in sides]
    theme = theme_compared(context)
    theme = "" if theme == context.asked.whole else without(theme, labels)
    beside = f" {text('list_and', context.asked.language)} ".join(labels)
    return f"{theme} – {beside}" if theme else beside


def theme_compared(context: Context) -> str:
    """What the sides are compared in: what is asked without the words that compare, and the sides' own names."""
    reports = context.index.manifest.reports
    names = [one.study or reports[one.document].title for one in context.asked.sources]
    theme = theme_of(_COMPARING.sub(" ", context.asked.whole))
    return without(theme, names) or theme or context.asked.whole
