"""Which statements an answer is made of."""

from collections.abc import Iterable
from typing import cast

from assistant.answer.scores import Scored
from assistant.answer.select import select
from assistant.embedding import Embedder
from assistant.index.lexical import Lexical
from assistant.models import Hit, Passage
from assistant.question import understand
from assistant.settings import AnswerSettings
from tests.making.fakes import FakeEmbedder

BY_WORDS = AnswerSettings(weight_meaning=0)


class EveryTermAlike:
    """A lexical index to which no term is rarer than another."""

    def weights(self, field: str, terms: Iterable[str]) -> dict[str, float]:
        return dict.fromkeys(terms, 1.0)


def chosen(question: str, *texts: str, step: float = 0.01) -> list[Scored]:
    """What is chosen of these texts, each from a report of its own, a `step` worse than the one before."""
    hits = [Hit(Passage(f"r{i}:0", f"r{i}", f"Rapport {i}", text), 1.0 - i * step) for i, text in enumerate(texts)]
    return select(understand(question), hits, cast(Lexical, EveryTermAlike()), cast(Embedder, FakeEmbedder()), BY_WORDS)


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


def test_a_number_of_what_is_counted_comes_before_other_numbers() -> None:
    other = "I 2024 ble kommunene bedt om å bosette 37 000 flyktninger, og planene var klare."
    answer = "I alt 140 kommuner har slike planer."
    assert chosen("Hvor mange kommuner har slike planer?", other, answer, step=0.1)[0].said == answer


def test_what_holds_no_number_is_not_filled_in_beside_one() -> None:
    filling = "Planer er viktige for arbeidet med integrering i årene framover."
    told = [one.said for one in chosen("Hvor mange kommuner har planer?", "I alt 140 kommuner har planer.", filling)]
    assert told == ["I alt 140 kommuner har planer."]


def test_another_year_does_not_lead() -> None:
    then, asked = "I 2016 ble 30 prosent av tolkeoppdragene utført.", "38 prosent av oppdragene ble utført i 2017."
    assert chosen("Hvor stor andel av tolkeoppdragene ble utført i 2017?", then, asked)[0].said == asked


def test_a_study_that_is_asked_for_is_told_with_its_title() -> None:
    passage = Passage("r:0", "r", "Rapport", "Tolk brukes sjelden på legekontor.", study="Tolk i helsetjenesten")
    asked = understand("Hvilke rapporter handler om tolk?")
    (one,) = select(
        asked, [Hit(passage, 1.0)], cast(Lexical, EveryTermAlike()), cast(Embedder, FakeEmbedder()), BY_WORDS
    )
    assert one.said.startswith("«Tolk i helsetjenesten»: ") and one.title == "Tolk i helsetjenesten"


def test_a_number_of_the_year_that_is_asked_for_leads() -> None:
    span = "De siste tre årene har 40 000 flyktninger blitt bosatt i kommunene i Norge."
    asked = "I 2017 ble det til sammen bosatt 11 078 flyktninger."
    assert chosen("Hvor mange flyktninger ble bosatt i 2017?", span, asked, step=0.4)[0].said == asked
