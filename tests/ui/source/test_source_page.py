"""The page behind a shared link, driven without a browser."""

from pathlib import Path

import pytest
from lxml import html as lxml_html
from streamlit.testing.v1 import AppTest

from assistant.api import Assistant
from assistant.evidence.places import Place, link_to
from assistant.models import Citation
from assistant.settings import Settings
from assistant.texts import text
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder
from tests.making.pdf import write_pdf
from tests.making.reports import write_library

QUOTE = "Bare 37 prosent av kommunene har egne retningslinjer."
PLANTED = "Se <script>alert(1)</script> og <img src=x onerror=alert(1)> i rapporten."
PAGES = [
    ["Tolk i kommunene 2020", "En rapport om tolking i kommunene fra Prøvesenteret."],
    ["Hovedfunn", QUOTE, PLANTED],
    ["Anbefalinger", "Kommunene bør lage retningslinjer for bruk av tolk."],
]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("source-page")
    corpus = write_library(folder / "corpus")
    write_pdf(corpus / "tolk-2020.pdf", PAGES)
    (corpus / "plantet.md").write_text(f"# Plantet 2020\n\n## Funn\n\n{PLANTED}\n", encoding="utf-8")
    settings = Settings(index_dir=folder / "index", corpus_dir=corpus)
    with pytest.MonkeyPatch.context() as patch:
        for module in ("ingest.api", "assistant.api"):
            patch.setattr(f"{module}.load_embedder", lambda settings: FakeEmbedder())
        ingest([corpus], settings.index_dir, settings)
        return Assistant.open(settings)


def visit(held: Assistant, **query: str) -> AppTest:
    def script(held: object) -> None:
        from assistant.ui.source.source_page import source_page

        source_page(held, "nb")

    page = AppTest.from_function(script, args=(held,), default_timeout=30)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def shown(page: AppTest) -> lxml_html.HtmlElement:
    assert not page.exception
    return lxml_html.fromstring("<div>" + "".join(element.proto.body for element in page.get("html")) + "</div>")


def button(page: AppTest, key: str) -> AppTest:
    return next(one for one in page.button if one.label == text(key, "nb")).click().run()


def test_a_link_opens_the_page_with_the_quote_marked(held: Assistant) -> None:
    tree = shown(visit(held, dokument="tolk-2020", side="2", sitat=QUOTE))
    assert len(tree.find_class("ka-mark")) == 1
    assert tree.xpath("//img/@alt") == [text("page_alt_marked", "nb", page=2, count=3, title="Tolk i kommunene 2020")]


def test_the_words_of_a_source_without_pages_are_searched(held: Assistant) -> None:
    page = visit(held, dokument="plantet", sitat=PLANTED)
    page.text_input[0].set_value("I RAPPORTEN").run()
    tree = shown(page)
    assert [mark.text for mark in tree.xpath("//mark")] == ["i rapporten"]
    assert text("hit_of", "nb", at=1, count=1) in tree.text_content()
    page.text_input[0].set_value("finnes ikke").run()
    assert text("no_hits", "nb") in shown(page).text_content()


def test_the_pages_around_can_be_leafed_to_and_back(held: Assistant) -> None:
    page = visit(held, dokument="tolk-2020", side="2", sitat=QUOTE)
    button(page, "next_page")
    assert text("page_of", "nb", page=3, count=3) in shown(page).text_content()
    button(page, "to_quote")
    assert text("page_of", "nb", page=2, count=3) in shown(page).text_content()


def test_the_link_to_copy_follows_the_page_that_is_shown(held: Assistant) -> None:
    page = visit(held, dokument="tolk-2020", side="2", sitat=QUOTE)
    assert shown(page).xpath("//@data-link") == [link_to(Place("tolk-2020", QUOTE, page=2))]
    button(page, "next_page")
    assert shown(page).xpath("//@data-link") == [link_to(Place("tolk-2020", page=3))]
    button(page, "to_quote")
    assert shown(page).xpath("//@data-link") == [link_to(Place("tolk-2020", QUOTE, page=2))]


def test_nothing_can_be_leafed_to_beyond_the_last_page(held: Assistant) -> None:
    page = visit(held, dokument="tolk-2020", side="3")
    assert [one.disabled for one in page.button][:2] == [False, True]


def test_the_text_of_the_page_is_there_for_who_cannot_see_it(held: Assistant) -> None:
    (held_text,) = shown(visit(held, dokument="tolk-2020", side="3")).xpath("//details")
    assert "Kommunene bør lage retningslinjer" in held_text.text_content()


@pytest.mark.parametrize("document", ["tolk-2020", "plantet"])
def test_nothing_in_a_report_is_ever_markup(held: Assistant, document: str) -> None:
    tree = shown(visit(held, dokument=document, side="2", sitat="Se <script>alert(1)</script> og"))
    assert not tree.xpath("//script | //img[not(starts-with(@src, 'data:image/png'))]")
    assert "<script>alert(1)</script>" in tree.text_content()


def test_a_text_opens_at_its_passage(held: Assistant) -> None:
    quote = "Arbeidsgiverne bør få dekket utgiftene til norskopplæring i arbeidstiden."
    tree = shown(visit(held, dokument="norsk-2019", sitat=quote))
    assert [mark.text_content() for mark in tree.iter("mark")] == [quote]


def test_the_whole_quote_is_shown_though_a_link_has_its_ends_alone(held: Assistant) -> None:
    whole = "Arbeidsgiverne bør få dekket utgiftene til norskopplæring i arbeidstiden."
    number = next(n for n in range(99) if whole in held.passages([f"norsk-2019:{n:05d}"])[f"norsk-2019:{n:05d}"].text)
    link = {"sitat": "Arbeidsgiverne bør få", "til": "i arbeidstiden.", "avsnitt": str(number)}
    (quote,) = shown(visit(held, dokument="norsk-2019", **link)).find_class("ka-cited")
    assert quote.text_content() == whole


def test_of_a_paragraph_that_is_quoted_the_stated_sentence_alone_is_marked(held: Assistant) -> None:
    def script(held: object, citation: object) -> None:
        from assistant.evidence.places import place_of
        from assistant.ui.source.evidence import show_place

        show_place(held, place_of(citation), "k", "nb", citation)

    sentence = "Oppdraget kom fra Prøvedirektoratet."
    passages = (held.passages([f"norsk-2019:{n:05d}"])[f"norsk-2019:{n:05d}"] for n in range(99))
    passage = next(one for one in passages if sentence in one.text)
    start = passage.text.index(sentence)
    citation = Citation(1, passage, passage.text, None, start, start + len(sentence))
    tree = shown(AppTest.from_function(script, args=(held, citation), default_timeout=30).run())
    assert [mark.text_content() for mark in tree.iter("mark")] == [sentence]
    assert sentence not in "".join(around.text_content() for around in tree.find_class("ka-around"))


def test_the_report_itself_can_be_downloaded(held: Assistant) -> None:
    page = visit(held, dokument="tolk-2020", side="2")
    assert [one.proto.label for one in page.get("download_button")] == ["Last ned rapporten (PDF)"]


def test_a_report_that_is_gone_is_told(held: Assistant) -> None:
    assert visit(held, dokument="borte").warning[0].value == text("source_gone", "nb")


def test_a_quote_that_is_gone_is_told(held: Assistant) -> None:
    page = visit(held, dokument="norsk-2019", sitat="Dette står ikke i rapporten.")
    assert page.info[0].value == text("quote_gone", "nb")


@pytest.mark.parametrize("document", ["norsk-2019", "tolk-2020"])
@pytest.mark.parametrize("passage", [{}, {"avsnitt": "1"}])
def test_words_that_only_the_link_has_are_not_shown_as_the_reports(
    held: Assistant, document: str, passage: dict[str, str]
) -> None:
    tree = shown(visit(held, dokument=document, sitat="Kommunen skal betale alt.", **passage))
    assert "betale alt" not in tree.text_content()
    assert not tree.xpath("//button[contains(@data-copy, 'betale alt')]")


def test_a_link_that_was_cut_is_told(held: Assistant) -> None:
    assert visit(held).info[0].value == text("source_no_place", "nb")


def test_no_other_file_can_be_asked_for(held: Assistant, tmp_path: Path) -> None:
    page = visit(held, dokument="../../../etc/passwd")
    assert page.warning[0].value == text("source_gone", "nb")
