"""Examples from claims on sources, written and exchanged."""

import random
from pathlib import Path

import pytest

from evals.training.claims import FOLDER, examples, own_claims, read_claims
from evals.training.exchanging import exchanged
from evals.training.filling import filled

WRITTEN = """\
= Tolkene økte i antall fra 12 til 19. Ingen ble ikke godkjent.
+ nb Det ble 19 tolker.
- number nb Det ble 12 tolker.
- direction nn Talet på tolkar fall.

= Kommunene bør tilby kurs.
+ en Municipalities should offer courses.
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "claims.txt"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def test_claims_are_read_with_their_kind_and_language(written: Path) -> None:
    claims = read_claims(written)
    assert [(one.kind, one.language, one.block) for one in claims] == [
        ("", "nb", 0),
        ("number", "nb", 0),
        ("direction", "nn", 0),
        ("", "en", 1),
    ]


def test_what_a_source_bears_is_right_and_the_rest_wrong(written: Path) -> None:
    found = list(examples(read_claims(written), passes=20, seed=1))
    own = [one for one in found if "Det ble 19 tolker." in one.right]
    assert len(own) == 20
    assert all(set(one.wrong) == {"Det ble 12 tolker.", "Talet på tolkar fall."} for one in own)
    assert {"Tolkene økte i antall fra 12 til 19." in one.question for one in own} == {True}
    assert len({one.question for one in own}) > 1, "another source stands beside it at times"


def test_the_same_seed_gives_the_same_examples(written: Path) -> None:
    claims = read_claims(written)
    assert list(examples(claims, 3, 5)) == list(examples(claims, 3, 5))


def test_a_source_bears_its_own_sentences_and_none_that_differ(written: Path) -> None:
    found = own_claims(read_claims(written), seed=2)
    assert [one.words in one.source for one in found] == [not one.kind for one in found]
    assert {one.block for one in found if not one.kind} == {0, 1}


@pytest.mark.parametrize(
    ("sentence", "among"),
    [
        ("Ingen ble ikke godkjent.", {"Ingen ble godkjent.", "Alle ble ikke godkjent."}),
        ("Antallet økte fra 12 til 19.", {"Antallet falt fra 12 til 19.", "Antallet økte fra 19 til 19."}),
    ],
)
def test_one_thing_is_exchanged(sentence: str, among: set[str]) -> None:
    found = {one for seed in range(20) for one in exchanged(sentence, sentence, random.Random(seed))}
    assert among <= found
    assert sentence not in found


def test_what_is_exchanged_never_stands_in_the_source() -> None:
    source = "I 2016 var det 12 tolker. I 2019 var det 12 tolker."
    found = [one for seed in range(30) for one in exchanged("I 2016 var det 12 tolker.", source, random.Random(seed))]
    assert found and all(one not in source for one in found)


def test_cases_are_filled_with_both_kinds() -> None:
    claims = list(filled(1, random.Random(3)))
    assert {bool(one.kind) for one in claims} == {True, False}
    assert not any("{" in one.words + one.source for one in claims)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_files_are_whole(path: Path) -> None:
    claims = [] if path.stem == "cases" else read_claims(path)
    assert all(one.words and one.source and one.language in ("nb", "nn", "en") for one in claims)
    assert not {one.source for one in claims} & _sources_of_others(path)


def _sources_of_others(path: Path) -> set[str]:
    """What judges shares no source with what is trained on."""
    others = FOLDER.glob("train*.txt") if path.stem in ("judge", "calibrate") else ()
    return {one.source for other in others for one in read_claims(other)}
