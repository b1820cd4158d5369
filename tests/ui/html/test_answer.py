"""An answer as HTML."""

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from assistant.models import Citation, Figure, LookedThrough, Part, Point, Request, Row, Series, Span, Verdict
from assistant.overview.answering import looked_said
from assistant.texts import text
from assistant.ui.html.answer import answer_html, notes_html
from tests.ui.answers import SURVEY, answer, citation, row

PLANTED = [
    "Se <script>alert(1)</script> her.",
    "Se ![bilde](http://example.org/x.png) her.",
    "Se [lenke](javascript:alert(1)) her.",
    'Se <img src=x onerror="alert(1)"> her.',
    "Se \"><a href='http://example.org'>her</a>.",
]


def drawn(shown: str) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(shown)


@pytest.mark.parametrize("words", PLANTED)
def test_nothing_in_a_report_is_ever_markup(words: str) -> None:
    tree = drawn(answer_html(answer(citation(1, words)), "k", "nb"))
    assert words in tree.text_content()
    assert not tree.xpath("//script | //img")
    assert all(link.get("href").startswith("kilde?dokument=tolk-2021") for link in tree.iter("a"))


def test_a_marker_in_a_report_is_no_marker_of_ours() -> None:
    tree = drawn(answer_html(answer(citation(1, "Slik det er sagt før [2].")), "k", "nb"))
    assert [link.text for link in tree.iter("a")] == ["[1]"]


def test_a_marker_is_described_by_its_quote() -> None:
    tree = drawn(answer_html(answer(citation(1, "Bare 37 prosent.")), "k", "nb"))
    (marker,) = tree.xpath("//a[@data-open='1']")
    (tip,) = tree.xpath(f"//*[@id='{marker.get('aria-describedby')}']")
    assert tip.get("role") == "tooltip"
    assert "Bare 37 prosent." in tip.text_content()


def test_a_marker_s_name_holds_what_is_seen_and_the_page() -> None:
    tree = drawn(answer_html(answer(citation(1, "Ord.")), "k", "nb"))
    (marker,) = tree.iter("a")
    assert marker.get("aria-label").startswith(marker.text)
    assert "s. 7" in marker.get("aria-label")


def test_findings_and_recommendations_stand_under_headings_of_their_own() -> None:
    shown = answer(citation(1, "Et funn."), citation(2, "Et råd."), parts=(Part.FINDINGS, Part.RECOMMENDATIONS))
    tree = drawn(answer_html(shown, "k", "nb"))
    sections = {section.findtext("h3"): section.text_content() for section in tree.iter("section")}
    assert sections == {
        "Funn": "FunnEt funn. (Prøveinstituttet, 2021)\xa0[1]",
        "Anbefalinger": "AnbefalingerEt råd.\xa0[2]",
    }


def test_what_is_less_likely_is_folded_and_counted() -> None:
    shown = answer(citation(1, "Et funn."), citation(2, "Et råd."), parts=(Part.LEAD, Part.FINDINGS))
    lead, other = shown.points
    tree = drawn(answer_html(replace(shown, points=(lead, replace(other, aside=True))), "k", "nb"))
    (folded,) = tree.xpath("//details[contains(@class, 'ka-aside')]")
    assert folded.findtext("summary") == "Kan også ha med saken å gjøre (1)" and folded.xpath(".//a[@data-open='2']")


def test_a_report_in_another_language_says_so() -> None:
    english = replace(SURVEY, language="en")
    tree = drawn(answer_html(answer(citation(1, "A finding.", report=english)), "k", "nb"))
    assert tree.xpath("//p/span[@lang='en']//text()") == ["A finding."]


def test_an_answer_in_another_language_than_the_page_s_says_so() -> None:
    tree = drawn(answer_html(answer(citation(1, "Ord."), language="en"), "k", "nb"))
    assert tree.get("lang") == "en"


@pytest.mark.parametrize(
    ("verdict", "key"),
    [
        (Verdict.NOT_ANSWERED, "not_answered"),
        (Verdict.PARTLY, "partly_answered"),
        (Verdict.WRONG_PREMISE, "wrong_premise"),
    ],
)
def test_a_verdict_is_said(verdict: Verdict, key: str) -> None:
    shown = replace(answer(citation(1, "Ord.")), verdict=verdict)
    (said,) = drawn(answer_html(shown, "k", "nn")).find_class("ka-verdict")
    assert text(key, "nb") in said.text_content()


@pytest.mark.parametrize(
    ("verdict", "abstained", "word"),
    [
        (Verdict.ANSWERED, False, "Svar funnet"),
        (Verdict.PARTLY, False, "Svar på en del"),
        (Verdict.NOT_ANSWERED, True, "Ikke svar"),
        (Verdict.WRONG_PREMISE, True, "Stemmer ikke"),
    ],
)
def test_how_far_an_answer_goes_is_seen_at_a_glance(verdict: Verdict, abstained: bool, word: str) -> None:
    shown = replace(answer(citation(1, "Ord.")), verdict=verdict, abstained=abstained)
    assert [state.text for state in drawn(answer_html(shown, "k", "nb")).find_class("ka-state")] == [word]


def test_a_table_of_studies_has_no_state() -> None:
    shown = replace(answer(citation(1, "Ord.")), request=Request.OVERVIEW)
    assert "ka-state" not in answer_html(shown, "k", "nb")


def test_the_first_sentence_is_set_apart_with_the_figure_that_is_asked_for() -> None:
    said = "Andelen økte fra 26 prosent i 2021 til 65 prosent i 2023. Det er mye."
    shown = replace(answer(citation(1, said)), question="Hvor mange kommuner har retningslinjer?")
    tree = drawn(answer_html(shown, "k", "nb"))
    assert [first.text_content().strip() for first in tree.find_class("ka-first")] == [
        said.removesuffix(" Det er mye.")
    ]
    assert tree.xpath("//b/text()") == ["65 prosent"]


def test_items_of_a_list_stand_below_what_leads_into_them() -> None:
    shown = answer(citation(1, "Dette virket: … Kurs … Praksis"))
    shown = replace(shown, points=(Point("Dette virket: Kurs; Praksis", (1,), items=("Kurs", "Praksis")),))
    tree = drawn(answer_html(shown, "k", "nb"))
    assert [first.text_content().strip() for first in tree.find_class("ka-first")] == ["Dette virket:"]
    assert tree.xpath("//p[@class='ka-lead']/following-sibling::ul/li/text()") == ["Kurs", "Praksis"]


def about(one: Citation, place: str) -> Citation:
    """The citation of a statement that is about a place which only the words before it name."""
    return replace(one, passage=replace(one.passage, spans=(Span(one.start, one.end, about=place),)))


@pytest.mark.parametrize("said", ["Barna får norskopplæring.", "[1] Se også kapittel to.", "[Oslo] Barna lærer norsk."])
def test_our_own_words_before_a_point_are_set_apart(said: str) -> None:
    shown = answer(about(citation(1, said), "Trondheim"))
    shown = replace(shown, points=(Point(f"[Trondheim] {said}", (1,)),))
    tree = drawn(answer_html(shown, "k", "nb"))
    assert [own.text for own in tree.find_class("ka-own")] == ["Trondheim:"]
    assert said in tree.text_content()


@pytest.mark.parametrize("said", ["[1] Se også kapittel to.", "[Trondheim] Barna får norskopplæring."])
def test_brackets_of_the_report_s_own_are_a_part_of_the_quote(said: str) -> None:
    one = citation(1, f"Først dette. {said}")
    start = len("Først dette. ")
    shown = answer(replace(one, quote=said, start=start))
    shown = replace(shown, points=(Point(said, (1,)),))
    tree = drawn(answer_html(shown, "k", "nb"))
    assert not tree.find_class("ka-own")
    assert said in tree.text_content()


def test_a_digest_s_words_stand_in_no_quotation_marks_and_a_word_above_says_what_they_are() -> None:
    one = citation(1, "Ord.")
    shown = answer(replace(one, passage=replace(one.passage, is_digest=True)))
    tree = drawn(answer_html(shown, "k", "nb"))
    assert not tree.xpath("//q")
    (notice,) = tree.find_class("ka-notice")
    assert notice.xpath("summary/text()") == [text("digest_notice", "nb")]
    assert notice.xpath("p/text()") == [text("digest_what_to_do", "nb")]


def test_of_no_answer_it_is_not_said_that_it_rests_on_digests() -> None:
    one = citation(1, "Ord.")
    shown = answer(replace(one, passage=replace(one.passage, is_digest=True)))
    tree = drawn(answer_html(replace(shown, abstained=True), "k", "nb"))
    assert tree.find_class("ka-notice")[0].xpath("summary/text()") == [text("digest_notice_nearest", "nb")]


def test_a_report_s_words_stand_in_quotation_marks_and_need_no_word() -> None:
    tree = drawn(answer_html(answer(citation(1, "Ord.")), "k", "nb"))
    assert tree.xpath("//q/text()") == ["Ord."]
    assert not tree.find_class("ka-notice")


def test_a_row_is_shown_for_its_marker_with_its_values_behind_their_headings() -> None:
    (tip,) = drawn(answer_html(answer(row(1, "Oslo", "12", "14")), "k", "nb")).find_class("ka-tip")
    assert tip.text_content().startswith("Kommune: Oslo · 2016: 12 · 2017: 14")
    assert not tip.xpath(".//q")


def test_rows_that_a_chart_shows_stand_there_alone() -> None:
    rows = row(1, "Oslo", "12", "14"), row(2, "Bergen", "9", "11")
    series = Series("Tolker", "", tuple(Figure(str(2015 + n), "12", 12.0, "", n) for n in (1, 2)))
    shown = replace(answer(*rows, parts=(Part.LEAD, Part.FINDINGS)), series=(series,))
    tree = drawn(answer_html(shown, "k", "nb"))
    assert not tree.xpath("//table | //section")
    assert tree.find_class("ka-lead")


def test_why_there_is_no_answer_stands_before_the_nearest() -> None:
    shown = replace(
        answer(citation(1, "Det nærmeste.")), verdict=Verdict.NOT_ANSWERED, abstained=True, notes=("Fordi.",)
    )
    words = drawn(answer_html(shown, "k", "nb")).text_content()
    assert words.index("Fordi.") < words.index(text("nearest", "nb")) < words.index("Det nærmeste. (")


def test_rows_of_one_table_make_one_table() -> None:
    tree = drawn(answer_html(answer(row(1, "Oslo", "12", "14"), row(2, "Bergen", "9", "11")), "k", "nb"))
    assert len(tree.xpath("//table")) == 1
    assert tree.xpath("//thead//th/text()") == ["Kommune", "2016", "2017", text("table_source", "nb")]
    assert [cell.text_content() for cell in tree.xpath("//tbody/tr[2]/*")] == ["Bergen", "9", "11", "[2]"]
    assert tree.findtext(".//caption") == "Tabell 1: Tolker (Prøveinstituttet, 2021)"


def test_one_row_stands_upright() -> None:
    tree = drawn(answer_html(answer(row(1, "Oslo", "12", "14")), "k", "nb"))
    assert [line.text_content() for line in tree.xpath("//tbody/tr")] == ["201612", "201714"]


def test_rows_with_prose_in_them_have_room_and_stand_on_end_where_there_is_little() -> None:
    long = "Tolkene var mest brukt på sykehus, og minst i barnevernet, sier de spurte."
    (table,) = drawn(answer_html(answer(row(1, "Oslo", "12", long), row(2, "Bergen", "2", "4")), "k", "nb")).find_class(
        "ka-rows"
    )
    assert [cell.get("data-column") for cell in table.xpath(".//tbody/tr[1]/td")][:2] == ["2016", "2017"]
    assert not drawn(answer_html(answer(row(1, "Oslo", "12", "14"), row(2, "Bergen", "2", "4")), "k", "nb")).find_class(
        "ka-rows"
    )


def test_words_of_a_language_model_stay_words() -> None:
    said = replace(answer(row(1, "Oslo", "12", "14")), written_by="en-modell")
    said = replace(said, points=(Point("Oslo hadde 14 i 2017.", (1,)),))
    tree = drawn(answer_html(said, "k", "nb"))
    assert not tree.xpath("//table")
    assert "Oslo hadde 14 i 2017." in tree.text_content()


def test_who_carried_the_study_out_stands_once_after_its_first_claim() -> None:
    tree = drawn(answer_html(answer(citation(1, "Et funn."), citation(2, "Et til.")), "k", "nb"))
    assert [by.text for by in tree.find_class("ka-by")] == ["(Prøveinstituttet, 2021)"]


def test_how_a_follow_up_was_understood_stands_first_and_once() -> None:
    said = text("understood_as", "nb", question="Hva med tolk? Og så?")
    shown = replace(answer(citation(1, "Ord.")), asked_as="Hva med tolk? Og så?", notes=(said, "Lette gjennom alt."))
    assert drawn(answer_html(shown, "k", "nb")).text_content().startswith(said)
    assert drawn(notes_html(shown, "nb")).text_content() == "Lette gjennom alt."


def test_notes_are_escaped() -> None:
    shown = replace(answer(citation(1, "Ord.")), notes=("Lette etter <b>alt</b>.",))
    assert "<b>" not in notes_html(shown, "nb")


def test_an_answer_without_notes_has_no_list() -> None:
    assert notes_html(answer(citation(1, "Ord.")), "nb") == ""


def test_a_number_is_never_broken_at_its_spaces() -> None:
    tree = drawn(answer_html(answer(row(1, "Oslo", "608 553", "om lag 12")), "k", "nb"))
    assert [cell.get("class") for cell in tree.xpath("//tbody//td")] == ["ka-figure", None]


def test_how_much_was_gone_through_is_said_in_the_page_s_language() -> None:
    looked = LookedThrough(reports=5, studies=56, statements=1200)
    said = {one: looked_said(looked, 1, one)[0] for one in ("nb", "en")}
    shown = replace(
        answer(citation(1, "Ord.")),
        looked_through=looked,
        rows=(Row("tolk", "Tolk på kontor", "Tolk på kontor"),),
        notes=(said["nb"], "Annet."),
    )
    (counted, other) = drawn(notes_html(shown, "en")).iter("li")
    assert (counted.text, counted.get("lang")) == (said["en"], None)
    assert (other.text, other.get("lang")) == ("Annet.", "nb")
