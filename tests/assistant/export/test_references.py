"""References in Norwegian APA."""

from dataclasses import replace

import pytest

from assistant.export.references import as_quoted, in_text, reference, reported, year_labels
from tests.assistant.export.making import STUDY, citation, report


def test_the_author_stands_without_its_abbreviation() -> None:
    assert reference(report("a"), "2021", "nb").plain == "Direktoratet. (2021). Rapport a."


def test_without_an_author_the_title_comes_first() -> None:
    assert reference(report("a", publisher=None), "2021", "nb").plain == "Rapport a. (2021)."


@pytest.mark.parametrize(("language", "label"), [("nb", "u.å."), ("nn", "u.å."), ("en", "n.d.")])
def test_a_report_without_a_year_says_so(language: str, label: str) -> None:
    assert year_labels({"a": report("a", year=None)}, language) == {"a": label}


def test_two_reports_of_one_author_and_year_are_told_apart() -> None:
    assert year_labels({"a": report("a"), "b": report("b")}, "nb") == {"a": "2021a", "b": "2021b"}


def test_letters_never_run_out() -> None:
    labels = year_labels({f"{number:02}": report("a") for number in range(54)}, "nb")
    assert [labels[name] for name in ("00", "25", "26", "27", "53")] == ["2021a", "2021z", "2021aa", "2021ab", "2021bb"]


def test_reports_without_an_author_are_told_apart_by_their_titles() -> None:
    reports = {name: report(title, publisher=None) for name, title in (("1", "a"), ("2", "b"), ("3", "b"))}
    assert year_labels(reports, "nb") == {"1": "2021", "2": "2021a", "3": "2021b"}


def test_reports_are_listed_once_and_oldest_first() -> None:
    cited = [citation(1, report("b", 2021)), citation(2, report("a", 2016)), citation(3, report("b", 2021))]
    assert list(reported(cited)) == ["a", "b"]


def test_the_short_reference_names_study_and_page() -> None:
    assert in_text(citation(1, report("a")), "2021", "nb") == "DIR, 2021, «Tolk i kommunene» (Fafo, mai 2021), s. 12"


def test_a_study_s_date_has_one_form_and_its_maker_stands_once() -> None:
    own = replace(STUDY, carried_out_by="DIR", published="07.06.2019")
    assert in_text(citation(1, report("a"), study=own), "2021", "nb") == (
        "DIR, 2021, «Tolk i kommunene» (7. juni 2019), s. 12"
    )


def test_outside_of_studies_the_section_is_named() -> None:
    assert in_text(citation(1, report("a"), study=None), "2021", "nn") == "DIR, 2021, «Hovedfunn», s. 12"


def test_a_digest_is_never_taken_for_the_report() -> None:
    one = citation(1, replace(report("a"), digest_of="a"))
    digest = replace(one, passage=replace(one.passage, is_digest=True))
    assert as_quoted(one) == "«Barn brukes som tolk.»"
    assert as_quoted(digest) == "Barn brukes som tolk."
    assert in_text(digest, "2021", "nb").startswith("Sammendrag av DIR, 2021,")
    assert in_text(digest, "2021", "nb").endswith(", ikke originalen")
    assert reference(replace(report("a"), digest_of="a"), "2021", "nb").plain == (
        "Direktoratet. (2021). Rapport a [sammendrag av rapporten, ikke originalen]."
    )
