"""The statements of the real reports found again on the very page that they are cited with."""

from pathlib import Path

import pytest

from assistant.answer.quotes import can_be_quoted, cite
from assistant.evidence.finding import find
from assistant.evidence.pdf import letters_of
from ingest.cutting.passages import cut
from tests.ingest.fixtures.reports import STEMS, report
from tests.making.passages import statements

pytestmark = pytest.mark.reports
PASSAGE = 700  # characters


@pytest.mark.parametrize("stem", STEMS)
def test_quotes_are_found_on_the_page_that_they_are_cited_with(reports: Path, stem: str) -> None:
    passages = cut(report(stem, "pdf"), PASSAGE)
    quotable = [one for passage in passages for one in statements(passage) if can_be_quoted(one)]
    stream = letters_of(reports / "pdf" / f"{stem}.pdf")
    lost = []
    for citation in (cite(1, [one]) for one in quotable):
        spans = find(stream, citation.quote, citation.page)
        if citation.page not in {stream.pages[start] for start, _ in spans}:
            lost.append(citation.quote)
    assert len(lost) <= len(quotable) / 1000
