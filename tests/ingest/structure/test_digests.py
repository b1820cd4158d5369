"""The digests that come with the project: what they say of themselves, their trees and their tables."""

from pathlib import Path

import pytest

from assistant.models import SectionKind
from ingest.document import ParsedReport
from ingest.reading import read_report

_FOLDER = Path(__file__).parents[3] / "corpus" / "digests"
_FILES = sorted(_FOLDER.glob("*.md"))
_COLLECTIONS = {"fou-2016": 19, "fou-2018": 19, "fou-2019": 17}


def _read(path: Path) -> ParsedReport:
    return read_report(path)


@pytest.mark.parametrize("path", _FILES, ids=lambda p: p.stem)
def test_particulars_are_those_stated(path: Path) -> None:
    report = _read(path).report
    stated = dict(line.split(": ", 1) for line in path.read_text(encoding="utf-8").split("---")[1].strip().splitlines())
    found = (report.digest_of, report.title, str(report.year), report.publisher, str(report.kind))
    assert found == tuple(stated[name] for name in ("source", "title", "year", "publisher", "kind"))
    assert set(report.guessed) <= {"language"}


@pytest.mark.parametrize("path", _FILES, ids=lambda p: p.stem)
def test_no_heading_is_lost_and_none_added(path: Path) -> None:
    marked = [line.lstrip("# ") for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert [s.title for _, s in _read(path).root.walk() if s.title] == marked


@pytest.mark.parametrize("path", _FILES, ids=lambda p: p.stem)
def test_tables_are_titled(path: Path) -> None:
    tables = [b.table for _, s in _read(path).root.walk() for b in s.blocks if b.table is not None]
    assert tables
    assert all(t.title for t in tables)


@pytest.mark.parametrize("path", _FILES, ids=lambda p: p.stem)
def test_studies_are_those_of_collections(path: Path) -> None:
    studies = [s for _, s in _read(path).root.walk() if s.study is not None]
    assert len(studies) >= _COLLECTIONS.get(path.stem, 0)
    assert path.stem in _COLLECTIONS or not studies
    told = [s.study for s in studies if s.study and (s.study.carried_out_by or s.study.commissioned_by)]
    assert 10 * len(told) >= 6 * len(studies)
    assert not any(s.kind is SectionKind.FINDINGS for s in studies)
