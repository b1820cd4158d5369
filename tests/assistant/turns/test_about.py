"""What is asked of the last answer, from that answer alone."""

from dataclasses import replace

import pytest

from assistant.models import Answer, Citation, Part, Passage, Point, Report, Request, Row, SectionKind, Span
from assistant.turns.about import about

REPORT = Report("tolk-2021", "Tolking 2021", 2021, "Prøvedirektoratet")
FOUND = "Fastlegene bestiller tolk i 6 av ti konsultasjoner. Barn brukes som tolk."
ADVISED = "Fastlegene bør få opplæring."


def _citation(number: int, words: str, kind: SectionKind) -> Citation:
    end = words.index(".") + 1
    spans = (Span(0, end), Span(end + 1, len(words))) if end < len(words) else (Span(0, end),)
    passage = Passage(f"tolk-2021:{number}", "tolk-2021", REPORT.title, words, ("Tolk",), 2021, kind, spans=spans)
    return Citation(number, passage, words[:end], None, 0, end, REPORT)


BEFORE = Answer(
    "Hva fant de om tolk?",
    (Point("Fastlegene bestiller tolk i 6 av ti konsultasjoner.", (1,)), Point(ADVISED, (2,), Part.RECOMMENDATIONS)),
    (_citation(1, FOUND, SectionKind.FINDINGS), _citation(2, ADVISED, SectionKind.RECOMMENDATIONS)),
    (),
)


def said(kind: str, typed: str = "", before: Answer | None = BEFORE) -> Answer:
    return about(kind, typed, before, "nb")


def test_shorter_is_the_first_point_with_its_source() -> None:
    answer = said("shorter")
    assert answer.points == BEFORE.points[:1] and [one.n for one in answer.citations] == [1]


@pytest.mark.parametrize(("kind", "number"), [("only_recommendations", 2), ("only_findings", 1)])
def test_only_one_part_is_shown(kind: str, number: int) -> None:
    assert [point.citations for point in said(kind).points] == [(number,)]


def test_a_part_that_is_not_there_is_said_to_be_missing() -> None:
    answer = said("only_recommendations", before=replace(BEFORE, points=BEFORE.points[:1]))
    assert answer.reply == "Det er ingen anbefalinger i svaret." and not answer.citations


def test_the_figures_are_the_points_that_hold_them() -> None:
    assert said("figures").points == BEFORE.points[:1]


@pytest.mark.parametrize("typed", ["mer om punkt 1", "utdyp det første"])
def test_more_of_a_point_is_what_stands_around_it(typed: str) -> None:
    assert [point.text for point in said("point", typed).points][-1] == "Barn brukes som tolk."


def test_of_a_table_it_is_said_what_can_be_done_with_it() -> None:
    table = replace(BEFORE, points=(), rows=(Row("tolk-2021", None, "Tolk"),))
    assert said("shorter", before=table).reply.startswith("Svaret er en tabell")
    assert said("where", before=table).reply.startswith("Hvert sitat i tabellen")


def test_a_point_that_is_not_there_is_said_to_be_missing() -> None:
    assert said("point", "mer om punkt 7").reply == "Svaret har ikke noe punkt 7."


def _said_of(count: int) -> Answer:
    """An answer of so many points, each about a year of its own: the first 2018."""
    words = [f"I {2018 + i} brukte {10 + i} prosent tolk." for i in range(count)]
    points = tuple(Point(one, (i,)) for i, one in enumerate(words, 1))
    return Answer("?", points, tuple(_citation(i, one, SectionKind.FINDINGS) for i, one in enumerate(words, 1)), ())


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Si mer om punkt seks", 6),
        ("Si mer om punkt 4", 4),
        ("Fortell mer om 4. punkt", 4),
        ("Mer om nr. 3", 3),
        ("Utdyp 3", 3),
        ("Tell me more about point three", 3),
        ("Si mer om det sjette punktet", 6),
        ("Utdyp det siste punktet", 7),
        ("Tell me more about the last point", 7),
        ("Si mer om det nest siste", 6),
        ("Si mer om punktet om 2023", 6),
        ("Si mer om det om 12 prosent", 3),
        ("Si mer om det andre punktet", 2),
        ("Si mer om dette", 1),
        ("Si mer om punktet om 2031", 1),
        ("Si mer om et punkt til", 1),
    ],
)
def test_the_point_that_is_meant(typed: str, place: int) -> None:
    assert said("point", typed, _said_of(7)).points[0].text.startswith(f"I {2017 + place} ")


def test_a_paragraph_holds_every_quote_with_its_reference() -> None:
    reply = said("paragraph").reply
    assert f"«{ADVISED}» (Prøvedirektoratet, 2021" in reply and "Prøvedirektoratet. (2021). Tolking 2021." in reply


def test_a_paragraph_leaves_out_what_stands_aside() -> None:
    lead, other = BEFORE.points
    assert ADVISED not in said("paragraph", before=replace(BEFORE, points=(lead, replace(other, aside=True)))).reply


def test_what_stood_aside_and_is_asked_for_stands_aside_no_more() -> None:
    lead, other = BEFORE.points
    answer = said("only_recommendations", before=replace(BEFORE, points=(lead, replace(other, aside=True))))
    assert [point.aside for point in answer.points] == [False]


@pytest.mark.parametrize("kind", ["translate", "simpler"])
def test_what_takes_a_language_model_is_said_to(kind: str) -> None:
    assert "språkmodell" in said(kind).reply


@pytest.mark.parametrize("before", [None, replace(BEFORE, points=(), citations=())])
def test_without_an_answer_there_is_nothing_to_arrange(before: Answer | None) -> None:
    answer = said("shorter", before=before)
    assert answer.request is Request.ABOUT_ANSWER and not answer.citations and "ikke noe svar" in answer.reply
