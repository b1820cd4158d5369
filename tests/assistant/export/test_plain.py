"""Markdown and plain text: references intact, and nothing of a report taken as markup."""

from dataclasses import replace

import pytest

from assistant.export.blocks import exported
from assistant.export.plain import as_markdown, as_text, body_as_markdown
from assistant.models import Point, Verdict
from assistant.texts import text
from tests.assistant.export.making import SERIES, answer, citation, report

TWO = exported(
    [answer(citation(1, report("a"))), answer(citation(1, report("b")), citation(2, report("b")), question="Og så?")],
    "nb",
)


@pytest.mark.parametrize("write", [as_markdown, as_text])
def test_notes_are_numbered_through_a_conversation(write) -> None:  # type: ignore[no-untyped-def]
    assert all(f"[{number}]" in write(TWO) for number in (1, 2, 3))


@pytest.mark.parametrize("write", [as_markdown, as_text])
def test_every_quote_stands_with_its_page(write) -> None:  # type: ignore[no-untyped-def]
    assert write(TWO).count("(Fafo, mai 2021), s. 12)") == 3


def test_the_reference_list_has_titles_in_italics() -> None:
    assert "Direktoratet. (2021a). *Rapport a*." in as_markdown(TWO)


def test_findings_stand_under_their_heading() -> None:
    assert "### Funn\n\n- Barn brukes som tolk. [3]" in as_markdown(TWO)


def test_items_of_what_leads_stand_below_it() -> None:
    listed = Point("Dette virket: Kurs; Praksis", (1,), items=("Kurs", "Praksis"))
    shown = as_markdown(exported([replace(answer(citation(1, report("a"))), points=(listed,))], "nb"))
    assert "- Kurs\n- Praksis" in shown


def test_who_carried_the_study_out_stands_after_its_first_claim() -> None:
    written = as_text(exported([answer(citation(1, report("a")), citation(2, report("a")))], "nb"))
    assert "Barn brukes som tolk. (Fafo, 2021) [1]" in written
    assert written.count("(Fafo, 2021)") == 1


@pytest.mark.parametrize(
    ("verdict", "abstained", "keys"),
    [
        (Verdict.PARTLY, False, ["partly_answered"]),
        (Verdict.NOT_ANSWERED, True, ["not_answered", "nearest"]),
        (Verdict.WRONG_PREMISE, True, ["wrong_premise", "stands_instead"]),
    ],
)
def test_how_far_the_question_is_answered_is_said_first(verdict: Verdict, abstained: bool, keys: list[str]) -> None:
    one = replace(answer(citation(1, report("a"))), verdict=verdict, abstained=abstained)
    first = "\n\n".join(["Hva fant de?", *(text(key, "nb") for key in keys), "Barn brukes"])
    assert as_text(exported([one], "nb")).startswith(first)


def test_how_a_follow_up_was_understood_stands_under_the_question_and_once() -> None:
    whole = "Hva fant de om tolk? Og så?"
    said = text("understood_as", "nb", question=whole)
    one = replace(answer(citation(1, report("a")), question="Og så?"), asked_as=whole, notes=(said,))
    written = as_text(exported([one], "nb"))
    assert written.startswith(f"Og så?\n\n{said}")
    assert written.count(said) == 1


def test_figures_over_time_are_a_table() -> None:
    document = exported([answer(citation(1, report("a")), series=(SERIES,))], "nb")
    assert "| 2023 | 65 | kommuner | [1] |" in as_markdown(document)


@pytest.mark.parametrize("words", ["[klikk](javascript:x)", "![](http://x.no/a.png)", "<script>x</script>", "a | b"])
def test_markup_in_a_report_stays_words(words: str) -> None:
    written = as_markdown(exported([answer(citation(1, report("a"), words))], "nb"))
    assert words not in written


def test_markers_and_sources_are_links_where_they_can_be_opened() -> None:
    document = exported([answer(citation(1, report("a")))], "nb", link=lambda cited: f"https://x.example/{cited.n}")
    written = body_as_markdown(document)
    assert "Barn brukes som tolk. (Fafo, 2021) [[1]](https://x.example/1)" in written
    assert "s. 12](https://x.example/1))" in written
    assert "https://x.example" not in as_text(document)
