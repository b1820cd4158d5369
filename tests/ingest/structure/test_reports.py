"""The trees of the five real reports, from text and from PDF, against a list made by reading them."""

import pytest

from assistant.models import SectionKind
from ingest.words.characters import squeezed
from tests.ingest.fixtures.reports import FORMATS, needs_reports, report, sections
from tests.ingest.structure.expected import CHAPTERS, STUDIES, WITHIN

pytestmark = needs_reports


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("stem", STUDIES)
def test_finds_every_study_and_no_other(stem: str, form: str) -> None:
    found = [squeezed(s.title) for s in sections(report(stem, form)) if s.study is not None]
    assert found == [squeezed(title) for title in STUDIES[stem]]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("stem", CHAPTERS)
def test_finds_the_chapters_in_order(stem: str, form: str) -> None:
    found = [squeezed(s.title) for s in report(stem, form).root.children]
    assert found == [squeezed(title) for title in CHAPTERS[stem]]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("stem", WITHIN)
def test_sections_stand_in_their_chapters(stem: str, form: str) -> None:
    paths = {squeezed(p[-1]): [squeezed(t) for t in p] for p, s in report(stem, form).root.walk() if s.title}
    for title, chapter in WITHIN[stem].items():
        assert squeezed(chapter) in paths[squeezed(title)]


@pytest.mark.parametrize("form", FORMATS)
def test_findings_stand_below_their_study(form: str) -> None:
    for stem in STUDIES:
        parsed = report(stem, form)
        studies = {id(s) for s in sections(parsed) if s.study is not None}
        for _, section in parsed.root.walk():
            for child in section.children:
                if child.kind is SectionKind.FINDINGS:
                    inside = any(id(s) in studies and any(c is section for _, c in s.walk()) for s in sections(parsed))
                    assert inside, (stem, form, section.title)


@pytest.mark.parametrize("form", FORMATS)
def test_reads_off_who_and_when(form: str) -> None:
    studies = {s.title: s.study for s in sections(report("fou-2019", form)) if s.study is not None}
    housing = studies["Kunnskap om bosetting av flyktninger"]
    assert (housing.carried_out_by, housing.commissioned_by) == ("NTNU Samfunnsforskning", "Kunnskapsdepartementet")
    assert housing.published == "12. desember 2018"
    assert (
        studies["Hvor lenge deltar flyktninger og familiegjenforente i introduksjonsprogrammet?"].published
        == "Oktober 2019"
    )
    assert sum(1 for s in studies.values() if s.published) >= 16
