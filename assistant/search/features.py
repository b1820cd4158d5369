"""What speaks for a passage as an answer to a question, as numbers that are weighed and added up."""

from dataclasses import asdict, dataclass

from assistant.models import Passage
from assistant.question import Question, Wanted
from assistant.search.candidates import Candidate
from assistant.search.overlap import Overlap
from assistant.settings import SearchSettings


@dataclass(frozen=True, slots=True)
class Features:
    """Each from 0 to 1; `weight_<name>` of the settings says how much it counts."""

    dense: float  # nearness in meaning
    letters: float  # BM25 over letter n-grams
    words: float  # BM25 over stems
    statement: float  # share of the question's words in the best single statement
    other_statement: float  # the same for other words for what the question says
    year: float  # years of the question stand in it: half for one, the rest for its share of them
    source: float  # the report or study that the question names
    kind: float  # under the kind of heading that was asked for
    table: float  # a table row, which holds few words
    figure: float  # numbers, where a figure is wanted

    def score(self, settings: SearchSettings) -> float:
        """All of them, by weight."""
        return float(sum(getattr(settings, f"weight_{name}") * value for name, value in asdict(self).items()))


def features_of(question: Question, candidate: Candidate, asked: Overlap, others: Overlap) -> Features:
    """The features of one candidate; `asked` are the question's words, `others` other words for them."""
    passage = candidate.passage
    return Features(
        dense=candidate.dense,
        letters=candidate.letters,
        words=candidate.words,
        statement=asked.best_statement(passage),
        other_statement=others.best_statement(passage),
        year=_years(question, passage),
        source=float(is_named(question, passage)),
        kind=float(passage.kind is question.wanted.section),
        table=float(bool(passage.cells)),
        figure=float(question.wanted is Wanted.FIGURE and any(character.isdigit() for character in passage.text)),
    )


def _years(question: Question, passage: Passage) -> float:
    said = words_of(passage)
    held = sum(year in said for year in question.years)
    return (1 + held / len(question.years)) / 2 if held else 0.0


def words_of(passage: Passage) -> str:
    """The passage's text with the headings above it, the report's title left out."""
    return " ".join((*passage.path, passage.text))


def is_named(question: Question, passage: Passage) -> bool:
    """Whether the question names the report or the study that the passage is a part of."""
    return any(
        passage.document == source.document and source.study in (None, passage.study) for source in question.sources
    )
