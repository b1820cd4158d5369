"""The words of a Word paragraph that are on the page: no hidden, deleted or moved-away runs, no text boxes."""

from collections.abc import Iterator
from typing import Any

from ingest.reading.office.word.styles import Styles, W, is_on, place_in
from ingest.words.characters import BREAK
from ingest.words.notes import carried
from ingest.words.written import lowered, raised

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = f"{W}txbxContent"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK, BOX, f"{W}pPr", f"{W}rPr", f"{W}instrText"})
_SPACES = {f"{W}tab": " ", f"{W}br": BREAK, f"{W}cr": BREAK}
_BEHIND = {f"{_M}sup": "superscript", f"{_M}sub": "subscript"}


class Shown:
    """Tells what of a document is shown; knows which of its styles hide or raise text."""

    def __init__(self, styles: Any) -> None:
        self._styles = Styles(styles)

    def text(self, paragraph: Any) -> str:
        """The paragraph's words, links and accepted changes included; footnote marks carried along."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        out: list[str] = []
        self._add(paragraph, out, self._styles.hides(style), "")
        return "".join(out)

    def _add(self, element: Any, out: list[str], hidden: bool, where: str) -> None:
        """Adds what is shown; `where` says whether the element is raised or lowered."""
        for node in element:
            tag = node.tag
            if tag in _GONE or (tag == f"{W}r" and self._is_hidden(node, hidden)) or is_prompt(node):
                continue
            if tag in (f"{W}t", f"{_M}t"):
                out.append(_placed(where, node.text or "", "".join(out[-40:])))
            elif tag in _SPACES:
                out.append(_SPACES[tag])
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                out.append(carried(node.get(f"{W}id") or "*"))
            elif tag == f"{W}noBreakHyphen":
                out.append("-")
            elif len(node):
                if tag == f"{_M}den":
                    out.append("/")
                self._add(node, out, hidden, self._place(node) if tag == f"{W}r" else _BEHIND.get(tag, where))

    def _place(self, run: Any) -> str:
        """Where the run stands: by its own properties, or by its style's."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return ""
        return place_in(properties) or self._styles.places(properties.find(f"{W}rStyle"))

    def _is_hidden(self, run: Any, hidden: bool) -> bool:
        """Whether a run is; `hidden` is what its paragraph's style says."""
        properties = run.find(f"{W}rPr")
        own = properties.find(f"{W}vanish") if properties is not None else None
        if own is not None:
            return is_on(own)
        named = properties.find(f"{W}rStyle") if properties is not None else None
        return hidden or self._styles.hides(named) or _is_white(run)


def is_prompt(node: Any) -> bool:
    """Whether the node is a field that nobody has filled in ("Klikk for å skrive")."""
    return node.tag == f"{W}sdt" and node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in the paragraph, each once: Word writes a second copy for older readers."""
    for box in paragraph.iter(BOX):
        within = [a.tag for a in box.iterancestors() if a is not paragraph]
        if not _GONE.intersection(within):
            yield box


def merge_paragraphs(body: Any) -> None:
    """Puts together, in the file that was opened, paragraphs whose end between them is deleted with tracked changes."""
    for end in list(body.iter(f"{W}del")):
        mark = end.getparent()
        if mark.tag != f"{W}rPr" or mark.getparent().tag != f"{W}pPr":
            continue
        paragraph = mark.getparent().getparent()
        following = paragraph.getnext()
        if following is None or following.tag != f"{W}p":
            continue
        own = [node for node in paragraph if node.tag != f"{W}pPr"]
        at = 1 if following.find(f"{W}pPr") is not None else 0
        for i, node in enumerate(own):
            following.insert(at + i, node)
        paragraph.getparent().remove(paragraph)


def _placed(where: str, text: str, before: str) -> str:
    """The text of a run, its digits raised or lowered as they stand."""
    if where == "superscript":
        return raised(before, text)
    return lowered(before, text) if where == "subscript" else text


def _is_white(run: Any) -> bool:
    """White letters on white paper: nothing behind them is coloured, not the run, paragraph, cell, box or page."""
    colour = run.find(f"{W}rPr/{W}color")
    if (
        colour is None
        or (colour.get(f"{W}val") or "").upper() != "FFFFFF"
        or run.find(f"{W}rPr/{W}highlight") is not None
    ):
        return False
    if run.find(f"{W}rPr/{W}shd") is not None:
        return False
    for above in run.iterancestors():
        if above.tag in (BOX, f"{W}tbl"):
            return False  # a table's style or a box's fill may colour it
        if above.tag == f"{W}p" and above.find(f"{W}pPr/{W}shd") is not None:
            return False
        if above.tag == f"{W}document":
            return above.find(f"{W}background") is None
    return True
