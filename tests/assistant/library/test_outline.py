"""Headings from passages."""

from assistant.library.outline import chapters, outline
from assistant.models import Passage, SectionKind


def passage(number: int, *path: str, study: str | None = None, kind: SectionKind = SectionKind.OTHER) -> Passage:
    return Passage(f"d:{number:05d}", "d", "D", "ord", path, study=study, kind=kind)


PASSAGES = [
    passage(0, "1 Bosetting"),
    passage(1, "1 Bosetting", "«Bolig»", study="«Bolig»"),
    passage(2, "1 Bosetting", "«Bolig»", "Funn", study="«Bolig»", kind=SectionKind.FINDINGS),
    passage(3, "1 Bosetting", "«Bolig»", "Funn", study="«Bolig»", kind=SectionKind.FINDINGS),
    passage(4, "2 Arbeid", "«Jobb»", "Funn", study="«Jobb»", kind=SectionKind.FINDINGS),
]


def test_each_heading_comes_once_in_reading_order() -> None:
    found = [(heading.level, heading.title) for heading in outline(PASSAGES)]
    assert found == [
        (0, "1 Bosetting"),
        (1, "«Bolig»"),
        (2, "Funn"),
        (0, "2 Arbeid"),
        (1, "«Jobb»"),
        (2, "Funn"),
    ]


def test_a_heading_leads_to_the_first_passage_under_it() -> None:
    assert [heading.first.id for heading in outline(PASSAGES)][-3:] == ["d:00004"] * 3


def test_studies_are_told_from_other_headings() -> None:
    assert [heading.title for heading in outline(PASSAGES) if heading.is_study] == ["«Bolig»", "«Jobb»"]


def test_a_heading_is_of_the_kind_of_what_stands_right_under_it() -> None:
    kinds = [heading.kind for heading in outline(PASSAGES) if heading.title == "Funn"]
    assert kinds == [SectionKind.FINDINGS] * 2


def test_passages_without_headings_have_none() -> None:
    assert outline([passage(0)]) == ()


def test_chapters_begin_with_outermost_headings() -> None:
    assert [[h.title for h in chapter] for chapter in chapters(outline(PASSAGES))] == [
        ["1 Bosetting", "«Bolig»", "Funn"],
        ["2 Arbeid", "«Jobb»", "Funn"],
    ]
