"""Word files: what stands on the page is read, and nothing that Word keeps beside it."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.document import Block, BlockKind, ParsedReport
from ingest.reading import read_report

Read = Callable[..., ParsedReport]
ALTERNATE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
SHAPE = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a document of the given body (paragraphs and tables as XML), after a heading."""

    def reading(*elements: str, change: Callable[[bytes], bytes] = bytes) -> ParsedReport:
        document = docx.Document()
        document.add_heading("1 Resultater", 1)
        document.styles.add_style("Skjult", 2).font.hidden = True
        document.styles.add_style("Opphøyd", 2).font.superscript = True
        document.styles.add_style("Hevet", 2).base_style = document.styles["Opphøyd"]
        for element in elements:
            made = parse_xml(element.replace(">", f" {nsdecls('w')} {ALTERNATE} {SHAPE}>", 1))
            document.element.body.insert(len(document.element.body) - 1, made)
        file = io.BytesIO()
        document.save(file)
        path = tmp_path / "fil.docx"
        path.write_bytes(change(file.getvalue()))
        return read_report(path)

    return reading


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
POWER = (
    f"<m:oMath {MATH}><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e>"
    "<m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:oMath>"
)


def blocks(parsed: ParsedReport) -> list[Block]:
    return [b for _, s in parsed.root.walk() for b in s.blocks if b.kind is not BlockKind.NOISE]


def texts(parsed: ParsedReport) -> list[str]:
    return [b.text for b in blocks(parsed)]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def raised(text: str) -> str:
    return run(text, "<w:vertAlign w:val='superscript'/>")


@pytest.mark.parametrize(
    "hidden",
    [
        run("Internt: 41 prosent.", "<w:vanish/>"),
        run("Internt: 41 prosent.", "<w:vanish w:val='true'/>"),
        run("Internt: 41 prosent.", "<w:rStyle w:val='Skjult'/>"),
        run("Internt: 41 prosent.", "<w:color w:val='FFFFFF'/>"),
        f"<w:del w:id='1'>{run('Internt: 41 prosent.')}</w:del>",
        f"<w:moveFrom w:id='1'>{run('Internt: 41 prosent.')}</w:moveFrom>",
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klikk her for 41.')}</w:sdtContent></w:sdt>",
    ],
)
def test_what_is_not_shown_is_not_read(read: Read, hidden: str) -> None:
    assert texts(read(f"<w:p>{run('Av elevene kan 64 prosent svømme.')}{hidden}</w:p>")) == [
        "Av elevene kan 64 prosent svømme."
    ]


@pytest.mark.parametrize(
    "shown",
    [
        run("41 prosent.", "<w:vanish w:val='0'/>"),
        run("41 prosent.", "<w:rStyle w:val='Skjult'/><w:vanish w:val='false'/>"),
        run("41 prosent.", "<w:shd w:fill='000080'/><w:color w:val='FFFFFF'/>"),
        f"<w:ins w:id='1'>{run('41 prosent.')}</w:ins>",
        f"<w:moveTo w:id='1'>{run('41 prosent.')}</w:moveTo>",
        f"<w:hyperlink>{run('41 prosent.')}</w:hyperlink>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('41 prosent.')}</w:sdtContent></w:sdt>",
    ],
)
def test_what_is_shown_is_read(read: Read, shown: str) -> None:
    assert texts(read(f"<w:p>{run('Andelen er ')}{shown}</w:p>")) == ["Andelen er 41 prosent."]


def test_a_text_box_is_read_once_as_a_paragraph_of_its_own(read: Read) -> None:
    box = f"<w:txbxContent><w:p>{run('Nøkkeltall: 812 elever.')}</w:p></w:txbxContent>"
    newer = f"<mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
    older = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    shape = f"<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r>"
    anchored = f"<w:p>{run('Skolene er ')}{shape}{run('fornøyde.')}</w:p>"
    assert texts(read(anchored)) == ["Skolene er fornøyde.", "Nøkkeltall: 812 elever."]


def test_a_text_box_that_repeats_the_text_is_not_told_again(read: Read) -> None:
    said = "Lærerne etterlyser mer tid, og halvparten sier at bussen er et hinder."
    box = f"<mc:Choice Requires='wps'><wps:txbx><w:txbxContent><w:p>{run(f'«{said}»')}</w:p></w:txbxContent></wps:txbx>"
    anchored = f"<w:r><mc:AlternateContent>{box}</mc:Choice></mc:AlternateContent></w:r>"
    parsed = read(f"<w:p>{run(f'Skolene har svart. {said} Rektorene er fornøyde.')}{anchored}</w:p>")
    assert texts(parsed) == [f"Skolene har svart. {said} Rektorene er fornøyde."]


def test_a_text_box_of_an_old_version_is_read(read: Read) -> None:
    box = f"<w:pict><w:txbxContent><w:p>{run('Nøkkeltall: 812 elever.')}</w:p></w:txbxContent></w:pict>"
    assert texts(read(f"<w:p><w:r>{box}</w:r></w:p>")) == ["Nøkkeltall: 812 elever."]


@pytest.mark.parametrize(
    ("runs", "text", "marks"),
    [
        ((run("Det er 10"), run("3", "<w:rStyle w:val='Hevet'/>"), run(" kg.")), "Det er 10³ kg.", []),
        ((run("Det er 37"), run("4", "<w:rStyle w:val='Hevet'/>"), run(" skoler.")), "Det er 37 skoler.", ["4"]),
        ((run("På 250 m"), run("2", "<w:position w:val='8'/><w:sz w:val='14'/>"), run(" nå.")), "På 250 m² nå.", []),
        ((run("Det er "), POWER, run(" kg.")), "Det er 10³ kg.", []),
        ((run("Hallen er på 250 m"), raised("2"), run(" i dag.")), "Hallen er på 250 m² i dag.", []),
        ((run("Utslippet er 5 m"), raised("3"), run(".")), "Utslippet er 5 m³.", []),
        ((run("Det er 10"), raised("6"), run(" innbyggere.")), "Det er 10⁶ innbyggere.", []),
        ((run("Det er 3,2 x 10"), raised("-3"), run(" kg.")), "Det er 3,2 x 10⁻³ kg.", []),
        ((run("Antallet var 320"), raised("4"), run(" elever.")), "Antallet var 320 elever.", ["4"]),
        ((run("Av kommunene har 13"), raised("37"), run(" svart.")), "Av kommunene har 13 svart.", ["37"]),
        ((run("Antallet var 120"), raised("1)"), run(" i alt.")), "Antallet var 120 i alt.", ["1"]),
        ((run("Andelen økte."), raised("12"), run(" Den er nå stabil.")), "Andelen økte. Den er nå stabil.", ["12"]),
        ((run("CO"), run("2", "<w:vertAlign w:val='subscript'/>"), run("-kutt er målt.")), "CO2-kutt er målt.", []),
        (
            (run("Skalaen log"), run("10", "<w:vertAlign w:val='subscript'/>"), run(" er brukt.")),
            "Skalaen log10 er brukt.",
            [],
        ),
        ((run("Tallet 10"), run("2", "<w:vertAlign w:val='subscript'/>"), run(" er to.")), "Tallet 10₂ er to.", []),
    ],
)
def test_raised_digits_are_exponents_or_marks(read: Read, runs: tuple[str, ...], text: str, marks: list[str]) -> None:
    block = blocks(read(f"<w:p>{''.join(runs)}</w:p>"))[0]
    assert (block.text, [note.mark for note in block.notes]) == (text, marks)


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def rows(parsed: ParsedReport) -> list[tuple[str, ...]]:
    found = [b.table for _, s in parsed.root.walk() for b in s.blocks if b.table is not None]
    return [row.cells for t in found for row in t.rows]


def test_a_cell_that_goes_on_from_nothing_does_not_cost_the_file(read: Read) -> None:
    parsed = read(table(cell("Kommune", "<w:vMerge/>") + cell("Andel"), cell("Oslo", "<w:vMerge/>") + cell("61")))
    assert rows(parsed) == [("Oslo", "61")]


def test_a_cell_over_several_rows_stands_in_each(read: Read) -> None:
    restart, on = "<w:vMerge w:val='restart'/>", "<w:vMerge w:val='continue'/>"
    parsed = read(
        table(
            cell("År") + cell("Kjønn") + cell("Andel"),
            cell("2022", restart) + cell("Jenter") + cell("61"),
            cell("", on) + cell("Gutter") + cell("57"),
        )
    )
    assert rows(parsed) == [("2022", "Jenter", "61"), ("2022", "Gutter", "57")]


def test_headings_over_rows_and_columns(read: Read) -> None:
    both, on, wide = "<w:vMerge w:val='restart'/>", "<w:vMerge/>", "<w:gridSpan w:val='2'/>"
    parsed = read(
        table(
            cell("Trinn", both) + cell("2017", wide) + cell("2019", wide),
            cell("", on) + "".join(map(cell, ("Jenter", "Gutter", "Jenter", "Gutter"))),
            "".join(map(cell, ("8.", "61", "62", "63", "64"))),
        )
    )
    (found,) = [b.table for b in blocks(parsed) if b.table]
    assert found.header == ("Trinn", "2017 › Jenter", "2017 › Gutter", "2019 › Jenter", "2019 › Gutter")


def test_a_cell_over_a_thousand_million_columns_is_bounded(read: Read) -> None:
    parsed = read(
        table(cell("Kommune") + cell("Andel"), cell("Oslo", "<w:gridSpan w:val='1000000000'/>") + cell("61")),
        f"<w:p>{run('Teksten etter tabellen er med.')}</w:p>",
    )
    assert "Teksten etter tabellen er med." in texts(parsed)


def test_a_deleted_row_is_not_read(read: Read) -> None:
    gone = f"<w:trPr><w:del w:id='3'/></w:trPr>{cell('Bergen')}{cell('12')}"
    assert rows(read(table(cell("Kommune") + cell("Andel"), cell("Oslo") + cell("61"), gone))) == [("Oslo", "61")]


def test_a_frame_of_one_cell_is_text(read: Read) -> None:
    framed = f"<w:tc><w:p>{run('Faktaboks')}</w:p><w:p>{run('Elevene er 812.')}</w:p></w:tc>"
    assert texts(read(f"<w:tbl><w:tr>{framed}</w:tr></w:tbl>")) == ["Faktaboks", "Elevene er 812."]


def strict(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            held = archive.read(name)
            if name.endswith((".xml", ".rels")):
                held = re.sub(
                    rb"http://schemas\.openxmlformats\.org/(officeDocument|wordprocessingml|drawingml)/2006/",
                    rb"http://purl.oclc.org/ooxml/\1/",
                    held,
                )
            made.writestr(name, held)
    return out.getvalue()


def test_strict_open_xml_is_read(read: Read) -> None:
    parsed = read(f"<w:p>{run('Av elevene kan 64 prosent svømme.')}</w:p>", change=strict)
    assert texts(parsed) == ["Av elevene kan 64 prosent svømme."]


def styled(style: str, text: str) -> str:
    return f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{run(text)}</w:p>"


def test_headings_of_the_government_s_template(read: Read) -> None:
    def named(data: bytes) -> bytes:
        document = docx.Document(io.BytesIO(data))
        for name in ("i-tit", "avsnitt-tittel", "avsnitt-undertittel", "figur-tittel"):
            document.styles.add_style(name, 1)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    parsed = read(
        styled("i-tit", "Trygge skoleveier 2024–2027"),
        styled("Heading1", "Våre mål"),
        styled("Heading2", "Hovedgrep"),
        f"<w:p>{run('Regjeringen vil gjøre skoleveien tryggere.')}</w:p>",
        styled("avsnitt-tittel", "Utredninger"),
        f"<w:p>{run('Det er levert to utredninger om skoleveier.')}</w:p>",
        styled("avsnitt-undertittel", "Om buss"),
        styled("figur-tittel", "Elever etter skolevei"),
        f"<w:p>{run('Bussen går hver time.')}</w:p>",
        change=named,
    )
    assert parsed.report.title == "Trygge skoleveier 2024–2027"
    paths = {b.text: path for path, s in parsed.root.walk() for b in s.blocks if b.kind is BlockKind.PARAGRAPH}
    assert paths["Det er levert to utredninger om skoleveier."][-2:] == ("Hovedgrep", "Utredninger")
    assert paths["Bussen går hver time."][-3:] == ("Hovedgrep", "Utredninger", "Om buss")
    assert "Elever etter skolevei" not in paths


def test_paragraphs_whose_end_between_them_is_deleted_are_one(read: Read) -> None:
    ended = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{}</w:p>"
    parsed = read(
        ended.format(run("Andelen som går til skolen, ")),
        ended.format(run("er ")),
        f"<w:p>{run('23 prosent i år.')}</w:p>",
        ended.format(run("Det siste avsnittet står alene.")),
    )
    assert texts(parsed) == ["Andelen som går til skolen, er 23 prosent i år.", "Det siste avsnittet står alene."]
