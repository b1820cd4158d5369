"""Questions and statements as tokens: of bounded length, whatever they are."""

import pytest
import torch

from assistant.reader.pairs import PAIR, QUESTION, Pair, Pairs, by_length

ASKED = "Hvem bestiller tolk?"
SAID = "Fastlegene bestiller tolk ved hver konsultasjon."
ODD = ["", " ", "–", "\x00", "😀" * 50, "1 000 · 2 000", "\ufffd", "\n\n", "½ av «sitatet»"]


def test_a_statement_stands_behind_its_question(pairs: Pairs) -> None:
    (one,) = pairs.of(ASKED, [SAID])
    assert 0 < one.asked < len(one.ids)


def test_the_question_is_the_same_before_every_statement(pairs: Pairs) -> None:
    first, second = pairs.of(ASKED, [SAID, "Noe helt annet."])
    assert first.ids[: first.asked] == second.ids[: second.asked]


def test_no_statements_are_no_pairs(pairs: Pairs) -> None:
    assert pairs.of(ASKED, []) == []


def test_of_a_question_of_20000_characters_the_beginning_is_read(pairs: Pairs) -> None:
    (one,) = pairs.of("tolk " * 4000, [SAID])
    assert one.asked == QUESTION
    assert QUESTION < len(one.ids) <= PAIR


def test_a_long_question_ends_as_a_short_one_does(pairs: Pairs) -> None:
    long, short = pairs.of("tolk " * 4000, [SAID])[0], pairs.of(ASKED, [SAID])[0]
    assert long.ids[long.asked - 1] == short.ids[short.asked - 1]


def test_of_a_statement_of_3000_characters_the_beginning_is_read(pairs: Pairs) -> None:
    (one,) = pairs.of(ASKED, ["Viken: 12 · " * 250])
    assert len(one.ids) == PAIR


@pytest.mark.parametrize("text", ODD)
def test_any_question_and_any_statement_make_a_pair(pairs: Pairs, text: str) -> None:
    assert len(pairs.of(text, [SAID])) == len(pairs.of(ASKED, [text])) == 1


def test_spaces_beyond_one_are_not_read(pairs: Pairs) -> None:
    assert pairs.of(ASKED, ["to   mellomrom"]) == pairs.of(ASKED, ["to mellomrom"])


def test_a_batch_marks_what_is_read_and_what_is_the_statement(pairs: Pairs) -> None:
    (one,) = pairs.of(ASKED, [SAID])
    batch = pairs.batch([one])
    assert int(batch.mask[0].sum()) == len(one.ids)
    assert int(batch.segments[0].sum()) == len(one.ids) - one.asked


def test_batches_come_in_few_shapes(pairs: Pairs) -> None:
    shapes = {pairs.batch(pairs.of(ASKED, [f"tolk {'og lege ' * i}"] * 3)).mask.shape for i in range(12)}
    assert len(shapes) <= 3


def test_a_pair_by_itself_is_read_alone(pairs: Pairs) -> None:
    assert len(pairs.batch(pairs.of(ASKED, [SAID])).mask) == 1


def test_a_batch_holds_no_vector_that_is_no_number(pairs: Pairs) -> None:
    assert torch.isfinite(pairs.batch(pairs.of(ASKED, ODD)).words).all()


def test_every_pair_is_in_one_batch_with_others_of_about_its_length() -> None:
    made = [Pair(tuple(range(length)), 1) for length in (9, 2, 7, 1, 8)]
    assert by_length(made, 2) == [[3, 1], [2, 4], [0]]


def test_nothing_is_no_batch() -> None:
    assert by_length([], 16) == []
