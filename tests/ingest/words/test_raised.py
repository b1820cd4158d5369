"""Raised digits: units and powers keep them, footnote marks never become numbers of a sentence."""

from pathlib import Path

import pytest

from ingest.words.raised import is_power
from tests.ingest.fixtures.made import blocks, body, case, made, told
from tests.ingest.fixtures.pdfs import Page, line


@pytest.mark.parametrize(
    ("before", "raised", "after"),
    [
        ("1 250 m", "2", " og"),
        ("per km", "2", "."),
        ("12 Sm", "3", " gass"),
        ("kr/m", "3", ","),
        ("9,8 m/s", "2", " i"),
        ("3,2 · 10", "6", " liter"),
        ("3,2 x 10", "6", "."),
        ("om lag 10", "3", " kg"),
        ("forklart varians R", "2", " = 0,4"),
        ("ytelse i 10", "-3", " mol"),
        ("20 W m", "−2", " i snitt"),
    ],
)
def test_powers(before: str, raised: str, after: str) -> None:
    assert is_power(before, raised, after)


@pytest.mark.parametrize(
    ("before", "raised", "after"),
    [
        ("elevene deltar", "13", " oftere"),
        ("i 2023", "2", " var"),
        ("de 10", "3", " største kommunene"),
        ("i 2010", "6", " liter"),
        ("i programmet", "2", " er"),
        ("Brukte alarm", "3", " i"),
        ("(86 %)", "2", ""),
        ("per m", "4", " i"),
        ("til 1,10", "2", " i"),
        ("av 2 10", "3", " svarte"),
    ],
)
def test_marks(before: str, raised: str, after: str) -> None:
    assert not is_power(before, raised, after)


def _set(x: float, y: float, pieces: list[str], size: float, how: tuple[float, float]) -> list[str]:
    """The operators of a line whose every second piece is raised; Courier's width makes the places plain."""
    up, small = how
    out = []
    for i, piece in enumerate(pieces):
        at = size * small if i % 2 else size
        out.append(line(x, y + (up * size if i % 2 else 0), piece, at).replace("/F1", "/F9"))
        x += 0.6 * at * len(piece)
    return out


_COURIER = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
_FIRST = ["De yngste elevene deltar", "13"]
_SECOND = ["oftere i hall enn de andre (86 %)", "2", " i 2023. Hallen er 480 m", "3", " og"]


@pytest.mark.parametrize("order", ["as read", "marks last", "marks first"])
@pytest.mark.parametrize(("up", "small"), [(0.33, 0.66), (0.4, 0.58), (0.45, 0.7), (0.3, 1.0)])
@pytest.mark.parametrize("size", [8, 10.6, 14])
def test_marks_are_notes_and_powers_text_in_whatever_order(
    tmp_path: Path, order: str, up: float, small: float, size: float
) -> None:
    text = [
        *_set(60, 700, _FIRST, size, (up, small)),
        *_set(60, 700 - 1.35 * size, _SECOND, size, (up, small)),
        *_set(
            60, 700 - 2.7 * size, ["koster 3,2 · 10", "6", " kroner i de", "4", " fem kommunene."], size, (up, small)
        ),
    ]
    marks = [t for t in text if " Tf" in t and t.split("(")[1].split(")")[0].isdigit()]
    plain = [t for t in text if t not in marks]
    page = Page(over="\n".join({"as read": text, "marks last": plain + marks, "marks first": marks + plain}[order]))
    page.resources = "/Font << /F1 4 0 R /F2 5 0 R /F9 6 0 R >>"
    body(page)
    parsed = made(tmp_path, [page], _COURIER)
    (found,) = [b for b in blocks(parsed) if "De yngste" in b.text]
    assert found.text == (
        "De yngste elevene deltar oftere i hall enn de andre (86 %) i 2023. Hallen er 480 m³ og koster 3,2 · 10⁶ "
        "kroner i de fem kommunene."
    )
    assert [n.mark for n in found.notes] == ["13", "2", "4"]


def test_raised_characters_of_the_font_itself(tmp_path: Path) -> None:
    page = Page()
    page.put(60, 700, "Hallen er 480 m² stor i 2023¹ og brukes av alle³, også om sommeren.")
    body(page)
    assert "Hallen er 480 m² stor i 2023 og brukes av alle, også om sommeren." in told(made(tmp_path, [page]))


def test_the_case_of_a_mark_at_a_line_end() -> None:
    parsed = case("sup-line-end")
    sentence = (
        "De yngste elevene (79 %) deltar sjeldnere, mens de eldste (91 %) deltar oftere i undervisningen enn "
        "gjennomsnittet for skolene (86 %) i 2023."
    )
    (found,) = [b for b in blocks(parsed) if b.text.startswith(sentence)]
    assert [n.mark for n in found.notes] == ["13"]


def test_the_case_of_units() -> None:
    (text,) = told(case("superscript-units"))
    assert all(said in text for said in ("1 250 m²", "480 m³", "3,2 · 10⁶ liter", "per m²"))
    assert [n.mark for b in blocks(case("superscript-units")) for n in b.notes] == ["4"]


@pytest.mark.parametrize("after", [".", ")"])
def test_a_mark_with_a_stop_of_its_own_is_no_number(tmp_path: Path, after: str) -> None:
    pieces = ["Tilliten er høy i alle tjenestene.", f"1{after}", " En sentral utfordring er kapasiteten."]
    page = Page(over="\n".join(_set(60, 700, pieces, 11, (0.32, 0.6))))
    page.resources = "/Font << /F1 4 0 R /F2 5 0 R /F9 6 0 R >>"
    body(page)
    assert "Tilliten er høy i alle tjenestene. En sentral utfordring er kapasiteten." in told(
        made(tmp_path, [page], _COURIER)
    )


@pytest.mark.parametrize(("before", "mark"), [("i årene 2023-2024.", "39"), ("i 2023", "2"), ("av de eldste", "5")])
@pytest.mark.parametrize("gap", [0, 1.5])
def test_a_mark_that_the_file_sets_apart_with_what_follows_it_is_noted(
    tmp_path: Path, before: str, mark: str, gap: float
) -> None:
    at = 60 + 6 * len(before) + gap
    first = _set(60, 700, [before], 10, (0.3, 0.6))
    then = _set(at, 703.3, [mark], 6, (0, 1)) + _set(
        at + 3.6 * len(mark), 700, [" De finner at 4,5 % har gjort det."], 10, (0, 1)
    )
    page = Page(over="\n".join([*first, line(400, 640, "Noe som står et annet sted.", 10), *then]))
    page.resources = "/Font << /F1 4 0 R /F2 5 0 R /F9 6 0 R >>"
    body(page)
    (found,) = [b for b in blocks(made(tmp_path, [page], _COURIER)) if "De finner" in b.text]
    assert found.text.startswith(f"{before} De finner at 4,5 % har gjort det.")
    assert [(n.offset, n.mark) for n in found.notes] == [(len(before), mark)]
