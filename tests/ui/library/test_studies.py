"""The list of studies and chapters."""

from assistant.library.contents import Entry
from assistant.models import Passage, Report, Study
from assistant.ui.library.studies import names


def by(who: str) -> Entry:
    return Entry(
        Report("fou-2019", "FoU 2019", 2019), "Tolk", Passage("p", "fou-2019", "FoU 2019", ""), Study("Tolk", who)
    )


def test_each_who_is_named_once_and_by_itself() -> None:
    held = [by(who) for who in ("FAFO", "Fafo og Prøvesenteret", "Fafo", "Institutt for by- og regionforskning", "")]
    assert names(held) == ["Fafo", "Institutt for by- og regionforskning", "Prøvesenteret"]
