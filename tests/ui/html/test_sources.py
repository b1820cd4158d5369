"""The list of sources under an answer."""

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from assistant.models import Citation, ReportKind
from assistant.texts import text
from assistant.ui.html.sources import promise, sources_html
from tests.making.manifests import document, manifest
from tests.ui.answers import STUDY, SURVEY, answer, citation


def test_an_entry_is_a_study_with_its_pages_and_under_it_the_report() -> None:
    (entry,) = lxml_html.fromstring(sources_html(answer(citation(1, "Ord.")), "k", "nb")).iter("li")
    assert [" ".join(part.text_content().split()) for part in entry] == [
        "Tolk på legekontoret · Prøveinstituttet 2021 · s. 7 [1]",
        "Tolking 2021 · Undersøkelse: svar fra dem som ble spurt",
    ]


def test_folded_away_they_are_counted() -> None:
    tree = lxml_html.fromstring(sources_html(answer(citation(1, "Ord.")), "k", "nb", is_folded=True))
    assert tree.xpath("//details/summary/text()") == [f"{text('sources', 'nb')} (1)"]
    assert len(tree.xpath("//details/ul/li")) == 1


def test_outside_of_studies_the_report_is_the_entry() -> None:
    (entry,) = lxml_html.fromstring(sources_html(answer(replace(citation(1, "Ord."), study=None)), "k", "nb")).iter(
        "li"
    )
    assert " ".join(entry.findtext("p/a").split()) == "Tolking 2021"


def test_what_a_kind_of_source_means_is_told_once() -> None:
    other = replace(SURVEY, document="bolig-2022", title="Bolig 2022")
    shown = sources_html(answer(citation(1, "Ord."), citation(2, "Flere ord.", report=other)), "k", "nb")
    assert shown.count("svar fra dem som ble spurt") == 1


def test_the_original_is_linked_to_where_the_catalogue_has_it() -> None:
    at = replace(SURVEY, url="https://www.imdi.no/tolking")
    tree = lxml_html.fromstring(sources_html(answer(citation(1, "Ord.", report=at)), "k", "nb"))
    assert "https://www.imdi.no/tolking" in tree.xpath("//a/@href")


def test_each_source_is_a_link_to_its_place() -> None:
    other = replace(SURVEY, document="bolig-2022", title="Bolig 2022")
    shown = answer(citation(1, "Ord."), citation(2, "Flere ord.", report=other))
    tree = lxml_html.fromstring(sources_html(shown, "k", "nb"))
    assert [link.get("data-open") for link in tree.xpath("//p/a")] == ["1", "2"]
    assert "side=7" in next(tree.iter("a")).get("href")


def test_sources_in_one_place_are_one_entry_whose_numbers_open_each() -> None:
    tree = lxml_html.fromstring(sources_html(answer(citation(1, "Ord."), citation(2, "Flere ord.")), "k", "nb"))
    (entry,) = tree.iter("li")
    assert [link.get("data-open") for link in entry.find_class("ka-ref")] == ["1", "2"]


def test_chapters_of_a_report_stand_apart_and_their_numbers_in_order() -> None:
    def within(n: int, chapter: str, paragraph: int) -> Citation:
        passage = replace(citation(n, "Ord.").passage, id=f"t:{paragraph}", path=(chapter,), study=None, marks=())
        return replace(citation(n, "Ord."), passage=passage, page=None, study=None)

    told_by = ((1, "Tolk i helsetjenesten"), (2, "Tolk på skolen"), (3, "Tolk i helsetjenesten"), (4, "Funn"))
    cited = [within(n, chapter, 10 - n) for n, chapter in told_by]  # the last says nothing by itself
    (entry,) = lxml_html.fromstring(sources_html(answer(*cited), "k", "nb")).iter("li")
    told = " ".join(entry.find("p").text_content().split())
    assert told == "Tolking 2021 [4] · Tolk i helsetjenesten [1] [3] · Tolk på skolen [2]"


def test_a_report_is_named_once_where_nobody_is_known_to_have_made_the_study() -> None:
    unknown = replace(citation(1, "Ord."), study=replace(STUDY, carried_out_by=None))
    (entry,) = lxml_html.fromstring(sources_html(answer(unknown), "k", "nb")).iter("li")
    assert entry.text_content().count("Tolking 2021") == 1


def test_a_digest_says_that_it_is_one() -> None:
    one = citation(1, "Ord.")
    digest = replace(one, passage=replace(one.passage, is_digest=True), report=replace(SURVEY, digest_of="tolk-2021"))
    assert "Sammendrag av Tolking 2021, ikke originalen · Sammendrag: skrevet for denne løsningen" in sources_html(
        answer(digest), "k", "nb"
    )


def test_words_read_off_pictures_say_so() -> None:
    one = citation(1, "Ord.")
    scanned = replace(one, passage=replace(one.passage, is_ocr=True))
    assert "lest av maskin" in sources_html(answer(scanned), "k", "nb")


def test_a_title_is_never_markup() -> None:
    planted = replace(SURVEY, title="<script>alert(1)</script>")
    assert "<script" not in sources_html(answer(citation(1, "Ord.", report=planted)), "k", "nb")


def test_an_answer_without_sources_has_no_list() -> None:
    assert sources_html(answer(), "k", "nb") == ""


@pytest.mark.parametrize(
    ("digests", "key"), [((), "what_this_is"), ((1,), "what_this_is_mixed"), ((0, 1), "what_this_is_digests")]
)
def test_what_answers_are_is_promised_by_what_is_indexed(digests: tuple[int, ...], key: str) -> None:
    two = (document(str(n), "Tolking", 2021, ReportKind.SURVEY) for n in range(2))
    documents = [
        replace(one, report=replace(one.report, digest_of="tolk" if n in digests else None))
        for n, one in enumerate(two)
    ]
    assert promise(manifest(*documents), "nb") == text(key, "nb")
