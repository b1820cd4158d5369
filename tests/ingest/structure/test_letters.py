"""Letters and hearing answers: what they ask for is told apart by the wording of its heading."""

from pathlib import Path

import pytest

from assistant.models import SectionKind
from ingest.reading import read_report
from tests.ingest.fixtures.made import body, made
from tests.ingest.fixtures.pdfs import Page


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


def test_paragraphs_of_a_law_are_headings_and_greetings_are_none(tmp_path: Path) -> None:
    page = Page()
    for n, (text, bold) in enumerate(
        (
            ("§ 1 Formål", True),
            ("Forskriften skal sikre at alle elever lærer å svømme i hall og i sjø.", False),
            ("Tilråding frå departementet 18. mars 2022, godkjend same dagen. (Regjeringa Moe)", True),
            ("Regjeringa vil at alle barn skal lære å symje i hall og i sjø.", False),
            ("Med hilsen", True),
            ("Kari Nordmann", False),
        )
    ):
        page.put(60, 740 - 40 * n, text, bold=bold)
    body(page)
    titles = [s.title for _, s in made(tmp_path, [page]).root.walk()]
    assert "§ 1 Formål" in titles
    assert not any(title.startswith(("Tilråding", "Med hilsen", "Kari")) for title in titles)


def test_a_letters_head_page_numbers_and_signature_are_no_headings(tmp_path: Path) -> None:
    page = Page()
    body(page, y=560)
    heads = ("Deres ref: 25/1234", "1 Bussreiser i ytre Fjordby", "Side 2 av 4", "Med vennlig hilsen", "Kari Nordmann")
    for n, text in enumerate(heads):
        page.put(60, (780, 700, 480, 400, 320)[n], text, 14)
    page.paragraph(
        60, 670, ["Bussreisene til hallen er for lange i ytre Fjordby, og elevene", "mister timer hver uke."]
    )
    found = [s.title for _, s in made(tmp_path, [page]).root.walk() if s.title]
    assert found == ["1 Bussreiser i ytre Fjordby"]


def test_those_who_sign_one_after_the_other_are_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "innspel.txt"
    lines = ["Innspel til utvalet om skulevegar", "", "Bussreiser"]
    lines += ["", "Bussen går kvar time, og elevane i ytre Fjordby kjem seg til skulen i god tid kvar dag.", ""] * 4
    for who, whom in (("Kari Nordmann", "Skule"), ("Ola Nordmann", "Helse"), ("Liv Fjord", "Buss")):
        lines += ["", f"{who}, direktør", "", f"Avdeling for {whom.lower()}, Fjordby kommune"]
    path.write_text("\n".join(lines), "utf-8")
    titles = [s.title for _, s in read_report(path).root.walk()]
    assert "Bussreiser" in titles
    assert [title for title in titles if "direktør" in title or "Avdeling" in title] == []
