"""The words of a Word paragraph that are on the page: no hidden, deleted or moved-away runs, no text boxes."""

from collections.abc import Iterator
from typing import Any

from ingest.reading.notes import carried
from ingest.reading.written import lowered, raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = f"{W}txbxContent"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK, BOX, f"{W}pPr", f"{W}rPr", f"{W}instrText"})
_SPACES = frozenset({f"{W}tab", f"{W}br", f"{W}cr"})
_OFF = frozenset({"0", "false", "off"})


class Shown:
    """Tells what of a document is shown; knows which of its styles hide text."""

    def __init__(self, styles: Any) -> None:
        self._hiding = _hiding(styles)

    def text(self, paragraph: Any) -> str:
        """The paragraph's words, links and accepted changes included; footnote marks carried along."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        out: list[str] = []
        self._add(paragraph, out, self._hides(style))
        return "".join(out)

    def _add(self, element: Any, out: list[str], hidden: bool) -> None:
        for node in element:
            tag = node.tag
            if tag in _GONE or (tag == f"{W}r" and self._is_hidden(node, hidden)) or is_prompt(node):
                continue
            if tag == f"{W}t":
                out.append(_placed(node, "".join(out[-40:])))
            elif tag in _SPACES:
                out.append(" ")
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                out.append(carried(node.get(f"{W}id") or "*"))
            elif tag == f"{W}noBreakHyphen":
                out.append("-")
            elif len(node):
                self._add(node, out, hidden)

    def _hides(self, style: Any) -> bool:
        return style is not None and style.get(f"{W}val") in self._hiding

    def _is_hidden(self, run: Any, hidden: bool) -> bool:
        """Whether a run is; `hidden` is what its paragraph's style says."""
        properties = run.find(f"{W}rPr")
        own = properties.find(f"{W}vanish") if properties is not None else None
        if own is not None:
            return is_on(own)
        named = properties.find(f"{W}rStyle") if properties is not None else None
        return hidden or self._hides(named) or _is_white(run)


def is_on(switch: Any) -> bool:
    """Whether a property that stands there ("<w:vanish/>") is switched on."""
    return (switch.get(f"{W}val") or "1").lower() not in _OFF


def is_prompt(node: Any) -> bool:
    """Whether the node is a field that nobody has filled in ("Klikk for å skrive")."""
    return node.tag == f"{W}sdt" and node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in the paragraph, each once: Word writes a second copy for older readers."""
    for box in paragraph.iter(BOX):
        within = [a.tag for a in box.iterancestors() if a is not paragraph]
        if not _GONE.intersection(within):
            yield box


def _placed(node: Any, before: str) -> str:
    """The text of a run, its digits raised or lowered as they stand."""
    text = node.text or ""
    run = node.getparent()
    place = run.find(f"{W}rPr/{W}vertAlign") if run is not None else None
    where = place.get(f"{W}val") if place is not None else ""
    if where == "superscript":
        return raised(before, text)
    return lowered(before, text) if where == "subscript" else text


def _hiding(styles: Any) -> frozenset[str]:
    """The ids of the styles that hide what is set in them, by themselves or by what they are based on."""
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId") or ""
        switch, base = style.find(f"{W}rPr/{W}vanish"), style.find(f"{W}basedOn")
        own[name] = None if switch is None else is_on(switch)
        based[name] = (base.get(f"{W}val") or "") if base is not None else ""
    return frozenset(name for name in own if _inherited(name, own, based))


def _inherited(name: str, own: dict[str, bool | None], based: dict[str, str]) -> bool:
    for _ in range(20):  # a style may be based on itself in a damaged file
        value = own.get(name)
        if value is not None or name not in based:
            return bool(value)
        name = based[name]
    return False


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
