"""What an index is about, by the headings of its reports."""

from collections.abc import Iterable

from assistant.examples.themes import themes
from assistant.models import Passage

FILLED = "Her står noe annet om noe helt annet."


def passages(*headings: tuple[str, str], common: str = "") -> Iterable[Passage]:
    """A passage under each heading, and enough others that no heading's word is common."""
    for n, (document, heading) in enumerate(headings):
        yield Passage(f"{document}:{n}", document, document, f"{heading}. {common}", (heading,))
    for n in range(60):
        yield Passage(f"x:{n}", "x", "x", f"{FILLED} {common}", ("Innledning",))


def test_what_heads_chapters_of_several_documents_is_a_theme() -> None:
    found = themes(passages(("a", "Bruk av tolk"), ("a", "Tolken i retten"), ("b", "Behov for tolk 2017")))
    assert found[0] == "tolk"


def test_what_one_document_alone_has_is_none() -> None:
    assert themes(passages(("a", "Bruk av tolk"), ("a", "Tolken i retten"), ("a", "Behov for tolk"))) == []


def test_words_that_stand_together_are_one_theme() -> None:
    heads = [("a", "Sosial kontroll"), ("b", "Migrasjon og sosial kontroll"), ("c", "Negativ sosial kontroll i skolen")]
    assert themes(passages(*heads)) == ["sosial kontroll"]


def test_what_stands_everywhere_is_none() -> None:
    heads = [("a", "Bruk av tolk"), ("b", "Tolken i retten"), ("c", "Behov for tolk")]
    assert themes(passages(*heads, common="Tolk.")) == []
