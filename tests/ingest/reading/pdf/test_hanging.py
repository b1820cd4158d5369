"""A point's second line stands under its words, not under its bullet: it goes on however it begins."""

from pathlib import Path

import pytest

from ingest.document import BlockKind
from tests.ingest.fixtures.made import blocks, body, case, made
from tests.ingest.fixtures.pdfs import Page

_POINTS = (
    ("Spesialist i sykehjem, i tett samarbeid med sykehjemslege der", "(Notodden kommune)"),
    ("Hver fjerde elev har vært i fysisk kontakt med skolen i 2023.", "Tilsvarende andel var 88 prosent i 2022."),
    ("Det etableres ordninger for heving av kompetanse, og for nye og", "oppgaver"),
)


@pytest.mark.parametrize("bullet", ["\u2022", "-", "1."])
@pytest.mark.parametrize("hang", [10, 18, 30])
@pytest.mark.parametrize("size", [8, 11])
def test_points_are_whole(tmp_path: Path, bullet: str, hang: int, size: int) -> None:
    page, y = Page(), 740.0
    y = page.paragraph(60, y, ["Dette er det som ble funnet i kommunene som var med:"], size)
    for i, (first, second) in enumerate(_POINTS, 1):
        marker = f"{i}." if bullet == "1." else bullet
        page.put(70, y, f"{marker} {first}", size)
        page.put(70 + hang, y - 1.3 * size, second, size)
        y -= 2.6 * size
    body(page)
    items = [b.text for b in blocks(made(tmp_path, [page])) if b.kind is BlockKind.ITEM]
    assert items == [" ".join(point) for point in _POINTS]


def test_the_case_of_three_measures() -> None:
    items = [b.text for b in blocks(case("three-measures")) if b.kind is BlockKind.ITEM]
    assert items[1].endswith("Tilsvarende andeler var 88 prosent i 2022, 86 prosent i 2021 og 81 prosent i 2020.")
    assert items[2].endswith("i 2023 (figur 5.1). Utviklingen fra 2022 (59 prosent) til 2023 (60 prosent) er uendret.")
