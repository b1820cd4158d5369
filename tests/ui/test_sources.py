"""The list of sources under an answer."""

from dataclasses import replace

from lxml import html as lxml_html

from assistant.ui.sources import sources_html
from tests.ui.answers import SURVEY, answer, citation


def test_kind_year_report_study_and_page_are_shown() -> None:
    shown = lxml_html.fromstring(sources_html(answer(citation(1, "Ord.")), "k", "nb")).text_content()
    for part in ("Undersøkelse 2021", "Tolking 2021", "Prøveinstituttet", "s. 7", "Kapittel 3 › Hovedfunn"):
        assert part in shown


def test_each_source_is_a_link_to_its_place() -> None:
    other = replace(SURVEY, document="bolig-2022", title="Bolig 2022")
    shown = answer(citation(1, "Ord."), citation(2, "Flere ord.", report=other))
    tree = lxml_html.fromstring(sources_html(shown, "k", "nb"))
    assert [(link.text, link.get("data-open")) for link in tree.iter("a")] == [
        ("Tolking 2021", "1"),
        ("Bolig 2022", "2"),
    ]
    assert "side=7" in next(tree.iter("a")).get("href")


def test_sources_in_one_place_are_one_entry_whose_numbers_open_each() -> None:
    tree = lxml_html.fromstring(sources_html(answer(citation(1, "Ord."), citation(2, "Flere ord.")), "k", "nb"))
    (entry,) = tree.iter("li")
    assert [link.get("data-open") for link in entry.find_class("ka-ref")] == ["1", "2"]


def test_a_digest_says_that_it_is_one() -> None:
    one = citation(1, "Ord.")
    digest = replace(one, passage=replace(one.passage, is_digest=True))
    assert "Sammendrag av Tolking 2021" in sources_html(answer(digest), "k", "nb")


def test_words_read_off_pictures_say_so() -> None:
    one = citation(1, "Ord.")
    scanned = replace(one, passage=replace(one.passage, is_ocr=True))
    assert "lest av maskin" in sources_html(answer(scanned), "k", "nb")


def test_a_title_is_never_markup() -> None:
    planted = replace(SURVEY, title="<script>alert(1)</script>")
    assert "<script" not in sources_html(answer(citation(1, "Ord.", report=planted)), "k", "nb")


def test_an_answer_without_sources_has_no_list() -> None:
    assert sources_html(answer(), "k", "nb") == ""
