"""An answer as Markdown."""

from dataclasses import replace

import pytest

from assistant.models import Answer, Citation, PageMark, Part, Passage, Point, Study
from assistant.rendering.answer import answer_markdown, escape, source_line

PASSAGE = Passage("r:0", "r", "Tolking 2021", "Et funn.", ("Studie", "Funn"), year=2021)
FINDING = Point("Et funn.", (2,), Part.FINDINGS)
ADVICE = Point("Et råd.", (3,), Part.RECOMMENDATIONS)


def answer(*points: Point, abstained: bool = False, language: str = "nb") -> Answer:
    return Answer("?", points, (), (), abstained=abstained, language=language)


def test_markers_follow_their_claim() -> None:
    assert answer_markdown(answer(Point("Et svar.", (1, 2)))) == "Et svar. [1] [2]"


def test_findings_and_recommendations_stand_under_their_own_headings() -> None:
    shown = answer_markdown(answer(FINDING, ADVICE))
    assert shown == "**Funn**\n\n- Et funn. [2]\n\n**Anbefalinger**\n\n- Et råd. [3]"


def test_what_is_less_likely_stands_aside_whatever_it_is() -> None:
    shown = answer_markdown(answer(FINDING, replace(ADVICE, aside=True)))
    assert shown == "**Funn**\n\n- Et funn. [2]\n\n**Kan også ha med saken å gjøre**\n\n- Et råd. [3]"


LISTED = ("Dette virket: Kurs; Praksis", ("Kurs", "Praksis"))


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (Part.LEAD, "Dette virket:\n- Kurs\n- Praksis [1]"),
        (Part.FINDINGS, "- Dette virket:\n  - Kurs\n  - Praksis [1]"),
    ],
)
def test_items_stand_below_what_leads_into_them(part: Part, shown: str) -> None:
    said, items = LISTED
    assert answer_markdown(answer(Point(said, (1,), part, items))).endswith(shown)


def test_a_part_without_points_has_no_heading() -> None:
    assert "Anbefalinger" not in answer_markdown(answer(FINDING))


@pytest.mark.parametrize(("language", "heading"), [("nn", "Tilrådingar"), ("en", "Recommendations")])
def test_headings_follow_the_language(language: str, heading: str) -> None:
    assert f"**{heading}**" in answer_markdown(answer(ADVICE, language=language))


def test_an_abstaining_answer_says_so_first() -> None:
    shown = answer_markdown(answer(Point("Noe nær.", (1,)), abstained=True))
    assert shown.startswith("Rapportene gir ikke svar på dette.")
    assert "Noe nær. [1]" in shown


def test_an_abstaining_answer_without_anything_near_is_one_sentence() -> None:
    assert answer_markdown(answer(abstained=True)) == "Rapportene gir ikke svar på dette."


MARKUP = ["*stjerner*", "[1]", "<script>alert(1)</script>", "`kode`", "| a | b |", "$x$", "# tegn"]


@pytest.mark.parametrize("words", MARKUP)
def test_a_reports_words_are_never_markup(words: str) -> None:
    bare = [character for i, character in enumerate(escape(words)) if escape(words)[i - 1 : i] != "\\"]
    assert not set("*[]<>`|$#") & set(bare)


@pytest.mark.parametrize(
    ("marks", "line"),
    [
        ((PageMark(0, 12),), "Tolking 2021, Studie › Funn, s. 12"),
        ((PageMark(0, 14, "12"),), "Tolking 2021, Studie › Funn, s. 12, PDF-side 14"),
        ((), "Tolking 2021, Studie › Funn"),
    ],
)
def test_a_source_is_report_headings_and_page(marks: tuple[PageMark, ...], line: str) -> None:
    passage = replace(PASSAGE, marks=marks)
    assert source_line(Citation(1, passage, "Et funn.", passage.page), "nb") == line


def test_a_digest_is_told_as_such() -> None:
    passage = replace(PASSAGE, is_digest=True)
    assert source_line(Citation(1, passage, "Et funn.", None), "nb").startswith(
        "Sammendrag av Tolking 2021, ikke originalen"
    )


def test_words_read_off_pictures_are_told_as_such() -> None:
    passage = replace(PASSAGE, is_ocr=True)
    assert "lest av maskin" in source_line(Citation(1, passage, "Et funn.", None), "nb")


def test_the_year_is_named_where_the_title_does_not() -> None:
    passage = Passage("r:0", "r", "Tolking", "Et funn.", year=2021)
    assert source_line(Citation(1, passage, "Et funn.", None), "nb") == "Tolking (2021)"


STUDY = Study("Studie", carried_out_by="Fafo", published="mai 2021")


def by_study(*ns: int, written_by: str = "") -> Answer:
    """An answer of one point a number, each citing the same study."""
    points = tuple(Point(f"Funn {n}.", (n,), Part.FINDINGS) for n in ns)
    citations = tuple(Citation(n, PASSAGE, "Et funn.", None, study=STUDY) for n in ns)
    return Answer("?", points, citations, (), written_by=written_by)


def test_a_study_is_named_where_it_is_first_told_of() -> None:
    assert answer_markdown(by_study(1, 2)) == "**Funn**\n\n- Funn 1. (Fafo, 2021) [1]\n- Funn 2. [2]"


def test_a_language_model_names_its_sources_itself() -> None:
    assert "Fafo" not in answer_markdown(by_study(1, written_by="m"))


def test_a_source_tells_who_carried_the_study_out_and_when() -> None:
    line = source_line(Citation(1, PASSAGE, "Et funn.", None, study=STUDY), "nb")
    assert line == "Tolking 2021, Studie › Funn, utført av Fafo (mai 2021)"


def test_what_our_own_reply_says_is_not_said_again() -> None:
    assert "Rapportene gir ikke svar" in answer_markdown(answer(abstained=True))
    assert "Rapportene gir ikke svar" not in answer_markdown(replace(answer(abstained=True), reply="Jeg fant ingen."))
