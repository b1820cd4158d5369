"""Which statements an answer is made of."""

from assistant.answer.choose import Chosen, choose
from assistant.models import Passage
from assistant.question import Names, Question, understand
from assistant.reader.reading import Read
from assistant.settings import AnswerSettings
from tests.making.manifests import SHELF
from tests.making.passages import passage, statements

SETTINGS = AnswerSettings(points=6, words=200, keep_above=0.2, keep_side_above=0.1)
PLAIN = understand("Mangler kommunene tolker?")
CLAIM = "Kommunene mangler tolker på sykehus i distriktene."
AGAIN = "I distriktene mangler kommunene tolker på sykehus."
LONG = "Kommunene mangler tolker " + "og leger og boliger og planer " * 12 + "i distriktene."
LIST = passage("Kommunene mangler dette:\n• Tolker på sykehus\n• Boliger i byene\n• Lærere i norsk", "liste")


def read(*chances: float, of: Passage) -> list[Read]:
    """The statements of a passage with these chances."""
    return [Read(one, chance) for one, chance in zip(statements(of), chances, strict=True)]


def alone(text: str, chance: float, document: str = "rapport", **fields: int) -> Read:
    """A statement that is the whole passage."""
    (one,) = read(chance, of=passage(text, document, id_=f"{document}:{text}", **fields))
    return one


def said(found: list[Chosen]) -> list[str]:
    return [one.said for one in found]


def chosen(*found: Read, question: Question = PLAIN, **changes: float) -> list[Chosen]:
    return choose(question, found, SETTINGS.model_copy(update=changes))


def test_nothing_read_is_nothing_chosen() -> None:
    assert chosen() == []


def test_the_likeliest_leads_whatever_the_order() -> None:
    found = chosen(alone("Boliger er dyre i alle byer.", 0.5), alone(CLAIM, 0.9))
    assert said(found) == [CLAIM, "Boliger er dyre i alle byer."]


def test_where_it_is_asked_how_things_are_now_the_newest_leads() -> None:
    old, new = alone(CLAIM, 0.9, year=2016), alone("Sykehusene har i 2023 for få av dem.", 0.85, "ny", year=2023)
    assert said(chosen(old, new))[0] == CLAIM
    assert said(chosen(old, new, question=understand("Mangler kommunene tolker nå om dagen?")))[0] != CLAIM


def test_what_came_of_it_leads_before_what_was_aimed_at() -> None:
    aim = alone("Målet var at kommunene skulle ansette 40 tolker i 2016.", 0.9)
    result = alone("Det kom 12 nye tolker til kommunene i 2016.", 0.8)
    asked = understand("Hvor mange tolker ble ansatt i 2016?")
    assert said(chosen(aim, result, question=asked))[0] == result.statement.text


def test_what_is_far_less_likely_than_the_best_is_left_out() -> None:
    assert said(chosen(alone(CLAIM, 0.9), alone("Boliger er dyre i alle byer.", 0.1))) == [CLAIM]


def test_what_is_far_less_likely_than_the_best_stands_aside() -> None:
    found = chosen(alone(CLAIM, 0.9), alone("Boliger er dyre i alle byer.", 0.25), aside_below=0.3)
    assert [one.aside for one in found] == [False, True]


def test_what_is_left_of_a_chart_is_no_point_of_an_answer() -> None:
    assert said(chosen(alone("2015 7 060 Volumtall: 18 000", 0.9), alone(CLAIM, 0.5))) == [CLAIM]


def test_the_likeliest_is_chosen_however_unlikely() -> None:
    assert said(chosen(alone(CLAIM, 0.01))) == [CLAIM]


def test_an_answer_has_no_more_points_than_it_may() -> None:
    many = [alone(f"Kommune nummer {i} mangler {i} tolker.", 0.9 - i / 100) for i in range(9)]
    assert len(chosen(*many, points=3)) == 3


def test_an_answer_has_no_more_words_than_it_may() -> None:
    many = [alone(f"Kommune nummer {i} mangler {i} tolker.", 0.9 - i / 100) for i in range(9)]
    assert sum(len(text.split()) for text in said(chosen(*many, words=20, points=9))) <= 20


def test_what_has_no_room_gives_way_to_what_has() -> None:
    found = chosen(alone(CLAIM, 0.9), alone(LONG, 0.8), alone("Boliger er dyre i alle byer.", 0.7), words=40)
    assert said(found) == [CLAIM, "Boliger er dyre i alle byer."]


def test_what_a_report_says_twice_is_told_once() -> None:
    assert said(chosen(alone(CLAIM, 0.9), alone(AGAIN, 0.8))) == [CLAIM]


def test_another_report_that_says_the_same_is_a_second_source() -> None:
    (one,) = chosen(alone(CLAIM, 0.9), alone(AGAIN, 0.8, "annen"))
    assert [also.passage.document for also in one.also] == ["annen"]


def test_the_same_report_is_no_second_source() -> None:
    (one,) = chosen(alone(CLAIM, 0.9), alone(AGAIN, 0.8))
    assert one.also == ()


def test_each_report_is_one_source_of_a_claim() -> None:
    (one,) = chosen(alone(CLAIM, 0.9), alone(AGAIN, 0.8, "annen"), alone(CLAIM, 0.7, "annen"))
    assert len(one.also) == 1


def test_a_number_of_its_own_is_no_repetition() -> None:
    other = "37 prosent av kommunene mangler tolker på sykehus i distriktene."
    assert said(chosen(alone(CLAIM, 0.9), alone(other, 0.8))) == [CLAIM, other]


def test_items_of_a_list_are_one_point_under_what_leads_into_it() -> None:
    (one,) = chosen(*read(0.7, 0.9, 0.8, of=LIST))
    assert one.said == "Kommunene mangler dette: Tolker på sykehus; Boliger i byene; Lærere i norsk"


def test_items_stand_in_the_order_of_the_list() -> None:
    (one,) = chosen(*read(0.7, 0.9, 0.8, of=LIST))
    assert [item.text for item in one.statements] == ["Tolker på sykehus", "Boliger i byene", "Lærere i norsk"]


def test_a_list_that_is_too_long_is_cut_at_an_item() -> None:
    items = [f"Tiltak nummer {i} er et kurs i norsk for alle voksne i kommunen" for i in range(30)]
    many = passage("Kommunene mangler dette:\n" + "\n".join(f"• {item}" for item in items), "liste")
    (one,) = chosen(*read(*[0.9] * 30, of=many), words=100)
    told = one.said.removeprefix("Kommunene mangler dette: ").split("; ")
    assert 1 < len(told) < 30 and set(told) <= set(items)


def test_items_without_a_lead_stay_apart() -> None:
    bare = passage("• Tolker mangler på sykehus i nord\n• Boliger er dyre i alle byer", "liste")
    assert len(chosen(*read(0.9, 0.8, of=bare))) == 2


def test_items_of_two_lists_stay_apart() -> None:
    other = passage("Kommunene har dette:\n• Planer for skoler\n• Hus til eldre", "annen")
    assert len(chosen(*read(0.9, 0.8, 0.7, of=LIST), *read(0.9, 0.8, of=other))) == 2


def test_a_sentence_that_points_back_is_told_with_the_one_before() -> None:
    pointing = passage("Boliger mangler i byene. Disse er dyre å bygge.")
    (one,) = chosen(*read(0.3, 0.9, of=pointing))
    assert one.said == "Boliger mangler i byene. Disse er dyre å bygge."


def test_a_sentence_that_points_back_to_one_that_is_told_goes_on_from_there() -> None:
    pointing = passage("Boliger mangler i byene. Disse er dyre å bygge.")
    assert said(chosen(*read(0.9, 0.8, of=pointing))) == ["Boliger mangler i byene. Disse er dyre å bygge."]


def test_a_long_statement_leads_only_where_no_short_one_is_nearly_as_likely() -> None:
    assert said(chosen(alone(LONG, 0.9), alone("Boliger er dyre i alle byer.", 0.85)))[0].startswith("Boliger")
    assert said(chosen(alone(LONG, 0.9), alone("Boliger er dyre i alle byer.", 0.3)))[0] == LONG


def test_what_a_question_rules_out_does_not_lead() -> None:
    asked = understand("Hvor mange tolker manglet kommunene i 2017?")
    then, now = "I 2015 manglet kommunene 12 tolker.", "I 2017 manglet kommunene 30 tolker."
    assert said(chosen(alone(then, 0.9), alone(now, 0.7), question=asked))[0] == now


YEARS = understand("Manglet kommunene tolker i 2017 og i 2023?", names=Names(SHELF))
FOR_2017 = [alone(f"I 2017 manglet kommunene {i} tolker på sykehus.", 0.9 - i / 100) for i in range(9)]


def test_each_year_that_is_compared_has_its_statement() -> None:
    other = alone("I 2023 var det få tolker igjen.", 0.15)
    assert other.statement in [one.first for one in chosen(*FOR_2017, other, question=YEARS, points=4)]


def test_what_is_compared_stands_never_aside() -> None:
    both = understand("Hvor mange tolker var det i 2020 og 2021?")
    read_ = [
        alone("I 2020 var det 40 tolker.", 0.9, year=2020),
        alone("I 2021 var det 52 tolker.", 0.2, "ny", year=2021),
    ]
    assert [one.aside for one in chosen(*read_, question=both, aside_below=0.3)] == [False, False]


def test_each_side_has_its_place_and_no_more_is_added_where_there_are_more_sides_than_points() -> None:
    asked = understand("Hvor mange tolker manglet i 2019, 2020, 2021 og 2022?")
    of_years = [
        alone(f"I {year} manglet {place} {year - i} tolker.", 0.9 - i / 100, f"{place}-{year}", year=year)
        for year in (2019, 2020, 2021, 2022)
        for i, place in enumerate(("Oslo", "Bergen", "Bodø"))
    ]
    found = chosen(*of_years, question=asked, points=3)
    assert sorted(one.first.passage.year or 0 for one in found) == [2019, 2020, 2021, 2022]


def test_a_year_whose_best_statement_is_unlikely_gets_none() -> None:
    other = alone("I 2023 var det få tolker igjen.", 0.01)
    assert other.statement not in [one.first for one in chosen(*FOR_2017, other, question=YEARS, points=4)]


def test_where_years_are_compared_each_report_has_its_say() -> None:
    then, now = alone(CLAIM, 0.9, "da", year=2017), alone(AGAIN, 0.8, "nå", year=2023)
    assert len(chosen(then, now, question=YEARS)) == 2


def test_each_report_that_is_compared_has_its_statement() -> None:
    asked = understand("Hva sier årsrapporten 2017 og kommuneundersøkelsen 2023 om tolker?", names=Names(SHELF))
    own = [
        alone(f"Kommune nummer {i} mangler {i} tolker.", 0.9 - i / 100, "arsrapport-2017", year=2017) for i in range(9)
    ]
    other = alone("Det er for få tolker i landet.", 0.3, "undersokelsen-2023", year=2023)
    documents = {one.first.passage.document for one in chosen(*own, other, question=asked, points=3)}
    assert documents == {"arsrapport-2017", "undersokelsen-2023"}
