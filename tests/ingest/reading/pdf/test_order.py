"""The order of reading: short columns, boxes beside the text, two pages on one, line numbers, points in a sentence."""

from pathlib import Path

import pytest

from assistant.reasons import reason
from ingest.document import BlockKind
from tests.ingest.fixtures.made import blocks, body, case, everything, made, told
from tests.ingest.fixtures.pdfs import Page

_LEFT = (
    "Tilbudet i kommunen er i endring. Flere",
    "skoler har fått nye haller, og kursene",
    "er blitt gratis for elever på fjerde trinn.",
    "Ventetiden er i snitt 14 uker.",
)
_RIGHT = (
    "Lærerne etterlyser mer tid. I 2023 svarte",
    "62 prosent at de hadde for lite tid til å",
    "følge opp elever som ikke kan svømme.",
)
_SAID = "I 2023 svarte 62 prosent at de hadde for lite tid til å følge opp elever som ikke kan svømme."


def _has(parsed: object, sentence: str) -> bool:
    return any(sentence in text for text in told(parsed))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [8, 10, 12])
@pytest.mark.parametrize("shift", [0.0, 5.0])
@pytest.mark.parametrize("box", [False, True])
@pytest.mark.parametrize("after", [False, True])
def test_short_columns(tmp_path: Path, size: float, shift: float, box: bool, after: bool) -> None:
    page = Page(under="0.9 0.95 1 rg 305 560 250 90 re f 0 g" if box else "")
    page.put(60, 770, "15 Tilbudet", 16, bold=True)
    page.paragraph(
        60, 740, ["Dette avsnittet går over hele siden, fra kant til kant, og handler om hele tilbudet som gis."]
    )
    page.paragraph(60, 640, list(_LEFT), size)
    page.paragraph(320, 640 - shift, list(_RIGHT), size)
    if after:
        body(page, y=540)
    parsed = made(tmp_path, [page])
    assert _has(parsed, _SAID)
    assert _has(parsed, "Flere skoler har fått nye haller, og kursene er blitt gratis for elever på fjerde trinn.")
    text = everything(parsed)
    assert text.index("Ventetiden") < text.index("Lærerne etterlyser")


def test_short_columns_of_points(tmp_path: Path) -> None:
    """Bullets apart from their words make no columns of their own."""
    page = Page()
    page.put(60, 770, "15 Tilbudet", 16, bold=True)
    for x, points in (
        (
            60,
            (
                ("Gratis kurs for alle elever på fjerde", "trinn i hele kommunen"),
                ("Buss til hallen for 14 av 22", "skoler"),
            ),
        ),
        (
            320,
            (
                ("Første måling kom i 2019 og viste", "små virkninger"),
                ("Andre måling kom i 2022 og viste", "at 71 prosent kan svømme"),
            ),
        ),
    ):
        for n, lines in enumerate(points):
            page.put(x, 700 - 30 * n, "•" if x == 60 else f"{n + 1}.")
            page.paragraph(x + 18, 700 - 30 * n, list(lines))
    body(page, y=560)
    items = [b.text for b in blocks(made(tmp_path, [page])) if b.kind is BlockKind.ITEM]
    assert items == [
        "Gratis kurs for alle elever på fjerde trinn i hele kommunen",
        "Buss til hallen for 14 av 22 skoler",
        "Første måling kom i 2019 og viste små virkninger",
        "Andre måling kom i 2022 og viste at 71 prosent kan svømme",
    ]


def test_three_short_columns(tmp_path: Path) -> None:
    page = Page()
    page.put(60, 770, "15 Tilbudet", 16, bold=True)
    for n, lines in enumerate(
        (
            ("Flere barn går i nå i", "barnehage, der dekningen", "er nå 94 prosent."),
            ("Færre slutter på skolen", "før de er ferdige, og det", "er bra for kommunen."),
            ("Flere får hjelp hjemme,", "der det er plass, i alt 212", "familier i 2020."),
        )
    ):
        page.paragraph(60 + 175 * n, 700, list(lines))
    body(page, y=560)
    parsed = made(tmp_path, [page])
    assert _has(parsed, "dekningen er nå 94 prosent.") and _has(parsed, "i alt 212 familier i 2020.")


def test_two_pages_on_one(tmp_path: Path) -> None:
    pages = []
    for n in range(2):
        page = Page(paper="0 0 842 595")
        for side, lines in ((0, _LEFT), (1, _RIGHT)):
            page.put(50 + 421 * side, 540, f"{2 * n + side + 1} Kapittel {'ABCD'[2 * n + side]}", 14, bold=True)
            page.paragraph(50 + 421 * side, 500, [line.replace("62", str(62 + n)) for line in lines])
        pages.append(page)
    parsed = made(tmp_path, pages)
    assert [s.title for s in parsed.root.children] == ["1 Kapittel A", "2 Kapittel B", "3 Kapittel C", "4 Kapittel D"]
    assert _has(parsed, _SAID)


def test_each_of_two_pages_on_one_has_its_own_table_and_number(tmp_path: Path) -> None:
    pages = []
    for n in range(3):
        page = Page(paper="0 0 842 595")
        for side, year in ((0, "2020"), (1, "2022")):
            x, first = 50 + 421 * side, 2 * n + side + 1
            page.put(x, 550, f"{first} Kapittel {'ABCDEF'[first - 1]}", 14, bold=True)
            page.paragraph(x, 520, [line.replace("62", str(62 + n)) for line in _RIGHT])
            page.put(x, 460, f"Tabell {first} Timer i hallen", bold=True)
            for r, row in enumerate((("Kommune", year), ("Lillevik", f"{10 + first}"), ("Storvik", f"{20 + first}"))):
                low = 430 - 20 * r
                page.rules += [(x, low, x + 240, low), (x, low + 20, x + 240, low + 20)]
                page.rules += [(x + at, low, x + at, low + 20) for at in (0, 120, 240)]
                for c, text in enumerate(row):
                    page.put(x + 4 + 120 * c, low + 6, text, 9)
            page.put(x + 150, 20, str(first), 8)
        pages.append(page)
    parsed = made(tmp_path, pages)
    found = [(s.title, b.table) for _, s in parsed.root.walk() for b in s.blocks if b.table]
    assert [title for title, _ in found] == [f"{n} Kapittel {'ABCDEF'[n - 1]}" for n in range(1, 7)]
    assert [table.title for _, table in found] == [f"Tabell {n} Timer i hallen" for n in range(1, 7)]
    assert [table.rows[1].cells for _, table in found] == [("Storvik", str(20 + n)) for n in range(1, 7)]
    assert not any(text.isdigit() for text in told(parsed))


@pytest.mark.parametrize(("x", "step"), [(40, 1), (40, 5), (500, 1)])
def test_line_numbers_in_the_margin(tmp_path: Path, x: float, step: int) -> None:
    page = Page()
    lines = [*_LEFT, *_RIGHT] * 6
    for i, text in enumerate(lines, 1):
        page.put(90, 760 - 14 * i, text)
        if i % step == 0:
            page.put(x, 760 - 14 * i, str(i), 8)
    parsed = made(tmp_path, [page])
    assert _has(parsed, _SAID)
    assert not any(
        char.isdigit() for char in everything(parsed).replace("14 uker", "").replace("2023", "").replace("62", "")
    )


def test_a_numbered_list_keeps_its_numbers(tmp_path: Path) -> None:
    page = Page()
    for i in range(8):
        page.put(60, 700 - 14 * i, f"{i + 1}.")
        page.put(90, 700 - 14 * i, f"Tiltak for skole {'ABCDEFGH'[i]} i regionen")
    body(page)
    assert sum(b.kind is BlockKind.ITEM for b in blocks(made(tmp_path, [page]))) == 8


@pytest.mark.parametrize("marks", [("(1)", "(2)", "(3)"), ("1)", "2)", "3)"), ("(a)", "(b)", "(c)")])
def test_points_within_a_sentence(tmp_path: Path, marks: tuple[str, str, str]) -> None:
    one, two, three = marks
    page = Page()
    lines = (
        f"Rådet anbefaler at undersøkelsen om svømming har tre tema: {one} bruk av hall,",
        f"{two} virkninger for helse og trivsel og {three} elevenes forventninger til årene som",
        "kommer. Strukturen er også nyttig for andre.",
    )
    page.paragraph(60, 700, list(lines))
    body(page)
    assert any(" ".join(lines) in text for text in told(made(tmp_path, [page])))


@pytest.mark.parametrize("marks", [("(1)", "(2)", "(3)"), ("a)", "b)", "c)")])
@pytest.mark.parametrize("ends", ["og", "and"])
def test_points_that_a_word_joins_are_a_sentence(tmp_path: Path, marks: tuple[str, str, str], ends: str) -> None:
    one, two, three = marks
    page = Page()
    said = f"Rådet peker på tre tema: {one} bruk av hall, {two} helse {ends} {three} forventninger til årene."
    page.put(60, 700, said)
    body(page)
    assert said in told(made(tmp_path, [page]))


@pytest.mark.parametrize("marks", [("(1)", "(2)"), ("1.", "2."), ("a)", "b)")])
def test_points_on_lines_of_their_own_stay_points(tmp_path: Path, marks: tuple[str, str]) -> None:
    page = Page()
    page.paragraph(
        60, 700, ["Rådet har disse temaene:", f"{marks[0]} Bruk av hall,", f"{marks[1]} Virkninger for helse"]
    )
    body(page)
    items = [b.text for b in blocks(made(tmp_path, [page])) if b.kind is BlockKind.ITEM]
    assert items == ["Bruk av hall,", "Virkninger for helse"]


def test_the_values_of_a_form_are_read(tmp_path: Path) -> None:
    fields = (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (antall) /V (412 elever) /Rect [260 690 400 710] /P 10 0 R >>",
        "<< /Type /Annot /Subtype /Widget /FT /Btn /T (ja) /V /Yes /AS /Yes /Rect [260 660 274 674] "
        "/AP << /N << /Yes 9 0 R /Off 9 0 R >> >> >>",
        "<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (valg) /V (Fjordby) /Opt [(Fjordby) (Vika)] "
        "/Rect [260 630 400 650] >>",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 0 >>\nstream\n\nendstream",
    )
    page = Page(entries="/Annots [6 0 R 7 0 R 8 0 R]")
    page.put(60, 696, "Antall elever som kan svømme:")
    page.put(60, 663, "Skolen har fast svømmelærer:")
    page.put(60, 636, "Kommune der skolen ligger:")
    body(page)
    parsed = made(tmp_path, [page], *fields, catalogue="/AcroForm << /Fields [6 0 R 7 0 R 8 0 R] >>")
    text = everything(parsed)
    assert "Antall elever som kan svømme: 412 elever" in text
    assert "svømmelærer: ☒" in text
    assert "ligger: Fjordby" in text
    assert parsed.warnings == [reason("form", page=1, count=3)]


def test_the_case_of_a_side_bar() -> None:
    parsed = case("sidebar")
    section = next(s for _, s in parsed.root.walk() if s.title == "15 Tilbudet")
    assert any(_SAID in b.text for b in section.blocks)
    assert not any("Foreldrene" in b.text and "Lærerne" in b.text for b in blocks(parsed))


def test_the_case_of_a_point_at_a_line_start() -> None:
    (text,) = told(case("inline-enum"))
    assert "(1) bruk av hall, (2) virkninger for helse og trivsel og (3) elevenes forventninger" in text


def test_the_case_of_a_filled_form() -> None:
    assert "412 elever" in everything(case("form-values"))
    assert "svømmelærer? ☒" in everything(case("form-values"))
