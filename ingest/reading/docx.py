"""Word files (.docx), by python-docx: styles give the headings, numbering the lists."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from assistant.errors import ReadError
from ingest.document import Row
from ingest.metadata import Properties
from ingest.reading.characters import tidy
from ingest.reading.hyphens import joiner_for
from ingest.reading.lists import marker_of
from ingest.reading.notes import carried, without_notes
from ingest.reading.parts import Part, PartKind
from ingest.reading.sources import Source
from ingest.reading.tabular import part_of, tables_of

_MOST_UNPACKED = 400 * 1024 * 1024  # bytes; a small file that unpacks to more is a trap
_HEADING = re.compile(r"(?:heading|overskrift|rubrik)\s*(\d)", re.I)
_TITLE = re.compile(r"(?:title|tittel)$", re.I)
_CAPTION = re.compile(r"(?:caption|bildetekst|figurtekst)", re.I)
_LISTED = re.compile(r"(?:list|liste|punkt)", re.I)
_CONTENTS = re.compile(r"(?:toc|inh|innholdsfortegnelse)\s*\d", re.I)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes) -> Source:
    """The parts of a Word file. Raises ReadError where it is none."""
    _check(data)
    try:
        document = Document(io.BytesIO(data))
    except Exception as error:
        raise ReadError("not a Word file in spite of its name, or damaged") from error
    parts = [part for block in document.iter_inner_content() for part in _parts(block)]
    parts += list(_footnotes(data))
    return Source(parts, joiner_for("\n".join(p.text for p in parts)), _properties(document))


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            size = sum(info.file_size for info in archive.infolist())
    except Exception as error:
        raise ReadError("not a Word file in spite of its name, or damaged") from error
    if "word/document.xml" not in names:
        raise ReadError("not a Word file in spite of its name")
    if size > _MOST_UNPACKED:
        raise ReadError("too large to read")


def _properties(document: Any) -> Properties:
    told = document.core_properties
    language = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}.get((told.language or "").lower()[:2], "")
    year = told.created.year if told.created and told.created.year > 1990 else None
    author = told.author or ""
    return Properties(told.title or "", "" if author == "python-docx" else author, year, language)


def _parts(block: Paragraph | WordTable) -> Iterator[Part]:
    if isinstance(block, WordTable):
        yield from _table(block)
        return
    text = tidy(_text(block))
    if not without_notes(text):
        return
    style = (block.style.name if block.style is not None else "") or ""
    if heading := _HEADING.match(style):
        yield Part(PartKind.HEADING, text, level=int(heading.group(1)) or 1)
    elif level := _outline_level(block):
        yield Part(PartKind.HEADING, text, level=level)
    elif _TITLE.match(style):
        yield Part(PartKind.HEADING, text, level=1)
    elif _CONTENTS.match(style):
        yield Part(PartKind.NOISE, text)
    elif _CAPTION.match(style):
        yield Part(PartKind.CAPTION, text)
    elif _is_listed(block, style):
        found = marker_of(text)
        yield Part(PartKind.ITEM, found[1] if found else text, marker=found[0] if found else "•")
    elif found := marker_of(text):
        yield Part(PartKind.ITEM, found[1], marker=found[0])
    else:
        yield Part(PartKind.TEXT, text, strong=_is_strong(block))


def _text(block: Paragraph) -> str:
    """The paragraph's words, links and accepted changes included, deleted ones not; notes' marks carried along."""
    out: list[str] = []
    for node in block._p.iter():
        if node.tag == f"{_W}t" and not any(a.tag == f"{_W}del" for a in node.iterancestors()):
            run = node.getparent()
            raised = run is not None and run.find(f"{_W}rPr/{_W}vertAlign[@{_W}val='superscript']") is not None
            out.append(
                carried(node.text or "") if raised and re.fullmatch(r"[\d*]{1,3}", node.text or "") else node.text or ""
            )
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            out.append(" ")
        elif node.tag == f"{_W}footnoteReference":
            out.append(carried(node.get(f"{_W}id") or "*"))
        elif node.tag == f"{_W}noBreakHyphen":
            out.append("-")
    return "".join(out)


def _outline_level(block: Paragraph) -> int:
    found = block._p.find(f"{_W}pPr/{_W}outlineLvl")
    value = found.get(f"{_W}val") if found is not None else None
    return int(value) + 1 if value and value.isdigit() and int(value) < 6 else 0


def _is_listed(block: Paragraph, style: str) -> bool:
    return block._p.find(f"{_W}pPr/{_W}numPr") is not None or bool(_LISTED.match(style))


def _is_strong(block: Paragraph) -> bool:
    runs = [r for r in block.runs if r.text.strip()]
    return bool(runs) and all(r.bold or r.italic for r in runs)


def _table(block: WordTable) -> Iterator[Part]:
    rows = []
    for row in block.rows:
        cells: list[str] = []
        before: Any = None
        for cell in row.cells:  # a merged cell comes once for each column it spans
            same = before is not None and cell._tc is before
            cells.append("" if same else without_notes(tidy(" ".join(_text(p) for p in cell.paragraphs))))
            before = cell._tc
        if any(cells):
            rows.append(Row(tuple(cells)))
    if rows and max(len(r.cells) for r in rows) > 1:
        yield from (part_of(t) for t in tables_of(rows))
    else:
        yield from (Part(PartKind.TEXT, r.cells[0]) for r in rows)


def _footnotes(data: bytes) -> Iterator[Part]:
    """The footnotes, each with its number; none where the file has no such part."""
    from lxml import etree  # type: ignore[import-untyped]

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/footnotes.xml" not in archive.namelist():
            return
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        root = etree.fromstring(archive.read("word/footnotes.xml"), parser)
    for note in root.iter(f"{_W}footnote") if root is not None else ():
        text = tidy("".join(t.text or "" for t in note.iter(f"{_W}t")))
        if text and note.get(f"{_W}type") in (None, "normal"):
            yield Part(PartKind.FOOTNOTE, text, marker=note.get(f"{_W}id") or "")
