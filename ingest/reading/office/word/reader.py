"""A Word file to parts: styles give the headings, numbering the lists."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx import Document
from docx.text.paragraph import Paragraph

from assistant.errors import ReadError
from ingest.metadata import Line, Properties, is_address
from ingest.parts import Part, PartKind
from ingest.reading.cover import BODY, lines_of_parts, size_of
from ingest.reading.office.archive import opened, transitional
from ingest.reading.office.charts import tables_in, unread
from ingest.reading.office.word.styles import W
from ingest.reading.office.word.tables import cells_of, rows_of
from ingest.reading.office.word.text import Shown, boxes, is_prompt, merge_paragraphs
from ingest.reading.sources import Source
from ingest.structure.forms import is_caption
from ingest.tabular import part_of, tables_of
from ingest.words.characters import BREAK, lined, tidy
from ingest.words.hyphens import joiner_for
from ingest.words.lists import marker_of
from ingest.words.notes import CLOSE, OPEN, without_notes

_HEADING = re.compile(r"(?:heading|overskrift|rubrik)\s*(\d)", re.I)
_TITLE = re.compile(r"(?:title|tittel|i-tit)$", re.I)
_SUBTITLE = re.compile(r"(?:subtitle|undertittel|undertitel|i-undertit)$", re.I)
_SIZES = (30.0, 14.0)  # points, of a title and a subtitle
_CAPTION = re.compile(r"(?:caption|bildetekst|figurtekst|(?:figur|tabell)-?(?:tittel|navn|noter?)$)", re.I)
_UNDER = re.compile(r"avsnitt-(?P<under>(?:under-?)*)tittel$|mellomtittel$|mellomoverskrift$", re.I)
_UNNUMBERED = 4  # the level of the first headings below those that the government's template numbers
_LISTED = re.compile(r"(?:list|liste|punkt)", re.I)
_CONTENTS = re.compile(r"(?:toc|inh|innholdsfortegnelse)\s*\d", re.I)
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_QUOTED = re.compile(r"quote|sitat", re.I)
_WITHIN = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_DEEPEST = 40


def read_docx(data: bytes) -> Source:
    """The parts of a Word file. Raises ReadError where it is none."""
    with opened(data, "a Word file") as archive:
        if not any(name.startswith("word/") for name in archive.namelist()):
            raise ReadError("other_kind", kind="Word")
    try:
        document = Document(io.BytesIO(transitional(data)))
    except Exception as error:
        raise ReadError("other_kind", kind="Word") from error
    merge_paragraphs(document.element.body)
    reader = _Reader(document)
    parts = list(reader.parts(document.element.body))
    parts += list(reader.footnotes())
    lines = [replace(line, size=reader.named.get((line.text, line.size), line.size)) for line in lines_of_parts(parts)]
    lines = [*_letterhead(document), *(replace(line, text=without_notes(line.text)) for line in lines)]
    joiner = joiner_for("\n".join(p.text for p in parts))
    return Source(parts, joiner, _properties(document), unread(reader.silent), lines=lines)


def _letterhead(document: Any) -> list[Line]:
    """The head of the first page where it says how to reach who it names; a running head names no one."""
    section = document.sections[0] if len(document.sections) else None
    if section is None:
        return []
    head = section.first_page_header if section.different_first_page_header_footer else section.header
    texts = [text for p in head.paragraphs for piece in re.split(r"[\n\t]|\s[|·•]\s", p.text) if (text := tidy(piece))]
    return [Line(text, BODY) for text in texts] if any(map(is_address, texts[1:])) else []


def _properties(document: Any) -> Properties:
    told = document.core_properties
    language = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}.get((told.language or "").lower()[:2], "")
    year = told.created.year if told.created and told.created.year > 1990 else None
    author = told.author or ""
    return Properties(told.title or "", "" if author == "python-docx" else author, year, language)


class _Reader:
    """Reads the blocks of one document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._shown = Shown(document.styles.element)
        self.named: dict[tuple[str, float], float] = {}  # titles, subtitles: sizes that tell them from headings
        self.silent = 0  # charts without values that can be read
        self._names = {s.get(f"{W}styleId"): _style_name(s) for s in document.styles.element.iter(f"{W}style")}

    def parts(self, holder: Any, depth: int = 0) -> Iterator[Part]:
        """What stands in a body, cell or text box, in reading order."""
        if depth > _DEEPEST:
            raise ReadError("nested")
        for element in holder:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
                for box in boxes(element):
                    yield from (replace(part, apart=True) for part in self.parts(box, depth + 1))
                yield from self._charts(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, depth + 1)
            elif element.tag in _WITHIN and not is_prompt(element):
                yield from self.parts(element, depth + 1)

    def _charts(self, paragraph: Any) -> Iterator[Part]:
        """The charts in a paragraph, by what they show, named by their own title or the caption below them."""
        for shown in paragraph.iter(_CHART):
            related = self._document.part.rels.get(shown.get(_ID) or "")
            if related is not None and not related.is_external and related.reltype.endswith("/chart"):
                caption = "" if (after := paragraph.getnext()) is None else tidy(self._shown.text(after))
                tables = tables_in(related.target_part.blob)
                self.silent += not tables
                for table in tables:
                    yield part_of(replace(table, title=table.title or (caption if is_caption(caption) else "")))

    def footnotes(self) -> Iterator[Part]:
        """The notes, each with its number; none where the file has no such part."""
        from lxml import etree  # type: ignore[import-untyped]

        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        for related in self._document.part.rels.values():
            kind = related.reltype.rpartition("/")[2]
            if kind not in ("footnotes", "endnotes") or related.is_external:
                continue
            root = etree.fromstring(related.target_part.blob, parser)
            for note in root.iter(f"{W}{kind[:-1]}") if root is not None else ():
                text = tidy(without_notes(" ".join(self._shown.text(p) for p in note.iter(f"{W}p"))))
                if text and note.get(f"{W}type") in (None, "normal"):
                    yield Part(PartKind.FOOTNOTE, text, marker=note.get(f"{W}id") or "")

    def _paragraph(self, element: Any) -> Iterator[Part]:
        text = lined(self._shown.text(element))
        if not without_notes(text):
            return
        block = Paragraph(element, self._document._body)
        named = element.find(f"{W}pPr/{W}pStyle")  # looked up here: python-docx goes through all styles each time
        style = self._names.get(named.get(f"{W}val"), "") if named is not None else ""
        if heading := _HEADING.match(style):
            yield Part(PartKind.HEADING, text, level=int(heading.group(1)) or 1)
        elif level := _outline_level(element):
            yield Part(PartKind.HEADING, text, level=level)
        elif under := _UNDER.match(style):
            depth = (under["under"] or "").lower().count("under")
            yield Part(PartKind.HEADING, text, level=min(6, _UNNUMBERED + depth))
        elif _SUBTITLE.match(style):
            self.named |= {(line, BODY): _SIZES[1] for line in text.split(BREAK)}
            yield Part(PartKind.TEXT, text)
        elif _TITLE.match(style):
            self.named |= {(line, size_of(1)): _SIZES[0] for line in text.split(BREAK)}
            yield Part(PartKind.HEADING, text, level=1)
        elif _CONTENTS.match(style):
            yield Part(PartKind.NOISE, text)
        elif _CAPTION.match(style):
            yield Part(PartKind.CAPTION, text)
        elif element.find(f"{W}pPr/{W}numPr") is not None or _LISTED.match(style):
            found = marker_of(text)
            yield Part(PartKind.ITEM, found[1] if found else text, marker=found[0] if found else "•")
        elif found := marker_of(text):
            yield Part(PartKind.ITEM, found[1], marker=found[0])
        elif text.startswith(OPEN):  # a note that was typed below the text
            mark, _, rest = text[1:].partition(CLOSE)
            yield Part(PartKind.FOOTNOTE, rest.strip(), marker=mark)
        else:
            yield Part(PartKind.TEXT, text, strong=_is_strong(block), apart=bool(_QUOTED.search(style)))

    def _table(self, element: Any, depth: int) -> Iterator[Part]:
        rows = rows_of(element, self._cell)
        if rows and max(len(r.cells) for r in rows) > 1:
            yield from (part_of(t) for t in tables_of(rows))
        else:  # one column: a frame around text
            for cell in cells_of(element):
                yield from self.parts(cell, depth)

    def _cell(self, cell: Any) -> str:
        return without_notes(tidy(" ".join(self._shown.text(p) for p in _paragraphs(cell))))


def _paragraphs(cell: Any) -> Iterator[Any]:
    """The paragraphs of a cell, those of tables and text boxes in it among them, each once."""
    for paragraph in cell.iter(f"{W}p"):
        boxed = paragraph.getparent() is not None and any(a.tag == f"{W}p" for a in paragraph.iterancestors())
        if not boxed:
            yield paragraph
            for box in boxes(paragraph):
                yield from box.iter(f"{W}p")


def _style_name(style: Any) -> str:
    name = style.find(f"{W}name")
    return (name.get(f"{W}val") or "") if name is not None else ""


def _outline_level(element: Any) -> int:
    found = element.find(f"{W}pPr/{W}outlineLvl")
    value = found.get(f"{W}val") if found is not None else None
    return int(value) + 1 if value and value.isdigit() and int(value) < 6 else 0


def _is_strong(block: Paragraph) -> bool:
    runs = [r for r in block.runs if r.text.strip()]
    return bool(runs) and all(r.bold or r.italic for r in runs)
