"""A document as a Word file: headings, bullets, tables, real footnotes and a reference list."""

import io
import re

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from assistant.export.blocks import Block, Exported, Grid, Line, Note, Style
from assistant.export.footnotes import Footnotes
from assistant.language.characters import in_xml
from assistant.texts import text

_STYLES = {
    Style.QUESTION: "Heading 1",
    Style.HEADING: "Heading 2",
    Style.PARAGRAPH: "Normal",
    Style.BULLET: "List Bullet",
    Style.REMARK: "Remark",
}
_LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
_UPRIGHT = 5  # columns of a table that fits on a page that stands


def as_word(document: Exported) -> bytes:
    """The document as the bytes of a `.docx` file."""
    word = Document()
    _prepare(word, document)
    footnotes = Footnotes(word)
    _text(word.add_paragraph(style="Title"), document.title, document.language)
    for block in document.blocks:
        _add(word, block, footnotes)
    if document.references:
        _text(word.add_paragraph(style="Heading 1"), text("references", document.language), document.language)
        for entry in document.references:
            paragraph = word.add_paragraph(style="Reference")
            _text(paragraph, entry.before, document.language)
            _text(paragraph, entry.title, document.language).italic = True
            _text(paragraph, entry.after, document.language)
    footnotes.save()
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _prepare(word: WordDocument, document: Exported) -> None:
    """Page, language, and the styles that Word's own template lacks."""
    properties = word.core_properties
    properties.title, properties.author, properties.comments = document.title, "", ""
    properties.language = _LOCALES.get(document.language, "nb-NO")
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if any(isinstance(block, Grid) and len(block.header) > _UPRIGHT for block in document.blocks):
        section.page_width, section.page_height, section.orientation = Cm(29.7), Cm(21), WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    remark = word.styles.add_style("Remark", WD_STYLE_TYPE.PARAGRAPH)
    remark.base_style, remark.font.size, remark.font.italic = normal, Pt(10), True
    entry = word.styles.add_style("Reference", WD_STYLE_TYPE.PARAGRAPH)
    entry.base_style = normal
    entry.paragraph_format.left_indent, entry.paragraph_format.first_line_indent = Cm(1), Cm(-1)


def _add(word: WordDocument, block: Block, footnotes: Footnotes) -> None:
    if isinstance(block, Line):
        paragraph = word.add_paragraph(style=_STYLES[block.style])
        _text(paragraph, block.words, block.language)
        _refer(paragraph, block.notes, footnotes)
        return
    caption = word.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    _text(caption, block.caption, block.language)
    _add_table(word, block, footnotes)


def _add_table(word: WordDocument, grid: Grid, footnotes: Footnotes) -> None:
    table = word.add_table(rows=1, cols=len(grid.header), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, grid.header, strict=True):
        _text(cell.paragraphs[0], words, grid.language).bold = True
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for cells, notes in grid.rows:
        row = table.add_row().cells
        for cell, words in zip(row, cells, strict=True):
            _text(cell.paragraphs[0], words, grid.language)
        _refer(row[min(1, len(row) - 1)].paragraphs[0], notes, footnotes)
    word.add_paragraph()


def _refer(paragraph: Paragraph, notes: tuple[Note, ...], footnotes: Footnotes) -> None:
    for place, note in enumerate(notes):
        if place:
            paragraph.add_run(", ").font.superscript = True
        locale = _LOCALES.get(note.language, "nb-NO")
        footnotes.refer(paragraph, _clean(f"{note.words} ({note.source})"), locale)


def _text(paragraph: Paragraph, words: str, language: str) -> Run:
    run = paragraph.add_run(_clean(words))
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), _LOCALES.get(language, "nb-NO"))
    run._r.get_or_add_rPr().append(mark)
    return run


def _clean(words: str) -> str:
    """Without what XML cannot hold, in one line."""
    return re.sub(r"\s+", " ", in_xml(words))
