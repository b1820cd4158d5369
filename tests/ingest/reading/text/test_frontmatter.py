"""What a Markdown file says of itself in a block at its beginning."""

from pathlib import Path

import pytest

from assistant.models import ReportKind
from ingest.document import ParsedReport
from ingest.reading import read_report

_BODY = """
# Bosetting

## Flere bosatt raskere

NIBR har på oppdrag fra IMDi undersøkt bosettingen i ti kommuner.

### Om ordningen

- Kommunene bosetter flyktninger etter anmodning.

### Hovedfunn

- Flere flyktninger ble bosatt raskere enn før.

### Hva det mangler kunnskap om

- Ingen vet hvor mange som flytter.

### Oppfølging

- IMDi følger opp kommunene.
"""


def _read(folder: Path, front: str, body: str = _BODY, name: str = "fil.md") -> ParsedReport:
    path = folder / name
    path.write_text(f"---\n{front}\n---\n{body}", encoding="utf-8")
    return read_report(path)


def test_what_is_stated_is_not_guessed(tmp_path: Path) -> None:
    front = 'source: fou-2016\ntitle: "FoU-prosjekter 2016"\nyear: 2017\npublisher: IMDi  # etaten\nkind: evaluering'
    report = _read(tmp_path, f"{front}\nlanguage: nn").report
    assert (report.title, report.year, report.publisher) == ("FoU-prosjekter 2016", 2017, "IMDi")
    assert (report.kind, report.language, report.digest_of) == (ReportKind.EVALUATION, "nn", "fou-2016")
    assert report.guessed == ()


@pytest.mark.parametrize(
    ("front", "year"),
    [("published: 2019-05-14", 2019), ("utgitt: mai 2021", 2021), ("year: 2020\npublished: 2019", 2020)],
)
def test_year_by_the_date_of_publication(tmp_path: Path, front: str, year: int) -> None:
    assert _read(tmp_path, f"title: Noe\n{front}").report.year == year


def test_an_address_as_source_is_no_digest(tmp_path: Path) -> None:
    assert _read(tmp_path, "source: https://www.imdi.no/rapport").report.digest_of is None


def test_front_matter_is_no_text_of_the_report(tmp_path: Path) -> None:
    parsed = _read(tmp_path, "title: Hemmelig navn\ntags:\n  - bolig\n  - tolk")
    assert not any("Hemmelig" in b.text or "bolig" in b.text.split() for _, s in parsed.root.walk() for b in s.blocks)


def test_a_rule_at_the_beginning_is_no_front_matter(tmp_path: Path) -> None:
    parsed = _read(tmp_path, "Dette er en setning om bosetting.\n\nOg en til, om arbeid.")
    assert any("Og en til" in b.text for _, s in parsed.root.walk() for b in s.blocks)


def test_the_writers_levels_stand(tmp_path: Path) -> None:
    parsed = _read(tmp_path, "title: FoU-prosjekter", f"{_BODY}\n# Arbeid\n\nMer om arbeid.\n")
    study = parsed.root.children[0].children[0]
    titles = ["Om ordningen", "Hovedfunn", "Hva det mangler kunnskap om", "Oppfølging"]
    assert [s.title for s in study.children] == titles


def test_a_part_of_a_study_stands_below_it(tmp_path: Path) -> None:
    body = "# Kapittel\n\n## Studien\n\nTekst.\n\n## Rapport a) Første\n\nTekst.\n\n### Hovedfunn\n\nFunn.\n\n"
    body += "## Neste\n\nTekst.\n"
    chapter = _read(tmp_path, "title: Noe", body + "\n# Siste\n\nTekst.\n").root.children[0]
    assert [s.title for s in chapter.children] == ["Studien", "Neste"]
    assert [s.title for s in chapter.children[0].children] == ["Rapport a) Første"]
