"""Answers as other programs get them: the study, the page and the link of each quote."""

from assistant.models import Answer, Citation, LookedThrough, PageMark, Part, Point, Request, Row, SectionKind
from assistant.service.telling import Telling
from tests.making.manifests import SHELF
from tests.making.passages import passage

QUOTE = "Barn tolker ofte."
HELD = passage(
    QUOTE,
    "fou-2019",
    "fou-2019:00007",
    path=("Tolk i retten", "Funn"),
    study="Tolk i retten",
    kind=SectionKind.FINDINGS,
    marks=(PageMark(0, 12, "10"),),
)
CITED = Citation(1, HELD, QUOTE, 12, 0, len(QUOTE), SHELF.reports["fou-2019"], SHELF.study_of(HELD))
TELLING = Telling(SHELF, "https://kunnskap.example")


def test_a_quote_has_its_study_page_and_link() -> None:
    answer = Answer("Hva fant de?", (Point(QUOTE, (1,)),), (CITED,), ())
    told = TELLING.answer(answer).citations[0]
    assert (told.page, told.page_label) == (12, "10")
    assert told.source.study and told.source.study.title == "Tolk i retten"
    assert "Prøvedirektoratet" in told.reference and "Arbeids- og prøvedirektoratet" in told.reference
    assert told.link == (
        "https://kunnskap.example/kilde?dokument=fou-2019&side=12&trykt=10&avsnitt=7&sitat=Barn%20tolker%20ofte."
    )


def test_a_point_is_a_finding_or_a_recommendation_by_its_part_or_by_where_it_stands() -> None:
    points = (Point(QUOTE, (1,)), Point(QUOTE, (1,), Part.RECOMMENDATIONS), Point("Ukjent.", ()))
    told = TELLING.answer(Answer("Hva?", points, (CITED,), ())).points
    assert [point.kind for point in told] == ["finding", "recommendation", "other"]


def test_the_rows_of_an_overview_keep_their_quotes() -> None:
    row = Row("fou-2019", "Tolk i retten", "Tolk i retten > Funn", by="Fafo", year=2019, finding=CITED, core=False)
    answer = Answer(
        "tolk", (), (CITED,), (), request=Request.OVERVIEW, rows=(row,), looked_through=LookedThrough(5, 5, 40)
    )
    told = TELLING.answer(answer)
    assert told.looked_through and told.looked_through.reports == 5
    assert told.rows[0].finding and told.rows[0].finding.quote == QUOTE
    assert not told.rows[0].core and told.rows[0].recommendation is None
