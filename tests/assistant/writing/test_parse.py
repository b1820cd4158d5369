"""A model's reply taken apart."""

import pytest

from assistant.models import Part
from assistant.writing.parse import Said, parsed


@pytest.mark.parametrize(
    "reply",
    [
        "Barn brukes som tolk [1].",
        "Barn brukes som tolk. [1]",
        "- Barn brukes som tolk. [1]",
        "**Barn brukes som tolk** [1].",
    ],
)
def test_markers_belong_to_the_sentence_before_them(reply: str) -> None:
    (said,) = parsed(reply)
    assert (said.words.rstrip("."), said.cites) == ("Barn brukes som tolk", (1,))


@pytest.mark.parametrize("markers", ["[1][2]", "[1, 2]", "[1] [2]", "[1;2]"])
def test_several_sources_bear_one_sentence(markers: str) -> None:
    assert parsed(f"Barn brukes som tolk. {markers}")[0].cites == (1, 2)


def test_a_sentence_without_a_marker_leans_on_the_next() -> None:
    assert [said.cites for said in parsed("Barn tolker ofte. Det skjer hos legen. [2]")] == [(2,), (2,)]


def test_a_sentence_after_the_last_marker_has_none() -> None:
    assert [said.cites for said in parsed("Barn tolker ofte. [2] Det er mitt råd.")] == [(2,), ()]


@pytest.mark.parametrize(
    ("heading", "part"),
    [("Funn:", Part.FINDINGS), ("**Anbefalinger**", Part.RECOMMENDATIONS), ("## Tilrådingar", Part.RECOMMENDATIONS)],
)
def test_headings_part_the_answer(heading: str, part: Part) -> None:
    assert parsed(f"Ja. [1]\n\n{heading}\n- Barn tolker. [2]") == [
        Said("Ja.", (1,), Part.LEAD),
        Said("Barn tolker.", (2,), part),
    ]


@pytest.mark.parametrize("reply", ["", "\n\n", "[1]", "---", "Funn:"])
def test_a_reply_without_words_says_nothing(reply: str) -> None:
    assert parsed(reply) == []
