"""Studies and chapters, to leaf through and to search."""

from assistant.index.manifest import IndexedDocument
from assistant.library.contents import Entry, entries, matching, sections
from assistant.models import Passage, Report, SectionKind, Study

REPORT = Report("fou", "Prosjekter 2020", 2020, "IMDi")
STUDY = Study("Tolk på legekontoret", "Fafo", sections=(SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS))
ITEM = IndexedDocument(REPORT, "fou.md", "0", 3, "2026-01-01", (STUDY,))


def passage(number: int, words: str, kind: SectionKind, study: str | None = STUDY.title, chapter: str = "") -> Passage:
    return Passage(f"fou:{number}", "fou", REPORT.title, words, (chapter or STUDY.title,), 2020, kind, study=study)


ADVICE = passage(0, "Leger bør bestille skjermtolk i god tid.", SectionKind.RECOMMENDATIONS)
FINDING = passage(1, "Barn brukes som tolk ved hvert tredje kontor.", SectionKind.FINDINGS)
CHAPTER = passage(2, "Kommunene fikk 900 millioner i tilskudd.", SectionKind.OTHER, None, "Økonomi")
PASSAGES = (ADVICE, FINDING, CHAPTER)


def held() -> list[Entry]:
    return entries(ITEM, PASSAGES)


def test_studies_and_the_chapters_outside_of_them_are_entries() -> None:
    assert [(one.title, one.study, one.by) for one in held()] == [
        (STUDY.title, STUDY, "Fafo"),
        ("Økonomi", None, "IMDi"),
    ]


def test_a_search_finds_titles_in_any_inflection() -> None:
    assert [match.entry.title for match in matching(held(), "tolken")] == [STUDY.title]


def test_a_search_finds_who_carried_it_out() -> None:
    assert [match.entry.title for match in matching(held(), "fafo 2020")] == [STUDY.title]


def test_what_matched_in_a_text_is_shown_with_the_words_around_it() -> None:
    (match,) = matching(held(), "tilskudd")
    assert match.around == ("Kommunene fikk 900 millioner i ", "tilskudd", ".")


def test_every_word_has_to_match() -> None:
    assert matching(held(), "tilskudd legekontoret") == []


def test_no_words_leave_everything() -> None:
    assert len(matching(held(), " ")) == 2


def test_where_texts_are_left_out_titles_are_searched_alone() -> None:
    assert matching(entries(ITEM, PASSAGES, with_text=False), "tilskudd") == []


def test_findings_come_before_recommendations() -> None:
    assert sections(PASSAGES, STUDY.title) == [
        (SectionKind.FINDINGS, [FINDING]),
        (SectionKind.RECOMMENDATIONS, [ADVICE]),
    ]
