"""Examples from themes over a made document."""

from evals.training.reports import Text
from evals.training.themes import FOLDER, Theme, examples, read_themes
from tests.evals.training.test_reports import ADVICE, CHILDREN, DOCUMENT, folder, place, text

__all__ = ["folder", "text"]  # fixtures


def theme(*on: str, passing: str = "") -> Theme:
    def places(said: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
        return tuple((DOCUMENT, *place(one)) for one in said if one)  # type: ignore[misc]

    return Theme("tolk til barn", "nb", (DOCUMENT,), places(on), places((passing,)), places(on[:1]))


def test_what_is_said_on_the_theme_is_right_and_the_rest_wrong(text: Text) -> None:
    for one in examples([theme(CHILDREN, ADVICE)], {DOCUMENT: text}, seed=1):
        assert one.question == "tolk til barn"
        assert [said.rsplit(": ", 1)[-1].split()[0] for said in one.right] == ["Barn", "Fastlegene"]
        assert one.wrong and not set(one.wrong) & set(one.right)


def test_what_names_it_in_passing_is_neither(text: Text) -> None:
    found = list(examples([theme(CHILDREN, passing=ADVICE)], {DOCUMENT: text}, seed=1))
    assert found and all("opplæring" not in said for one in found for said in (*one.right, *one.wrong))


def test_a_theme_that_nothing_is_said_on_gives_none(text: Text) -> None:
    assert not list(examples([theme()], {DOCUMENT: text}, seed=1))


def test_no_document_is_both_learned_from_and_judged_by() -> None:
    learned, weighed, judging = (
        {document for part in parts for one in read_themes(part) for document in one.documents}
        for parts in (("train", "more"), ("calibrate",), ("judge",))
    )
    assert not learned & weighed and not learned & judging and not weighed & judging


def test_no_theme_over_the_five_reports_is_both_learned_from_and_weighed_by() -> None:
    learned, weighed = ({one.theme for one in read_themes(part)} for part in ("five", "five_calibrate"))
    assert learned and weighed and not learned & weighed


def test_something_is_said_on_every_theme() -> None:
    parts = ("train", "more", "five", "calibrate", "five_calibrate", "judge")
    assert all(one.on for part in parts for one in read_themes(part, FOLDER))
