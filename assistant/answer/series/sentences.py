"""Measures from sentences: figures that a sentence, or two that follow each other, tie to one year each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer.quotes import can_be_quoted
from assistant.answer.series.lines import Line, Value, content, likeness
from assistant.answer.series.numbers import (
    COUNT,
    DURATION,
    MONEY,
    PERCENT,
    Number,
    Year,
    as_percent,
    counted,
    is_range,
    numbers,
    years,
)
from assistant.language.words import YEAR
from assistant.models import Passage
from assistant.statements import Statement

_APART = 90  # characters between a figure and its year, at most
_ALIKE = 0.5  # likeness of two sentences that say the same of two years
_SAME_AGAIN = re.compile(
    r"^(?:Dette|Det) (?:er|var) (?:en |ei )?[\w\s]{0,25}?\b(?:fra|siden|enn i)\s(?P<year>(?:19|20)\d\d),?\s"
    r"(?:hvor|da|der|når)\s",
)
_BACK = re.compile(r"^(?:I|i) (?:19|20)\d\d ")
_AIM = re.compile(
    r"\b(?:anmod\w*|målet|målsetting\w*|resultatmål\w*|skulle|skal|forvent\w*|prognose\w*|anslå\w*|krav\w*)\b", re.I
)
_CHANGE = re.compile(
    r"\s+(?:har |er |ble |blei |vart )?(?:økte|økt|steg|steget|sank|sunket|falt|redusert|gikk|gått|variert"
    r"|vokst|vokste)\b.*$",
    re.I | re.S,
)


# "Det er lavere enn i 2016": what is lower stands elsewhere; in "Det ble bosatt 12" nothing does.
_POINTS_BACK = re.compile(
    r"^(?:Det(?! (?:ble|blei|vart)\b)|Dette|Denne|Disse|De|Da|Dei|Sammenlignet|Samanlikna|Tilsvarende|Tidligere"
    r"|Rapporten|Tallene)\b"
    r"|\bslikt?e? |\bikke\b.*\b(?:serie|sammenlign)"
)
_POINTS = re.compile(r"\b(?:denne|dette|disse|desse|slike?|av disse|herav|hvorav|derav|those|these|this)\b", re.I)
_LEAD_IN = re.compile(r"^(?:[^,:]{3,120}: (?=[^\W\d])|.*\b(?:viser|fant|funnet|frem|fram|bak) at )")
_TRAILING = re.compile(
    r"[\s,(:]+(?:mot|og|opp fra|ned fra|fra|til|men|etter|i|for|sammenlignet med|samanlikna med)?\s*(?:kun|bare)?$"
)


def sentence_lines(passage: Passage, hit_rank: int = 0) -> Iterator[Line]:
    """The measures that the sentences of a passage of running text give for several years."""
    if passage.cells:
        return
    statements = _sentences(passage, hit_rank)
    for position, statement in enumerate(statements):
        line = _in_one(statement)
        if line is None and position:
            line = _in_two(statements[position - 1], statement)
        if line is not None:
            yield line


def single(statement: Statement) -> tuple[Number, Year | None] | None:
    """The one figure of a sentence and the year it names, where it has no more of either; None otherwise."""
    found, named = _main(numbers(statement.text)), years(statement.text)
    if len(found) != 1 or len(named) > 1 or is_range(statement.text) or _AIM.search(statement.text):
        return None
    return found[0], named[0] if named else None


def single_lines(passage: Passage, hit_rank: int = 0) -> Iterator[Line]:
    """The measures that sentences give for one year: named in it, or told by the words before it."""
    for statement in sentences_of(passage, hit_rank):
        found = None if _POINTS_BACK.search(statement.text) or _POINTS.search(statement.text) else single(statement)
        if found is None:
            continue
        number, named = found
        about = statement.span.about
        year = named or (Year(int(about), "", 0, 0) if YEAR.fullmatch(about) else None)
        if year is not None:
            value = _value(number, year, statement, statement.text)
            line = _line(_said(statement.text), number, [value], passage)
            if line is not None:
                yield line


def sentences_of(passage: Passage, hit_rank: int = 0) -> list[Statement]:
    """The sentences of a passage of running text that can be quoted."""
    return [] if passage.cells else _sentences(passage, hit_rank)


def _sentences(passage: Passage, hit_rank: int) -> list[Statement]:
    found = (Statement(passage, span, hit_rank) for span in passage.spans)
    return [statement for statement in found if can_be_quoted(statement)]


def _in_one(statement: Statement) -> Line | None:
    text = statement.text
    named = years(text)
    if (
        _POINTS_BACK.search(text)
        or len(named) < 2
        or len({year.year for year in named}) != len(named)
        or is_range(text)
        or _AIM.search(text)
    ):
        return None
    found = _main(numbers(text))
    pairs = _paired(found, named)
    if not pairs:
        return None
    starts = [0] + [number.end for number, _ in pairs]
    values = [
        _value(number, year, statement, text[start : number.end])
        for (number, year), start in zip(pairs, starts[:-1], strict=True)
    ]
    second = min(pairs[1][0].start, pairs[1][1].start)
    return _line(_said(text[:second]), found[0], values, statement.passage)


def _main(found: Sequence[Number]) -> list[Number]:
    """The figures of the kind that the sentence is about; a bare number after a percentage is one too."""
    for kind in (PERCENT, MONEY):
        of_kind = [number for number in found if number.kind == kind]
        if of_kind:
            bare = [n for n in found if n.kind == COUNT and not n.noun and n.start > of_kind[0].start and n.value < 200]
            more = [as_percent(number) for number in bare] if kind == PERCENT else []
            return sorted(of_kind + more, key=lambda number: number.start)
    counts = [number for number in found if number.kind == COUNT]
    nouns = {number.noun for number in counts if number.noun}
    if counts:
        return counts if len(nouns) < 2 else []
    return [number for number in found if number.kind == DURATION]


def _paired(found: Sequence[Number], named: Sequence[Year]) -> list[tuple[Number, Year]]:
    """Each figure with its year, where the order of figures and years leaves no doubt; empty otherwise."""
    if len(found) != len(named) or len(found) < 2:
        return []
    order = "".join(kind for _, kind in sorted([(n.start, "n") for n in found] + [(y.start, "y") for y in named]))
    if order in ("ny" * len(found), "yn" * len(found)) or order == "ynny":
        pairs = list(zip(found, named, strict=True))
    else:
        return []
    gaps = [max(number.start, year.start) - min(number.end, year.end) for number, year in pairs]
    return pairs if max(gaps) <= _APART else []


def _in_two(first: Statement, second: Statement) -> Line | None:
    """ "63 prosent … . Dette er en nedgang fra 2021 hvor 73 prosent …", and two sentences alike but for the year."""
    one, other = single(first), single(second)
    if one is None or other is None or other[1] is None or one[0].kind != other[0].kind or one[0].noun != other[0].noun:
        return None
    if _POINTS_BACK.search(first.text):
        return None
    again = _SAME_AGAIN.match(second.text)
    alike = _BACK.match(second.text) and likeness(content(first.text), content(second.text)) >= _ALIKE
    if not again and not alike:
        return None
    own = first.passage.year
    year = one[1] or (Year(own, "", 0, 0) if own else None)
    if year is None or year.year <= other[1].year:
        return None
    values = [
        _value(other[0], other[1], second, second.text),
        replace(_value(one[0], year, first, first.text), is_stated=one[1] is not None),
    ]
    return _line(_said(first.text), one[0], values, first.passage)


def _value(number: Number, year: Year, statement: Statement, around: str) -> Value:
    who = counted(around, around == statement.text)
    return Value(year.year, number.text, number.value, statement, who, part=year.part)


def _line(measure: str, number: Number, values: Sequence[Value], passage: Passage) -> Line | None:
    if not content(measure) - content(number.noun):
        return None
    ordered = tuple(sorted(values, key=lambda value: value.year))
    return Line(measure, number.kind, number.noun, ordered, " ".join(passage.path))


def _said(text: str) -> str:
    """What a sentence measures, in its own words: what it says up to its second figure, figures and years out."""
    clause = re.split(r"; |[,(]\s?(?:mot|opp fra|ned fra)\s", text)[0]
    clause = _TRAILING.sub("", _TRAILING.sub("", clause))
    without = _LEAD_IN.sub("", clause)
    clause = without if content(without) else clause
    changed = _CHANGE.sub("", clause)
    clause = changed if content(changed) else clause
    for year in years(clause):
        clause = re.sub(rf"\s?{re.escape(year.part)}(?:\s(?:i|av|in|of))?(?=\W+{year.year})", "", clause, flags=re.I)
    for number in reversed(numbers(clause)):
        left = "… " + number.noun if number.noun in ("prosent", "kroner") else "…"
        clause = clause[: number.start] + left + clause[number.end :]
    clause = re.sub(r"(?:^(?:I|Per(?: \w+)?)|\s(?:i løpet av|fra|i|for))?\s?\b(?:19|20)\d\d\b", "", clause)
    clause = re.sub(r"\s+", " ", clause).strip(" .,:–-")
    clause = re.sub(r"^(?:ble|blei|vart|var|er|har|hadde) (?:det )?|(?:\svar)?[\s:]+…$", "", clause)
    return clause[:1].upper() + clause[1:]
