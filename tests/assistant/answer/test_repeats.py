"""When statements repeat each other and when they bear each other out."""

import pytest

from assistant.answer.repeats import bears_out, overlap, repeats
from assistant.models import Span
from assistant.statements import Statement
from tests.making.passages import passage, statement

CLAIM = "Valg av kommune avgjøres av mulighetene i arbeidsmarkedet."
PASSAGE = passage("Alle svarte på skjemaet. Noen svarte for sent.")


def test_the_same_in_other_order_repeats() -> None:
    assert repeats("Mulighetene i arbeidsmarkedet avgjør valg av kommune.", CLAIM)


def test_a_number_of_its_own_is_new() -> None:
    assert not repeats(f"{CLAIM} Det gjelder 37 prosent.", CLAIM)


def test_a_number_in_letters_is_new_as_well() -> None:
    assert not repeats("Ni av ti kommuner tilbyr kurs.", "Fire av ti kommuner tilbyr kurs.")


def test_the_same_elsewhere_bears_a_claim_out() -> None:
    assert bears_out("Mulighetene i arbeidsmarkedet avgjør valg av kommune.", CLAIM)


@pytest.mark.parametrize(
    "text",
    [
        "Valg av kommune avgjøres ikke av mulighetene i arbeidsmarkedet.",
        "Valg av kommune bør avgjøres av mulighetene i arbeidsmarkedet.",
        "Valg av kommune avgjøres av mulighetene i arbeidsmarkedet for 37 prosent.",
        "Valg av skole er fritt.",
    ],
    ids=["denied", "advised", "another number", "something else"],
)
def test_what_says_something_else_bears_nothing_out(text: str) -> None:
    assert not bears_out(text, CLAIM)


def test_statements_overlap_where_they_share_words() -> None:
    whole = Statement(PASSAGE, Span(0, len(PASSAGE.text)))
    assert overlap(whole, statement("Alle svarte på skjemaet.", PASSAGE))


def test_statements_beside_one_another_do_not_overlap() -> None:
    first, second = (statement(said, PASSAGE) for said in ("Alle svarte på skjemaet.", "Noen svarte for sent."))
    assert not overlap(first, second)


def test_statements_of_two_passages_do_not_overlap() -> None:
    first, other = (statement("Alle svarte på skjemaet.", passage(PASSAGE.text, id_=id_)) for id_ in ("r:0", "r:1"))
    assert not overlap(first, other)
