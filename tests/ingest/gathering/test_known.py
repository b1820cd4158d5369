"""What a person has set right of a report holds for its statements too."""

import pytest

from assistant.models import Passage, Report, ReportKind
from ingest.catalogue import Catalogue, Entry, fingerprint
from ingest.cutting.passages import with_spans
from ingest.gathering.known import catalogued
from ingest.gathering.reports import ReadFile

WORDS = " ".join(f"Kommune {n} bruker tolk i samtale {n * n} med familier." for n in range(400))
SAID = f"I fjor ble det bosatt 300 familier. Kommunen må få pengene tidligere.\n{WORDS}"


def known(guessed: tuple[int, ReportKind], vetted: tuple[int, ReportKind]) -> Passage:
    """The first passage of a report that was taken for one thing and is another."""
    year, kind = guessed
    passage = with_spans(Passage("r:0", "r", "Rapport", SAID, year=year), kind)
    read = ReadFile(Report("r", "Rapport", year, None, kind), (passage,), (), ())
    entry = Entry(
        stem="tolk", title="Tolk", year=vetted[0], publisher="P", kind=vetted[1], fingerprint=fingerprint(SAID)
    )
    return catalogued(read, Catalogue([entry])).passages[0]


@pytest.mark.parametrize("guessed", [2019, 2016, 2017])
def test_last_year_is_reckoned_from_the_vetted_year(guessed: int) -> None:
    passage = known((guessed, ReportKind.SURVEY), (2017, ReportKind.SURVEY))
    assert (passage.year, passage.title, passage.spans[0].about) == (2017, "Tolk", "2016")


@pytest.mark.parametrize(
    ("guessed", "vetted"), [(ReportKind.SURVEY, ReportKind.HEARING), (ReportKind.HEARING, ReportKind.SURVEY)]
)
def test_only_who_wrote_a_letter_asks_for_what_must_be_done(guessed: ReportKind, vetted: ReportKind) -> None:
    passage = known((2017, guessed), (2017, vetted))
    assert passage.spans[1].asks == (vetted is ReportKind.HEARING)
