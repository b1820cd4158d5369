"""What stands in a small box beside the text is read by itself, and the text beside it whole."""

from pathlib import Path

import pytest

from tests.ingest.fixtures.made import body, made, told
from tests.ingest.fixtures.pdfs import Page

_TEXT = (
    "Skolene har svart på spørsmål om svømming, og",
    "svarene er samlet i denne rapporten. I 2023 sa",
    "62 prosent av lærerne at de hadde for lite tid",
    "til å følge opp elever som ikke kan svømme.",
)
_BOXES = {
    "filled": "0.9 0.95 1 rg 330 600 200 62 re f 0 g",
    "framed": "0.5 w 330 600 200 62 re S",
}


def _page(under: str) -> Page:
    page = Page(under=under)
    body(page, y=740)
    page.paragraph(60, 650, list(_TEXT))
    body(page, y=560)
    return page


@pytest.mark.parametrize("drawn", list(_BOXES))
def test_a_short_fact_box(tmp_path: Path, drawn: str) -> None:
    page = _page(_BOXES[drawn])
    page.put(340, 644, "Fakta", bold=True)
    page.put(340, 629, "Svømmedyktig: kan svømme 200 meter.")
    texts = told(made(tmp_path, [page]))
    assert any(" ".join(_TEXT) in text for text in texts)
    assert "Svømmedyktig: kan svømme 200 meter." in texts


@pytest.mark.parametrize("drawn", list(_BOXES))
def test_a_figure_in_large_type_with_its_words(tmp_path: Path, drawn: str) -> None:
    page = _page(_BOXES[drawn])
    page.put(340, 632, "62 %", 26, bold=True)
    page.put(340, 612, "av lærerne har for lite tid")
    texts = told(made(tmp_path, [page]))
    assert any(" ".join(_TEXT) in text for text in texts)
    assert any("av lærerne har for lite tid" in text and _TEXT[0] not in text for text in texts)
