"""Who carried out each study, for whom, when and on what sample, in text and PDF, against what the reports say."""

import pytest

from assistant.models import Study
from tests.ingest.fixtures.reports import FORMATS, needs_reports, report, sections
from tests.ingest.structure.facts import FACTS, Facts

pytestmark = needs_reports


def _pairs(form: str) -> list[tuple[str, str, str | None, str | None]]:
    """(study, which fact, expected, found) of all facts of all studies."""
    pairs: list[tuple[str, str, str | None, str | None]] = []
    for stem, facts in FACTS.items():
        studies = [s.study for s in sections(report(stem, form)) if s.study is not None]
        for study, known in zip(studies, facts, strict=True):
            pairs += [(study.title, name, *pair) for name, pair in _compared(study, known).items()]
    return pairs


def _compared(study: Study, known: Facts) -> dict[str, tuple[str | None, str | None]]:
    sample = study.sample
    told = known.sample if known.sample and sample and known.sample in sample else sample
    return {
        "by": (known.by, study.carried_out_by),
        "commissioned": (known.commissioned, study.commissioned_by),
        "published": (known.published, study.published),
        "sample": (known.sample, told),
    }


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_said_that_the_report_does_not_say(form: str) -> None:
    assert [pair for pair in _pairs(form) if pair[3] is not None and pair[2] != pair[3]] == []


@pytest.mark.parametrize("form", FORMATS)
def test_nearly_every_fact_is_found(form: str) -> None:
    told = [pair for pair in _pairs(form) if pair[2] is not None]
    missed = [pair for pair in told if pair[3] is None]
    assert len(missed) <= len(told) / 10, missed
