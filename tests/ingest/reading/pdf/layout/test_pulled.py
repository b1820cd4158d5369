"""Sentences repeated in large type beside or within the text neither cut it nor are told twice."""

from pathlib import Path

import pytest

from tests.ingest.fixtures.made import body, everything, made, told
from tests.ingest.fixtures.pdfs import Page

_SAID = "Lærerne etterlyser mer tid, og halvparten sier at bussen er det største hinderet."
_NARROW = (
    "Skolene har svart på spørsmål om bussen.",
    "Lærerne etterlyser mer tid, og halvparten",
    "sier at bussen er det største hinderet.",
    "Rektorene er mer fornøyde med tilbudet",
    "enn lærerne er på de fleste skolene.",
)


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize("size", [13, 17])
@pytest.mark.parametrize(
    "quote",
    [
        ("«Lærerne etterlyser mer", "tid, og halvparten sier", "at bussen er det største", "hinderet.»"),
        ("– halvparten sier at bussen", "er det største hinderet"),
        ("Halvparten sier at bussen", "er det største hinderet"),
    ],
)
def test_beside_the_text(tmp_path: Path, left: bool, size: float, quote: tuple[str, ...]) -> None:
    page = Page()
    body(page, y=700)
    page.paragraph(60 if left else 330, 598, list(quote), size)
    page.paragraph(330 if left else 60, 600, list(_NARROW))
    body(page, y=500)
    parsed = made(tmp_path, [page])
    assert any(" ".join(_NARROW) in text for text in told(parsed))
    assert everything(parsed).count("største hinderet") == 1


@pytest.mark.parametrize("bold", [False, True])
def test_within_the_text(tmp_path: Path, bold: bool) -> None:
    wide = "Skolene i regionen har svart på alle spørsmål om bussen til hallen, og svarene er"
    page = Page()
    body(page, y=740)
    page.put(60, 660, wide)
    page.put(100, 620, f"«{_SAID}»", 14, bold=bold)
    page.paragraph(60, 590, ["samlet i denne rapporten.", _SAID, "Rektorene er mer fornøyde med tilbudet."])
    body(page)
    parsed = made(tmp_path, [page])
    assert any(f"og svarene er samlet i denne rapporten. {_SAID}" in text for text in told(parsed))
    assert "\n".join(told(parsed)).count(_SAID) == 1


def test_what_the_text_does_not_say_stays(tmp_path: Path) -> None:
    page = Page()
    body(page, y=740)
    page.put(60, 660, "«Vi har aldri tid nok til dem som trenger det mest.»", 14)
    body(page, y=620)
    assert "aldri tid nok" in "\n".join(told(made(tmp_path, [page])))


def test_a_name_in_italics_within_a_sentence_stays(tmp_path: Path) -> None:
    page = Page()
    page.put(60, 760, "Rapporten heter Svømming for alle barn i skolen. Den er lest av mange i kommunen.")
    page.put(60, 740, "De som har lest ")
    page.put(131, 740, "Svømming for alle barn i skolen", bold=True)
    page.put(290, 740, " er fornøyde med den.")
    body(page, y=700)
    assert "\n".join(told(made(tmp_path, [page]))).count("Svømming for alle barn i skolen") == 2
