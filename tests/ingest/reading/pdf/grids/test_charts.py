"""What is drawn as a chart gives no table and no statements, however it is drawn; what stands beside it does."""

from pathlib import Path

import pytest

from tests.ingest.fixtures.made import blocks, body, case, everything, made, tables, told
from tests.ingest.fixtures.pdfs import Page, form, line

_VALUES = (33, 47, 46, 54, 60)


def _upright(bars: str, scale: float = 1) -> str:
    """Five bars from a common base line, with gridlines, ticks, years and values."""
    out = ["0.5 w"]
    for tick in range(5):
        y = 480 + 36 * tick
        out += [f"{100 * scale} {y * scale} m {450 * scale} {y * scale} l S", _put(70, y - 3, f"{20 * tick} %", scale)]
    for i, value in enumerate(_VALUES):
        x, high = 120 + 66 * i, 1.8 * value
        out += [bars.format(x * scale, 480 * scale, 36 * scale, high * scale), "0 g"]
        out += [_put(x + 13, 483 + high, str(value), scale), _put(x + 8, 468, str(2019 + i), scale)]
    return "\n".join(out)


def _level(bars: str, scale: float = 1) -> str:
    """Bars from the left with their labels before them."""
    out = [f"{200 * scale} {460 * scale} m {200 * scale} {620 * scale} l S"]
    for i, (label, value) in enumerate(zip(("Ja", "Nei", "Delvis", "Vet ikke", "Annet"), _VALUES, strict=True)):
        y = 600 - 28 * i
        out += [bars.format(200 * scale, y * scale, 3 * value * scale, 18 * scale), "0 g"]
        out += [_put(140, y + 5, label, scale), _put(205 + 3 * value, y + 5, str(value), scale)]
    ticks = " ".join(f"{t} %" for t in range(0, 101, 20))
    return "\n".join([*out, _put(200, 448, ticks, scale)])


def _stacked(bars: str, scale: float = 1) -> str:
    """Three bars in parts that add up to the whole, each part with its value."""
    out = []
    for row, parts in enumerate(((29, 52, 14, 5), (31, 40, 20, 9), (35, 44, 15, 6))):
        x, y = 150.0, 600 - 40 * row
        out.append(_put(100, y + 8, str(2023 - row), scale))
        for i, part in enumerate(parts):
            out += [bars.format(x * scale, y * scale, 3 * part * scale, 24 * scale).replace("0.5", f"0.{4 + i}"), "0 g"]
            out.append(_put(x + 1.5 * part - 4, y + 8, str(part), scale))
            x += 3 * part
    return "\n".join([*out, _put(150, 500, "0% 20% 40% 60% 80% 100%", scale)])


def _put(x: float, y: float, text: str, scale: float) -> str:
    return line(x * scale, y * scale, text, 8 * scale)


@pytest.mark.parametrize("bars", ["0.5 0.6 0.8 rg {} {} {} {} re f", "0.5 g {} {} {} {} re B", "{} {} {} {} re S"])
@pytest.mark.parametrize("chart", [_upright, _level, _stacked])
@pytest.mark.parametrize("scale", [None, 4.0])
def test_a_chart_is_neither_table_nor_text(tmp_path: Path, chart: object, bars: str, scale: float | None) -> None:
    assert callable(chart)
    page = Page(over=chart(bars)) if scale is None else Page(over=f"q {1 / scale} 0 0 {1 / scale} 0 0 cm /Form Do Q")
    page.resources = "/XObject << /Form 6 0 R >>"
    page.put(60, 740, "2 Bruk av hallen", 16, bold=True)
    page.put(60, 660, "Figur 2.1 Andel elever som bruker hallen. Prosent")
    page.put(60, 420, "Figuren viser at 60 prosent brukte hallen i 2023, mot 33 prosent i 2019.")
    body(page)
    parsed = made(tmp_path, [page], form(chart(bars, scale or 1)))
    assert tables(parsed) == []
    assert [text for text in told(parsed) if not text.endswith(".")] == []
    assert any(text.startswith("Figuren viser at 60 prosent brukte hallen i 2023") for text in told(parsed))


def test_figures_in_large_type_in_a_box_are_no_chart(tmp_path: Path) -> None:
    boxes = "0.9 g 60 560 140 80 re f 0.85 g 215 560 140 80 re f 0.9 g 370 560 140 80 re f 0 g"
    page = Page(under=boxes)
    for x, value, said in (
        (70, "41 %", "kan ikke svømme"),
        (225, "812", "elever svarte"),
        (380, "14", "skoler er med"),
    ):
        page.put(x, 600, value, 28, bold=True)
        page.put(x, 575, said)
    body(page)
    text = everything(made(tmp_path, [page]))
    assert all(value in text for value in ("41 %", "812", "14"))


def test_the_case_of_gridlines() -> None:
    parsed = case("chart-gridlines")
    assert tables(parsed) == []
    assert all(text.endswith(".") for text in told(parsed))
    assert "Figuren viser at seks av ti elever brukte hallen ukentlig i 2023, mot en av tre i 2019." in told(parsed)


def _horizontal(long: bool, size: float, joined: bool) -> str:
    """Bars that touch one another, values at their ends, wide labels to the left, ticks and a legend below."""
    out = ["0.5 w 260 530 m 260 670 l S"]
    for i, value in enumerate(_VALUES):
        y, label = 640 - 24 * i, f"Fysisk oppmøte hos {'offentlig eller privat ' if long else ''}tjeneste {i}"
        out += [f"0.5 g 260 {y} {3 * value} {24 if joined else 14} re f", "0 g"]
        out += [line(60, y + 5, label, size), line(264 + 3 * value, y + 5, str(value), size)]
    out += [line(260, 520, "% 20 % 40 % 60 % 80 % 100 %", size)]
    return "\n".join([*out, line(150, 505, "Har brukt siste 12 måneder Tilbyr, men har ikke brukt det Vet ikke", size)])


@pytest.mark.parametrize("joined", [True, False])
@pytest.mark.parametrize("size", [6.5, 8, 9])
@pytest.mark.parametrize("long", [True, False])
def test_what_names_the_bars_is_no_statement_either(tmp_path: Path, long: bool, size: float, joined: bool) -> None:
    page = Page(under=_horizontal(long, size, joined))
    body(page)
    parsed = made(tmp_path, [page])
    assert tables(parsed) == []
    assert not any(word in text for text in told(parsed) for word in ("oppmøte", "brukt", "100 %"))


@pytest.mark.parametrize("header", [["Utvalg", "5/95", "10/90"], ["", "Jenter", "Gutter"]])
@pytest.mark.parametrize("spanning", [True, False])
def test_a_table_of_nothing_but_numbers_under_its_names_stays(
    tmp_path: Path, header: list[str], spanning: bool
) -> None:
    rows = [*([["", "Feilmargin ved ulike svar", ""]] if spanning else []), header, ["20", "9,7", "13,4"]]
    page = Page()
    for r, cells in enumerate(rows):
        for c, text in enumerate(cells):
            page.put(65 + 120 * c, 705 - 20 * r, text)
    bottom = 720 - 20 * len(rows)
    page.rules = [(60, 720 - 20 * r, 420, 720 - 20 * r) for r in range(len(rows) + 1)]
    page.rules += [(60 + 120 * c, bottom, 60 + 120 * c, 720) for c in range(4)]
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    assert any(row.cells == ("20", "9,7", "13,4") for row in table.rows)
    assert any(name.endswith(header[2]) for name in table.header) or header[2] in table.rows[0].cells


def test_a_title_of_bars_heads_nothing(tmp_path: Path) -> None:
    page = Page(under="0.5 g 100 600 250 20 re f 0.7 g 350 600 100 20 re f 0.3 g 450 600 50 20 re f 0 g")
    page.put(200, 630, "Timebestilling på nett", 12, bold=True)
    for x, text in ((225, "58"), (400, "27"), (470, "15")):
        page.put(x, 606, text, 8)
    page.put(100, 585, "0% 20% 40% 60% 80% 100%", 8)
    body(page)
    assert [s.title for _, s in made(tmp_path, [page]).root.walk() if s.title] == []


@pytest.mark.parametrize("size", [8, 9, 9.5])
@pytest.mark.parametrize("series", [3, 7])
def test_a_page_full_of_bars_gives_no_statements(tmp_path: Path, size: float, series: int) -> None:
    page = Page()
    page.paragraph(
        60, 780, ["Figur 5.2 Hvilke tilbud har eleven brukt det siste året? Det kan være i skolen,", "hjemme"]
    )
    out = ["250 180 m 250 730 l S"]
    for i, offer in enumerate(("Svømmehall på skolens område", "Buss til hallen i nabobygda", "Kurs om helse") * 4):
        for n in range(series):
            y, value = 720 - 48 * i - 6 * n, 70 - 5 * i - n
            out += [f"0.4 0.5 0.8 rg 250 {y} {3 * value} 5 re f 0 g", line(255 + 3 * value, y, str(value), 8)]
        page.put(240 - size * len(offer) / 2, 720 - 48 * i - 3 * series, offer, size)
    page.over = "\n".join(out)
    other = Page()
    body(other)
    texts = told(made(tmp_path, [page, other]))
    assert [text for text in texts if "område" in text or "nabobygda" in text or "Kurs" in text] == []
    assert any(text.startswith("Skolene i regionen har svart") for text in texts)


def test_the_title_of_a_part_of_a_chart_is_no_heading(tmp_path: Path) -> None:
    page = Page()
    body(page, y=760)
    page.put(60, 700, "Figur 2.1 Hva elevene bruker. Prosent")
    out = []
    for i, name in enumerate(("Hallen på skolen", "Sjøen om sommeren (med lærer)")):
        y = 620 - 130 * i
        page.put(220, y + 40, name, 11, bold=True)
        for row in range(3):
            out += [f"0.{4 + row} g 150 {y - 25 * row} {150 - 20 * row} 16 re f 300 {y - 25 * row} 90 16 re f 0 g"]
            out += [line(80, y + 4 - 25 * row, f"{2023 - row} (n=120) {50 - row} 31 19", 8)]
    page.over = "\n".join(out)
    page.paragraph(60, 330, ["Elevene bruker hallen oftere enn sjøen, og det har vært slik i tre år."])
    body(page, y=250)
    parsed = made(tmp_path, [page])
    assert [s.title for _, s in parsed.root.walk() if "(med lærer)" in s.title] == []
    assert "Sjøen om sommeren (med lærer)" not in told(parsed)


@pytest.mark.parametrize("goes_on", ["mine møter med læreren. (2024-2025)", "hallen? (2019-2025) Flere svar mulig"])
def test_a_caption_goes_on_below_its_bold_line(tmp_path: Path, goes_on: str) -> None:
    page = Page()
    page.put(60, 760, "Figur 6.7 Hvis du skulle bruke", bold=True)
    page.put(60, 747, goes_on)
    body(page, y=700)
    found = [b.text for b in blocks(made(tmp_path, [page])) if b.kind == "caption"]
    assert found == [f"Figur 6.7 Hvis du skulle bruke {goes_on}"]


def test_a_long_entry_of_a_legend_is_no_statement(tmp_path: Path) -> None:
    page = Page(over=_stacked("0.5 g {} {} {} {} re f"))
    body(page, y=760)
    for i, entry in enumerate(("Nei", "Ja, det var ikke nødvendig å bruke hallen, men den foretrekkes", "Vet ikke")):
        page.put(150, 480 - 11 * i, entry, 8)
    page.paragraph(60, 400, ["Figuren viser at flere bruker hallen nå enn før, og at færre er usikre."])
    assert [text for text in told(made(tmp_path, [page])) if text.startswith("Ja,")] == []


def test_names_of_bars_as_large_as_the_text_head_nothing(tmp_path: Path) -> None:
    names = ("Nordnes", "Fjellvik", "Havnes")
    out = []
    for i, (name, value) in enumerate(zip(names, (62, 48, 71), strict=True)):
        y = 620 - 50 * i
        out += [f"0.5 g 200 {y - 5} {2.5 * value} 18 re f 0 g", line(195 - 5.3 * len(name), y, name)]
        out.append(line(205 + 2.5 * value, y + 8, str(value), 9))
    out += [
        f"{200 + 50 * t} 500 m {200 + 50 * t} 640 l S {line(192 + 50 * t, 486, f'{20 * t} %', 9)}" for t in range(6)
    ]
    page = Page(over=" ".join(out))
    page.put(60, 740, "2 Skyss", 16, bold=True)
    body(page, y=710)
    page.put(60, 460, "Figur 2.1 Elever med skyss", 9)
    body(page, y=430)
    parsed = made(tmp_path, [page])
    assert [s.title for _, s in parsed.root.walk() if s.title] == ["2 Skyss"]
    assert not any(name in text for name in names for text in told(parsed))


@pytest.mark.parametrize("size", [9, 10])
@pytest.mark.parametrize("share", ["{} %", "({})"])
def test_names_with_their_values_are_no_statements(tmp_path: Path, size: float, share: str) -> None:
    """As a bar has them that is named at its end, and a part of a pie."""
    pie = (
        "0.5 g 160 560 m 160 620 l 220 600 260 560 210 520 c h f "
        "0.7 g 160 560 m 210 520 l 160 460 100 500 100 560 c h f "
        "0.3 g 160 560 m 100 560 l 100 600 130 620 160 620 c h f 0 g"
    )
    page = Page(under=pie)
    page.put(60, 740, "2 Skyss", 16, bold=True)
    body(page, y=710)
    for x, y, name, value in ((225, 600, "Buss", 33), (190, 480, "Til fots", 47), (40, 635, "Vet ikke", 20)):
        page.put(x, y, f"{name} {share.format(value)}", size)
    body(page, y=430)
    parsed = made(tmp_path, [page])
    assert [s.title for _, s in parsed.root.walk() if s.title] == ["2 Skyss"]
    assert not any(name in text for name in ("Buss", "Til fots", "Vet ikke") for text in told(parsed))


def test_a_row_of_bars_between_gridlines_is_no_table(tmp_path: Path) -> None:
    out, x = [], 150.0
    for part, shade in ((29, 4), (52, 5), (14, 6), (5, 7)):
        out += [f"0.{shade} g {x} 600 {3 * part} 20 re f 0 g", line(x + 1.5 * part - 4, 606, str(part), 9)]
        x += 3 * part
    out += [f"{150 + 60 * t} 560 m {150 + 60 * t} 640 l S" for t in range(6)]
    page = Page(over="\n".join(out))
    body(page)
    assert tables(made(tmp_path, [page])) == []


@pytest.mark.parametrize("last", ["2023.", "41 %."])
def test_the_end_of_a_sentence_in_a_box_is_no_tick(tmp_path: Path, last: str) -> None:
    page = Page(under="50 560 m 550 560 l S 50 650 m 550 650 l S 50 560 m 50 650 l S 550 560 m 550 650 l S")
    said = "Andelen elever som kan svømme 200 meter i kommunen har økt hvert år siden 2019, fram til"
    page.paragraph(60, 620, [said, last])
    body(page)
    assert f"{said} {last}" in told(made(tmp_path, [page]))
