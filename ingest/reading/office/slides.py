"""PowerPoint files (.pptx), by python-pptx: what is on each slide that is shown, from the top down; no notes."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from assistant.errors import ReadError
from assistant.models import PageMark
from ingest.document import Row
from ingest.metadata import Line, Properties
from ingest.parts import Part, PartKind
from ingest.reading.office.archive import opened, transitional
from ingest.reading.sources import Source
from ingest.tabular import part_of, tables_of
from ingest.words.characters import tidy

_TITLES = frozenset({1, 3})  # title, centred title
_SUBTITLE = 4
_FURNITURE = frozenset({13, 15, 16})  # slide number, footer, date
_DEEPEST = 20
_FIGURE = 14  # characters of a figure in large type


def read_slides(data: bytes) -> Source:
    """The slides of a PowerPoint file, a page each. Raises ReadError where it is none."""
    from pptx import Presentation

    with opened(data, "a PowerPoint file") as archive:
        if not any(name.startswith("ppt/") for name in archive.namelist()):
            raise ReadError("other_kind", kind="PowerPoint")
    try:
        deck = Presentation(io.BytesIO(transitional(data)))
    except Exception as error:
        raise ReadError("other_kind", kind="PowerPoint") from error
    slides = list(deck.slides)
    shown = [(n, slide) for n, slide in enumerate(slides, 1) if slide._element.get("show") != "0"]
    parts = [part for n, slide in shown for part in _labelled(slide, n)]
    lines = [Line(p.text, 30.0 if p.level else 14.0, p.page or 1) for p in parts if p.page == 1 and p.table is None]
    told = deck.core_properties
    year = told.created.year if told.created and told.created.year > 1990 else None
    properties = Properties(told.title or "", told.author or "", year, pages=len(slides))
    return Source(parts, properties=properties, lines=lines, is_wide=True)


def _slide(slide: Any, number: int) -> Iterator[Part]:
    shapes = sorted(_flat(slide.shapes, 0), key=lambda s: (not _is(s, _TITLES), s.top or 0, s.left or 0))
    for shape in shapes:
        if _is(shape, _FURNITURE):
            continue
        if getattr(shape, "has_table", False) and shape.has_table:
            rows = [Row(tuple(tidy(cell.text) for cell in row.cells), number) for row in shape.table.rows]
            yield from (part_of(table) for table in tables_of(rows)) if rows else ()
        elif shape.has_text_frame:
            yield from _text(shape, number)


def _labelled(slide: Any, number: int) -> list[Part]:
    """The slide's parts, a label in a box of its own with the figure beside it."""
    out: list[Part] = []
    for part in _slide(slide, number):
        if out and _names(out[-1], part):
            out[-1] = replace(out[-1], text=f"{out[-1].text} {part.text}")
        else:
            out.append(part)
    return out


def _flat(shapes: Iterable[Any], depth: int) -> Iterator[Any]:
    """The shapes, those in groups among them, hidden ones left out."""
    for shape in shapes:
        if next((e.get("hidden") for e in shape._element.iter() if e.tag.endswith("}cNvPr")), None) in ("1", "true"):
            continue
        if hasattr(shape, "shapes") and depth < _DEEPEST:
            yield from _flat(shape.shapes, depth + 1)
        else:
            yield shape


def _is(shape: Any, kinds: frozenset[int]) -> bool:
    return bool(shape.is_placeholder) and int(shape.placeholder_format.type or 0) in kinds


def _text(shape: Any, number: int) -> Iterator[Part]:
    mark = (PageMark(0, number),)
    if _is(shape, _TITLES):
        if title := tidy(shape.text_frame.text.replace("\v", " ")):
            yield Part(PartKind.HEADING, title, mark, level=1)
        return
    paragraphs = [tidy(p.text.replace("\v", " ")) for p in shape.text_frame.paragraphs]
    paragraphs = [text for text in paragraphs if text]
    paragraphs = _with_words(paragraphs)
    listed = len(paragraphs) > 1 and shape.is_placeholder and not _is(shape, frozenset({_SUBTITLE}))
    for text in paragraphs:
        yield Part(PartKind.ITEM if listed else PartKind.TEXT, text, mark, marker="•" if listed else "")


def _with_words(paragraphs: list[str]) -> list[str]:
    """The paragraphs, a figure alone with the words below it that say what it is of."""
    out: list[str] = []
    for text in paragraphs:
        if out and len(out[-1]) <= _FIGURE and any(c.isdigit() for c in out[-1]) and text[:1].islower():
            out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
    return out


def _names(part: Part, value: Part) -> bool:
    """Whether a box is the label of the figure in the box beside it: "Samlet besparelse:"."""
    told = part.kind is PartKind.TEXT and value.kind is PartKind.TEXT
    return told and part.text.endswith(":") and value.text[:1].isdigit() and len(value.text) <= 2 * _FIGURE
