"""What an index is about, by the headings of its reports."""

from collections.abc import Iterable

from assistant.examples.themes import themes
from assistant.models import Passage

FILLED = "Her står noe annet om noe helt annet."


def passages(*headings: tuple[str, str], common: str = "") -> Iterable[Passage]:
    """A passage under each heading, and enough others that no heading's word is common."""
    for n, (document, heading) in enumerate(headings):
        yield Passage(f"{document}:{n}", document, document, f"{heading}. {common}", (heading,))
    yield Passage("x:60", "x", "x", "En tolk kom. Tolken kom.", ("Innledning",))
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


def test_what_is_mostly_said_in_a_pair_of_words_is_no_theme_by_itself() -> None:
    heads = [("a", "Tilskudd til frivillig tolk"), ("b", "Om frivillig tolk"), ("b", "Tolken"), ("c", "Mer om tolk")]
    assert themes(passages(*heads)) == []


def test_headings_that_stand_in_no_passage_are_left_out() -> None:
    heads = [("a", "Bruk av tolk"), ("b", "Tolken i retten"), ("c", "Behov for tolk")]
    silent = [Passage(f"q:{n}", f"q{n}", "q", FILLED, ("Språkkafeen",)) for n in range(3)]
    assert themes([*passages(*heads), *silent]) == ["tolk"]


def test_what_stands_everywhere_is_none() -> None:
    heads = [("a", "Bruk av tolk"), ("b", "Tolken i retten"), ("c", "Behov for tolk")]
    assert themes(passages(*heads, common="Tolk.")) == []


def test_what_is_no_noun_is_none() -> None:
    heads = [("a", "Bosatt i byen"), ("b", "Bosatt på landet"), ("c", "Hvor man er bosatt")]
    assert themes(passages(*heads)) == []


def test_what_only_leads_to_what_it_is_of_is_none() -> None:
    heads = [("a", "Erfaringer med tolk"), ("b", "Erfaringer med kontroll"), ("c", "Erfaringer med kurs")]
    assert "erfaringer" not in themes(passages(*heads, ("c", "Erfaringen")))


def test_what_many_things_are_kinds_of_is_none() -> None:
    heads = [("a", "Ordningen"), ("b", "En ordning"), ("c", "Om ordningen")]
    kinds = "Støtteordning, prøveordning, lønnsordning, kursordning, tolkeordning og vaktordning."
    assert themes(passages(*heads)) == ["ordningen"]
    assert themes([*passages(*heads), Passage("k:1", "k", "k", kinds)]) == []
