"""The sides of a comparison: reports or studies that are named, years, or two things set against one another."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.filters import Filters
from assistant.language.words import STOP, words
from assistant.models import Passage, dated
from assistant.overview.context import Context
from assistant.overview.narrowing import without
from assistant.overview.wording import MENTIONED, ThemeWords
from assistant.question import Question, Source
from assistant.question.theme import theme_of
from assistant.rendering.formats import listed
from assistant.search.spread import of_year, words_of
from assistant.statements import Statement

MOST = 8  # sides that stand beside one another
# What joins ("og") may also stand within one of two things that something else sets against one another ("enn").
_AGAINST = re.compile(
    r"\s+(?P<parts>versus|vs\.?|kontra|sammenlign\w* med|samanlikn\w* med|compared (?:with|to)"
    r"|(?:enn|than)(?!\s+\d))\s+|\s+(?:mot|i forhold til|and|og|eller|or|enn|than)\s+|\s*/\s*|\s+[–-]\s+",
    re.IGNORECASE,
)
# "Hva er best for barn og unge, tolk eller kurs?": what is set against one another stands behind the comma.
_CHOOSING = re.compile(
    r"^(?:(?:og|men|and|but)\s+)?(?:hva|hvem|hvor\w*|hvilke\w*|kva|kven|kor\w*|what|who|which|how)\b"
    r"(?:(?!\b(?:mellom|between|forskjell|skilnad|differen|skill|best av|best of))[^,])*,\s*(?=.*\s(?:eller|or)\s)",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\s*(?:i|på|hos|blant|in|on|at|among)\b", re.IGNORECASE)
_COMPARING = re.compile(
    r"\b(?:sammenlign\w*|samanlikn\w*|sammenlikn\w*|forskjell\w*|skilnad\w*|ulik\w*|lik(?:het\w*|t)?|mellom|compar\w*"
    r"|differen\w*|between|hva|kva|er|det|på|hvordan|korleis|skiller?|seg|best|bedre|betre|flest|mest|difference)\b[\s:,]*",
    re.IGNORECASE,
)
_ABOVE = 2  # headings that a statement is under
_NEAREST = 3  # words to either side of what stands between two things, at most


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it is called, the question put to it, what it is searched in, which passages tell of it, and
    which of their statements are about it.
    """

    label: str
    question: Question
    filters: Filters
    tells: Callable[[Passage], bool]
    says: Callable[[Statement], bool] = lambda _: True


def sides_of(context: Context) -> list[Side]:
    """The sides in the question's order (years: oldest first), no two of one label; none where it names no two."""
    asked = context.asked
    reports = [one for one in asked.sources if one.study is None]
    studies = [one for one in asked.sources if one.study is not None]
    if len(reports) > 1 and (not asked.years or len(reports) == len(asked.years)):
        return _of_sources(reports, context)
    if len(asked.named) == len(asked.years) > 1:  # "kommuneundersøkelsen 2017 og 2023": a study and a report
        return _of_sources(asked.named, context)
    if len(asked.years) > 1:
        return [_of_year(year, context) for year in asked.years]
    if len(studies) > 1:
        return _of_sources(studies, context)
    return [_of_thing(thing, context) for thing in things(asked.whole)]


def _of_sources(sources: Sequence[Source], context: Context) -> list[Side]:
    labels = _labels(sources, context)
    return [_of_source(one, label, context) for one, label in zip(sources, labels, strict=True)]


def _of_source(source: Source, label: str, context: Context) -> Side:
    years = context.asked.years if source.study else ()
    question = replace(context.asked, whole=theme_compared(context), sources=(source,), years=years)
    filters = replace(context.filters, documents=(source.document,))
    return Side(label, question, filters, lambda passage: source.study in (None, passage.study))


def _labels(sources: Sequence[Source], context: Context) -> list[str]:
    """What the sources are called: by title, and by more of where they stand in while several are called the same."""
    reports = [dated(it.title, it.year) for it in (context.index.manifest.reports[one.document] for one in sources)]
    titles = [one.study or report for one, report in zip(sources, reports, strict=True)]
    for more in (reports, [one.document for one in sources]):
        pairs = list(zip(titles, more, strict=True))
        titles = [f"{one} – {other}" if titles.count(one) > 1 and one != other else one for one, other in pairs]
    return titles


def _of_year(year: str, context: Context) -> Side:
    asked = context.asked
    question = replace(asked, whole=f"{theme_compared(context)} {year}", years=(year,))
    return Side(year, question, context.filters, of_year(year, asked.years))


def _of_thing(thing: str, context: Context) -> Side:
    wording = ThemeWords(thing, context.asked.language, context.index.lexical)
    question = replace(context.asked, whole=f"{theme_compared(context)} {thing}")

    def tells(passage: Passage) -> bool:
        return wording.share(wording.held(words_of(passage))) >= MENTIONED

    def says(one: Statement) -> bool:
        """By its own words, those it hangs on, or what it stands under: not because a neighbour names the thing."""
        above = " ".join((*one.passage.path[-_ABOVE:], one.span.about, one.lead))
        return wording.share(wording.held(f"{above} {one.text}")) >= MENTIONED

    return Side(thing, question, context.filters, tells, says)


def things(text: str) -> list[str]:
    """What stands before and after the word that sets things against one another, with the others of a list."""
    said = _CHOOSING.sub("", text).strip(" ?.!,")
    for match in sorted(_AGAINST.finditer(said), key=lambda one: one["parts"] is None):
        before = re.split(r"[:;]|\b(?:om|about|når|for)\b", said[: match.start()])[-1].split(",")
        after = re.split(r"[,:;?]|\b(?:om|about|når|i|på|in|on|for|ved|with)\b", said[match.end() :])[0].split(match[0])
        others = [one for one in before[:-1] if not _PLACED.match(one)]
        parts = [_bare(one)[-_NEAREST:] for one in (*others, before[-1])] + [_bare(one)[:_NEAREST] for one in after]
        bare = [" ".join(word for word in part if word.casefold() not in STOP) for part in parts]
        told = {tuple(words(one)): one for one in bare if words(one)}
        if words(bare[len(others)]) and words(bare[len(others) + 1]) and len(told) > 1:
            return list(told.values())
    return []


def _bare(part: str) -> list[str]:
    return _COMPARING.sub(" ", part).split()


def comparison_said(sides: Sequence[Side], context: Context) -> str:
    """What is compared, and in what: "bruk av tolk – 2019 og 2021"; the sides alone where no theme is left."""
    labels = [side.label for side in sides]
    theme = theme_compared(context)
    theme = "" if theme == context.asked.whole else without(theme, labels)
    beside = listed(labels, context.asked.language)
    return f"{theme} – {beside}" if theme else beside


def theme_compared(context: Context) -> str:
    """What the sides are compared in: what is asked without the words that compare, and the sides' own names."""
    reports = context.index.manifest.reports
    names = [one.study or reports[one.document].title for one in context.asked.sources]
    theme = theme_of(_COMPARING.sub(" ", context.asked.whole))
    return without(theme, names) or theme or context.asked.whole
