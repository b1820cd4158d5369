"""Comparisons: the best evidence for each year and report asked for, among the first passages."""

from collections.abc import Callable, Sequence

from assistant.models import Hit, Passage
from assistant.question import Question

# A passage this far below the best is no evidence, whatever its year.
_WORTH = 0.5


def spread(question: Question, ranked: Sequence[Hit]) -> list[Hit]:
    """The hits with the best of each year and report that the question names moved up behind the first.

    Nothing moves where fewer than two are named, or where the first passages hold them all.
    """
    groups = sides(question)
    if len(groups) < 2 or not ranked:
        return list(ranked)
    first: list[Hit] = []
    for hit in ranked:
        if hit.score < _WORTH * ranked[0].score:
            break
        lacking = [group for group in groups if not any(group(one.passage) for one in first)]
        if not lacking:
            break
        if not first or any(group(hit.passage) for group in lacking):
            first.append(hit)
    return [*first, *(hit for hit in ranked if hit not in first)]


def sides(question: Question) -> list[Callable[[Passage], bool]]:
    """A test for each year, each report, and for the studies that the question names."""
    reports = [source.document for source in question.sources if source.study is None]
    studies = {(source.document, source.study) for source in question.sources if source.study is not None}
    groups = [of_year(year, question.years) for year in question.years]
    groups += [_of_report(report) for report in reports]
    if studies:
        groups.append(lambda passage: (passage.document, passage.study) in studies)
    return groups


def of_year(year: str, years: Sequence[str]) -> Callable[[Passage], bool]:
    """Told of the year in words, or of a report of that year that tells of none of the others."""

    def test(passage: Passage) -> bool:
        said = words_of(passage)
        return year in said or (str(passage.year) == year and not any(other in said for other in years))

    return test


def words_of(passage: Passage) -> str:
    """The passage's text with the headings above it, the report's title left out."""
    return " ".join((*passage.path, passage.text))


def _of_report(document: str) -> Callable[[Passage], bool]:
    return lambda passage: passage.document == document
