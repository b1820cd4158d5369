"""Letters and hearing answers: what they ask for is told apart by the wording of its heading."""

from pathlib import Path

import pytest

from assistant.models import SectionKind
from ingest.reading import read_report


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Våre hovedanbefalinger", SectionKind.RECOMMENDATIONS),
        ("Våre innspill til utvalget", SectionKind.RECOMMENDATIONS),
        ("Vi ber om", SectionKind.RECOMMENDATIONS),
        ("Prøveforbundet foreslår følgende tiltak", SectionKind.RECOMMENDATIONS),
        ("KS anbefaler", SectionKind.RECOMMENDATIONS),
        ("Prøveforbundet mener", SectionKind.RECOMMENDATIONS),
        ("2. Me tilrår", SectionKind.RECOMMENDATIONS),
        ("Bussreiser i ytre Fjordby", SectionKind.OTHER),
        ("Konklusjon", SectionKind.FINDINGS),
    ],
)
def test_what_a_letter_asks_for_is_told_by_its_heading(tmp_path: Path, heading: str, kind: SectionKind) -> None:
    path = tmp_path / "brev.md"
    text = f"---\ntittel: Innspill til utvalget\n---\nVi takker for sist.\n\n## {heading}\n\nFlere haller bør bygges.\n"
    path.write_text(text, "utf-8")
    found = [s.kind for _, s in read_report(path).root.walk() if s.title.rstrip(":") == heading.rstrip(":")]
    assert found == [kind]
