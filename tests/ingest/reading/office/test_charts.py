"""Charts of Word and PowerPoint files are tables of what they hold; what has no labels is left out with a word."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from assistant.reasons import reason
from ingest.document import ParsedReport, Table
from ingest.reading import read_report
from ingest.reading.office.charts import tables_in
from tests.ingest.fixtures.made import cell, tables

Presentation = pytest.importorskip("pptx").Presentation
held_data = pytest.importorskip("pptx.chart.data")
XL_CHART_TYPE = pytest.importorskip("pptx.enum.chart").XL_CHART_TYPE
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def _data(*, form: str = "General", groups: bool = False) -> Any:
    data = held_data.CategoryChartData(number_format=form)
    if groups:
        for year in ("2021", "2023"):
            category = data.add_category(year)
            for trinn in ("4. trinn", "7. trinn"):
                category.add_sub_category(trinn)
    else:
        data.categories = ["Fjordby", "Lillevik", "Storhaug", "Vika"]
    data.add_series("Jenter", (0.52, 0.615, 0.7, None))
    data.add_series("Gutter", (0.49, 0.58, 0.66, 0.7))
    return data


def _deck(data: Any, kind: Any = XL_CHART_TYPE.BAR_CLUSTERED, title: str = "") -> tuple[bytes, bytes]:
    """(a PowerPoint file with the chart on its second slide, the chart)."""
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Svømming i Fjordby"
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Flere kan svømme"
    chart = slide.shapes.add_chart(kind, 900_000, 900_000, 6_000_000, 3_000_000, data).chart
    chart.has_title = bool(title)
    if title:
        chart.chart_title.text_frame.text = title
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue(), chart.part.blob


def _document(chart: bytes, caption: str) -> bytes:
    document = docx.Document()
    document.add_heading("1 Resultater", 1)
    document.add_paragraph("Figuren viser hvor mange som kan svømme i hver av kommunene.")
    held = Part(PackURI("/word/charts/chart1.xml"), "application/xml", chart, document.part.package)
    name = document.part.relate_to(held, f"{_RELATED}/chart")
    drawn = f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{_RELATED}" r:id="{name}"/>'
    drawing = f'<w:drawing xmlns:w="{docx.oxml.ns.nsmap["w"]}">{drawn}</w:drawing>'
    document.add_paragraph().add_run()._r.append(parse_xml(drawing))
    document.add_paragraph(caption, style="Caption")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _read(folder: Path, name: str, data: bytes) -> ParsedReport:
    path = folder / name
    path.write_bytes(data)
    return read_report(path)


@pytest.mark.parametrize("kind", ["BAR_CLUSTERED", "LINE", "COLUMN_STACKED", "AREA", "DOUGHNUT", "RADAR"])
def test_the_values_of_a_chart_on_a_slide(tmp_path: Path, kind: str) -> None:
    data, _ = _deck(_data(form="0.0 %"), getattr(XL_CHART_TYPE, kind), "Andel som kan svømme")
    (table,) = tables(_read(tmp_path, "lysark.pptx", data))
    assert (table.title, table.rows[0].page) == ("Andel som kan svømme", 2)
    assert [cell(table, "Lillevik", name) for name in ("Jenter", "Gutter")] == ["61,5 %", "58,0 %"]
    assert cell(table, "Vika", "Jenter") == ""


@pytest.mark.parametrize(("title", "told"), [("", "Figur 1 Andel som kan svømme"), ("Andel", "Andel")])
def test_the_values_of_a_chart_in_a_document(tmp_path: Path, title: str, told: str) -> None:
    _, chart = _deck(_data(), title=title)
    (table,) = tables(_read(tmp_path, "rapport.docx", _document(chart, "Figur 1 Andel som kan svømme")))
    assert (table.title, cell(table, "Storhaug", "Gutter")) == (told, "0,66")


def test_labels_in_groups() -> None:
    (table,) = tables_in(_deck(_data(groups=True))[1])
    assert [row.cells[0] for row in table.rows] == [
        "2021 › 4. trinn",
        "2021 › 7. trinn",
        "2023 › 4. trinn",
        "2023 › 7. trinn",
    ]


def test_a_chart_without_labels_is_left_out_with_a_word(tmp_path: Path) -> None:
    data = held_data.XyChartData()
    data.add_series("Måling").add_data_point(1, 2)
    slides, chart = _deck(data, XL_CHART_TYPE.XY_SCATTER)
    for name, file in (("lysark.pptx", slides), ("rapport.docx", _document(chart, "Figur 1 Spredning"))):
        parsed = _read(tmp_path, name, file)
        assert (tables(parsed), parsed.warnings) == ([], [reason("charts", count=1)])


@pytest.mark.parametrize("chart", [b"", b"<c/>", b"<chartSpace", b"\x00\x01"])
def test_a_damaged_chart_is_none(chart: bytes) -> None:
    assert tables_in(chart) == list[Table]()


def test_a_chart_that_is_not_in_the_file_does_not_cost_the_slides(tmp_path: Path) -> None:
    whole, without = zipfile.ZipFile(io.BytesIO(_deck(_data())[0])), io.BytesIO()
    with zipfile.ZipFile(without, "w") as file:
        for entry in whole.infolist():
            held = whole.read(entry)
            file.writestr(entry, re.sub(rb'(<c:chart [^>]*r:id=")', rb"\1x", held))
    parsed = _read(tmp_path, "lysark.pptx", without.getvalue())
    assert (tables(parsed), parsed.warnings) == ([], [reason("charts", count=1)])
    assert "Flere kan svømme" in [section.title for _, section in parsed.root.walk()]
