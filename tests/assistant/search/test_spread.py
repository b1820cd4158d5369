"""Comparisons bring evidence from every year and report asked for."""

import pytest

from assistant.models import Hit, Passage
from assistant.question import Names, Question, understand
from assistant.search.spread import spread
from tests.making.manifests import SHELF

NAMES = Names(SHELF)


def asked(typed: str) -> Question:
    return understand(typed, names=NAMES)


def hit(document: str, text: str, score: float, year: int = 2017, study: str | None = None) -> Hit:
    return Hit(Passage(f"{document}:{score}", document, "Tittel", text, year=year, study=study), score)


def order(question: Question, hits: list[Hit]) -> list[float]:
    return [found.score for found in spread(question, hits)]


SAME = [hit("arsrapport-2017", "I 2017 ble det bosatt 11 078.", score) for score in (2.0, 1.9, 1.8, 1.7)]


def test_the_best_of_each_year_stand_first() -> None:
    hits = [*SAME, hit("undersokelsen-2023", "Tallet var 33 701.", 1.5, 2023)]
    assert order(asked("Hvor mange ble bosatt i 2017 og 2023?"), hits)[:2] == [2.0, 1.5]


def test_the_best_of_each_report_stand_first() -> None:
    hits = [*SAME, hit("undersokelsen-2023", "Tallet var 33 701.", 1.5, 2023)]
    assert order(asked("Hva sier årsrapporten og kommuneundersøkelsen om bosetting?"), hits)[:2] == [2.0, 1.5]


def test_a_study_that_is_named_stands_beside_a_year() -> None:
    hits = [*SAME, hit("fou-2019", "De fant mye.", 1.5, 2019, "Skole og fritid")]
    assert order(asked("Hva sa Fafo, og hva var tallet i 2017?"), hits)[:2] == [2.0, 1.5]


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("Hvor mange ble bosatt i 2017?", hit("undersokelsen-2023", "Tallet var 33 701.", 1.6, 2023)),
        ("Hvor mange ble bosatt i 2017 og 2023?", hit("undersokelsen-2023", "Noe annet.", 0.4, 2023)),
        ("Hvor mange ble bosatt i 2017 og 2023?", hit("arsrapport-2018", "Fjoråret.", 1.6, 2018)),
    ],
    ids=["one year", "far below the best", "of neither year"],
)
def test_otherwise_the_order_stays(typed: str, last: Hit) -> None:
    assert order(asked(typed), [*SAME, last]) == [*(one.score for one in SAME), last.score]


def test_one_passage_that_tells_of_all_years_is_enough() -> None:
    hits = [hit("arsrapport-2017", "2016: 15 291 · 2017: 11 078", 2.0), *SAME[1:], hit("fou", "I 2016.", 1.5, 2016)]
    assert order(asked("Hvor mange ble bosatt i 2016 og 2017?"), hits) == [found.score for found in hits]


def test_nothing_is_lost_or_doubled() -> None:
    hits = [*SAME, hit("undersokelsen-2023", "Tallet var 33 701.", 1.5, 2023)]
    found = spread(asked("Hvor mange ble bosatt i 2017 og 2023?"), hits)
    assert sorted(found, key=lambda one: -one.score) == hits


def test_no_hits_are_no_trouble() -> None:
    assert spread(asked("Hvor mange ble bosatt i 2017 og 2023?"), []) == []
