"""The passage behind a citation, as HTML."""

from assistant.models import Citation, Passage
from assistant.ui.sources import marked_passage


def citation(text: str, quote: str) -> Citation:
    start = text.index(quote)
    return Citation(1, Passage("a:0", "a", "A", text), quote, None, start, start + len(quote))


def test_the_quote_is_marked_where_it_stands() -> None:
    html = marked_passage(citation("Før. Midt i. Etter.", "Midt i."))
    assert html == "<p>Før. <mark>Midt i.</mark> Etter.</p>"


def test_nothing_in_a_report_is_taken_as_html() -> None:
    html = marked_passage(citation("Se <script>alert(1)</script> her.", "her."))
    assert "<script>" not in html


def test_each_line_of_a_passage_is_a_paragraph() -> None:
    html = marked_passage(citation("• en\n• to", "to"))
    assert html == "<p>• en</p><p>• <mark>to</mark></p>"
