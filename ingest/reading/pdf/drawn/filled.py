"""What is filled in on a form: values of fields and ticked boxes, which are no part of a page's own text."""

import ctypes
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.drawn.shapes import Place, turned

_LONGEST = 4000
_TICK = "\u2612"
_LARGEST, _SMALLEST = 11.0, 4.0


@dataclass(frozen=True, slots=True)
class Filled:
    """A field's value and its place."""

    text: str
    place: Place


def page_fields(page: Any, form: Any) -> list[Filled]:
    """The fields of a pypdfium2 page in which something is filled in; `form` is the document's form environment."""
    found: list[Filled] = []
    for i in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, i)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET and (text := _value(form, annotation)):
                found.append(Filled(text, _place(annotation)))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return found


def _value(form: Any, annotation: Any) -> str:
    if raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & raw.FPDF_FORMFLAG_TEXT_PASSWORD:
        return ""
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        return _TICK if raw.FPDFAnnot_IsChecked(form, annotation) else ""
    if kind not in (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX):
        return ""
    buffer = ctypes.create_string_buffer(2 * _LONGEST)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    length = raw.FPDFAnnot_GetFormFieldValue(form, annotation, units, len(buffer))
    return buffer.raw[: max(0, min(length, len(buffer)) - 2)].decode("utf-16-le", "replace").strip()


def _place(annotation: Any) -> Place:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    return Place(box.left, box.bottom, box.right, box.top)


def glyphs_of(fields: list[Filled], turn: int) -> list[Glyph]:
    """The values as characters where the fields are, each line of a value on a line of its own."""
    found: list[Glyph] = []
    for filled in fields:
        place = turned(filled.place, turn)
        lines = filled.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        size = max(_SMALLEST, min(_LARGEST, 0.75 * place.height / len(lines)))
        for n, line in enumerate(lines):
            step = min(0.5 * size, place.width / max(1, len(line)))
            y = place.y1 - 0.8 * size - 1.2 * size * n if len(lines) > 1 else (place.y0 + place.y1) / 2 - 0.35 * size
            found.append(Glyph("\n", 0, 0, 0, 0, 0))
            found += [Glyph(c, place.x0 + i * step, place.x0 + (i + 1) * step, y, size, 0) for i, c in enumerate(line)]
    return [*found, Glyph("\n", 0, 0, 0, 0, 0)] if found else []
