"""Which statements an answer is made of."""

from collections.abc import Iterable
from typing import cast

from assistant.answer.scores import Scored
from assistant.answer.select import select
from assistant.index.lexical import Lexical
from assistant.models import Hit, Passage
from assistant.question import understand
from assistant.settings import AnswerSettings


class EveryTermAlike:
    """A lexical index to which no term is rarer than another."""

    def weights(self, field: str, terms: Iterable[str]) -> dict[str, float]:
        return dict.fromkeys(terms, 1.0)


def chosen(question: str, *texts: str, step: float = 0.01) -> list[Scored]:
    """What is chosen of these texts, each from a report of its own, a `step` worse than the one before."""
    hits = [Hit(Passage(f"r{i}:0", f"r{i}", f"Rapport {i}", text), 1.0 - i * step) for i, text in enumerate(texts)]
    return select(understand(question), hits, cast(Lexical, EveryTermAlike()), AnswerSettings())


NOW, THEN = "Kommunene mangler tolker på sykehus i distriktene.", "I distriktene mangler kommunene tolker på sykehus."


def test_what_two_reports_say_is_one_statement_with_two_sources() -> None:
    (one,) = chosen("Mangler kommunene tolker?", NOW, THEN)
    assert len(one.also) == 1


def test_where_years_are_compared_each_report_has_its_say() -> None:
    assert len(chosen("Manglet kommunene tolker i 2017 og i 2023?", NOW, THEN)) == 2


def test_what_itself_says_what_is_asked_leads() -> None:
    about = "Undersøkelsen gjelder mange av kommunene, deres tolker og arbeidet i 12 ulike byer."
    answer = "37 prosent av kommunene mangler tolker."
    assert chosen("Hvor mange prosent av kommunene mangler tolker?", about, answer, step=0.5)[0].said == answer


def test_an_english_question_is_met_by_norwegian_statements() -> None:
    name = "Refugees Settled er navnet på et kurs for 12 lag."
    answer = "I alt 11 078 flyktninger ble bosatt dette året."
    assert chosen("How many refugees were settled?", name, answer)[0].said == answer
