"""Which measures of the evidence a question is about, and which of them are one and the same."""

from collections.abc import Mapping, Sequence

from assistant.answer.evidence import Evidence
from assistant.answer.series.fitting import (
    Fit,
    Subject,
    counts_another,
    fit,
    is_named,
    kinds_asked,
    subject,
    wants_development,
    wants_figures,
)
from assistant.answer.series.lines import Line, Value, likeness, marks
from assistant.answer.series.numbers import COUNT, MONEY
from assistant.answer.series.rows import row_line
from assistant.answer.series.sentences import sentence_lines, single_lines
from assistant.language.terms import load_terms
from assistant.models import Hit, Report
from assistant.question import Question

# Calibrated on figures that people asked for and on ones that had the words alone; a wrong row is worse than none.
_HELD, _HELD_BY_MEASURE, _ASKED = 0.6, 0.4, 0.22
_HELD_ON_TOP, _ASKED_ON_TOP = 0.5, 0.6  # for what the best passages say
_HELD_WHOLE = 0.9  # of the question by a measure's own words, from which on its passage need not be near
_TOP = 2
_NEAR = 0.4  # of the best passage's score, below which a passage is about something else
_BESIDE = 0.7  # of the best measure's fit, below which another is about something else
_SAME, _SAME_IF_EQUAL = 0.6, 0.3  # likeness of words; the second where they also agree on a figure
_ENGLISH_SMALL_WORDS = frozenset({"a", "to"})  # a letter and a number in Norwegian
_MOST = 2  # measures shown side by side


def lines_of(hits: Sequence[Hit]) -> list[Line]:
    """Every measure for several years in the evidence, best passage first."""
    found = []
    for rank, hit in enumerate(hits):
        row = row_line(hit.passage, rank) if hit.passage.cells else None
        found += [row] if row else list(sentence_lines(hit.passage, rank))
    return found


def measures_asked(evidence: Evidence) -> list[list[Line]]:
    """The measures that the question asks for, best first, each with all that the evidence has of it.

    Empty where the question does not want figures.
    """
    question = evidence.question
    if not evidence.hits or not wants_figures(question):
        return []
    asked = subject(question, evidence.lexical)
    develops = wants_development(question)
    hits = [*evidence.hits, *evidence.further] if develops else evidence.hits
    lines = lines_of(hits)
    fitting = _fitting(lines, asked, evidence)
    if not fitting and develops:
        fitting = _fitting(_rest_of_table(lines, asked, evidence), asked, evidence)
    fitting.sort(key=lambda pair: (-round(pair[0], 2), -len(pair[1].values)))
    groups = _grouped([line for score, line in fitting if score >= _BESIDE * fitting[0][0]], evidence.reports)
    covering = [group for group in groups if any(_covers(question, line) for line in group)]
    shown = [group for group in covering if _beside(group[0], covering[0][0])][:_MOST]
    return [_filled(shown[0], hits, asked, evidence), *shown[1:]] if shown and develops else shown


def _fitting(lines: Sequence[Line], asked: Subject, evidence: Evidence) -> list[tuple[float, Line]]:
    """The measures that the question means, each with how well it fits."""
    question, cited = evidence.question, evidence.cited
    hits = [*evidence.hits, *evidence.further]
    kinds, develops = kinds_asked(question), wants_development(question)
    named = marks(question.whole) - (_ENGLISH_SMALL_WORDS if question.language == "en" else frozenset())
    others = marks(" ".join(load_terms().other_words(question.whole, question.language)))
    found = []
    for line in lines:
        rank = line.passage_rank
        if line.kind not in kinds or not named <= line.marks <= named | others:
            continue
        fits = fit(asked, line, evidence.lexical)
        is_near = hits[rank].score >= _NEAR * hits[0].score or fits.held_by_measure >= _HELD_WHOLE
        is_near = line.passage.id in cited or (develops and is_near)
        if is_near and is_named(asked, line) and _is_meant(fits, rank) and not counts_another(question, line):
            score = fits.held + fits.held_by_measure + fits.asked + _covered(question, line)
            found.append((score, line))
    return found


def _filled(group: Sequence[Line], hits: Sequence[Hit], asked: Subject, evidence: Evidence) -> list[Line]:
    """A measure with the years that it lacks, where a sentence gives them in the same words.

    What a sentence says beside them must be what most passages say: any other word may tell of a part.
    """
    first, filled = group[0], [*group]
    if first.kind not in (COUNT, MONEY):
        return filled
    weights = evidence.lexical.weights("words", asked.weights)
    least = min(weights.values(), default=0.0)
    for line in (line for rank, hit in enumerate(hits) for line in single_lines(hit.passage, rank)):
        more = evidence.lexical.weights("words", line.terms - first.terms)
        lacks = line.values[0].year not in {value.year for one in filled for value in one.values}
        alike = line.kind == first.kind and line.marks == first.marks and _in_one_unit(line, first)
        if lacks and alike and likeness(line.terms, first.terms) >= _SAME and all(one < least for one in more.values()):
            filled.append(line)
    return filled


def _rest_of_table(lines: Sequence[Line], asked: Subject, evidence: Evidence) -> list[Line]:
    """The other rows of the first table that is about what is asked, where search found rows of it by their heading."""
    rows = (line for line in lines if line.passage.cells and fit(asked, line, evidence.lexical).held >= _HELD)
    first = next(rows, None)
    if first is None:
        return []
    others = (row_line(passage, first.passage_rank) for passage in evidence.table(first.passage))
    return [line for line in others if line is not None]


def same_measure(a: Line, b: Line, reports: Mapping[str, Report]) -> bool:
    """Whether two places measure the same thing, so that their figures may stand in one row."""
    if a.kind != b.kind or a.marks != b.marks or _in_one_table(a, b):
        return False
    alike = likeness(a.terms, b.terms)
    shared = {(value.year, value.number) for value in a.values} & {(value.year, value.number) for value in b.values}
    if shared and alike >= _SAME_IF_EQUAL:
        return True
    return alike >= _SAME and comparable(a, b, reports)


def _in_one_table(a: Line, b: Line) -> bool:
    """Rows of one table measure different things, however alike they are called."""
    one, other = a.passage, b.passage
    return bool(one.cells and other.cells) and (one.document, one.path) == (other.document, other.path)


def comparable(a: Line, b: Line, reports: Mapping[str, Report]) -> bool:
    """Whether two places are in reports of one kind from one publisher."""
    one, other = reports.get(a.passage.document), reports.get(b.passage.document)
    return one is not None and other is not None and (one.kind, one.publisher) == (other.kind, other.publisher)


def _is_meant(fits: Fit, rank: int) -> bool:
    if fits.held >= _HELD and fits.held_by_measure >= _HELD_BY_MEASURE and fits.asked >= _ASKED:
        return True
    return rank < _TOP and fits.held >= _HELD_ON_TOP and fits.asked >= _ASKED_ON_TOP


def _beside(line: Line, best: Line) -> bool:
    """Whether another measure is so near to the best that a reader should see both."""
    if line is best:
        return True
    is_alike = line.kind == best.kind and _in_one_unit(line, best) and not _in_one_table(line, best)
    return is_alike and likeness(line.terms, best.terms) >= _SAME_IF_EQUAL


def _in_one_unit(line: Line, other: Line) -> bool:
    """Whether both say the same unit; a table's column may leave it out."""
    return line.measured_in == other.measured_in or "" in (line.measured_in, other.measured_in)


def _covered(question: Question, line: Line) -> float:
    """The share of the years that the question names for which the measure has a figure."""
    years = {value.year for value in line.values}
    return sum(int(year) in years for year in question.years) / len(question.years) if question.years else 0.0


def _covers(question: Question, line: Line) -> bool:
    """Whether the measure has one of the years that the question names, where it names any."""
    first, last = min(value.year for value in line.values), max(value.year for value in line.values)
    return not question.years or any(first <= int(year) <= last for year in question.years)


def _grouped(lines: Sequence[Line], reports: Mapping[str, Report]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        group = next((group for group in groups if same_measure(group[0], line, reports)), None)
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    # The fullest leads: it names the measure, and what it has need not be cited from elsewhere.
    return [sorted(group, key=lambda line: -len(line.values)) for group in groups]


def agrees(a: Value, b: Value) -> bool:
    """Whether two figures are one, where one of them may be rounded: 28 067 and "ca. 28 000"."""
    if a.number == b.number:
        return True
    rounded = a if len(a.text.split()) > 1 and not a.text[0].isdigit() else b
    if rounded.text[0].isdigit():
        return False
    step = float(10 ** _zeros(rounded.number))
    return abs(a.number - b.number) <= step / 2


def _zeros(number: float) -> int:
    digits = str(int(number))
    return len(digits) - len(digits.rstrip("0"))
