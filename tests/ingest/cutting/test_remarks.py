"""Notes below a table, and the rows that they are about."""

import pytest

from ingest.cutting.remarks import notes_below, remarks_on
from ingest.document import Block, BlockKind


def note(mark: str, text: str) -> Block:
    return Block(BlockKind.FOOTNOTE, text, mark=mark)


STAR, TWO = note("*", "Foreløpige tall"), note("**", "Bare voksne")


def test_notes_stand_right_below_their_table_or_its_source() -> None:
    source, text = Block(BlockKind.CAPTION, "Kilde: SSB"), Block(BlockKind.PARAGRAPH, "Tallene øker.")
    assert notes_below([STAR, source, TWO, text, note("*", "Om noe annet")]) == [STAR, TWO]


def test_a_row_has_the_notes_whose_marks_it_bears() -> None:
    assert remarks_on(["Deltakere** | 21 388"], [STAR, TWO]) == (("**", "Bare voksne"),)
    assert remarks_on(["Deltakere | 21 388"], [STAR, TWO]) == ()


def test_a_mark_in_the_headings_is_about_every_row() -> None:
    assert remarks_on(["Hovedtall", "2016 | 2017*", "Deltakere | 21 388"], [STAR, TWO]) == (("*", "Foreløpige tall"),)


@pytest.mark.parametrize(("cell", "found"), [("Bolig¹", True), ("64 m²", False), ("10¹ kWh", False), ("Bolig", False)])
def test_raised_digits_are_marks_but_for_those_of_units(cell: str, found: bool) -> None:
    notes = [note("¹", "Uten leilighet"), note("²", "Uten hus")]
    assert bool(remarks_on([cell], notes)) == found
