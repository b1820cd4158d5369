"""Footnotes in a Word file, which python-docx does not write: a part of their own (ECMA-376, 17.11)."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

# Word wants the line above the notes, and the one above those that go on from the page before, as notes 0 and 1.
_SEPARATORS = ("separator", "continuationSeparator")


class Footnotes:
    """The notes of one document: referred to one by one, then saved into it."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for number, kind in enumerate(_SEPARATORS):
            note = self._note(number)
            note.set(qn("w:type"), kind)
            _run(_paragraph(note), OxmlElement(f"w:{kind}"))
        style = word.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        style.font.superscript = True
        self._mark = style.style_id
        style = word.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = word.styles["Normal"], Pt(9)
        style.paragraph_format.space_after = Pt(2)
        self._body = style.style_id

    def refer(self, paragraph: Paragraph, words: str, locale: str) -> None:
        """Put a note's mark at the end of the paragraph, and its words at the foot of the page."""
        number = len(self._root)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        _run(paragraph._p, reference, ("w:rStyle", self._mark))
        body = _paragraph(self._note(number), self._body)
        _run(body, OxmlElement("w:footnoteRef"), ("w:rStyle", self._mark))
        said = OxmlElement("w:t")
        said.text = f" {words}"
        said.set(qn("xml:space"), "preserve")
        _run(body, said, ("w:lang", locale))

    def save(self) -> None:
        """Make the notes a part of the document."""
        part = Part.load(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            serialize_part_xml(self._root),
            self._word.part.package,
        )
        self._word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _note(self, number: int) -> BaseOxmlElement:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        self._root.append(note)
        return note


def _paragraph(parent: BaseOxmlElement, style: str = "") -> BaseOxmlElement:
    paragraph = OxmlElement("w:p")
    if style:
        properties, name = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        name.set(qn("w:val"), style)
        properties.append(name)
        paragraph.append(properties)
    parent.append(paragraph)
    return paragraph


def _run(paragraph: BaseOxmlElement, content: BaseOxmlElement, *properties: tuple[str, str]) -> None:
    run = OxmlElement("w:r")
    if properties:
        held = OxmlElement("w:rPr")
        for name, value in properties:
            one = OxmlElement(name)
            one.set(qn("w:val"), value)
            held.append(one)
        run.append(held)
    run.append(content)
    paragraph.append(run)
