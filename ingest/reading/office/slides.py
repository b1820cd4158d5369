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
from ingest.reading.office.charts import tables_in, unread
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
    charts = [shape for _, slide in shown for shape in _flat(slide.shapes, 0) if _is_chart(shape)]
    silent = sum(not tables_in(_chart_of(shape)) for shape in charts)
    return Source(parts, properties=properties, lines=lines, is_wide=True, warnings=unread(silent))


def _slide(slide: Any, number: int) -> Iterator[Part]:
    shapes = sorted(_flat(slide.shapes, 0), key=lambda s: (not _is(s, _TITLES), s.top or 0, s.left or 0))
    shapes = [shape for shape in shapes if not _is(shape, _FURNITURE)]
    words = _below_figures(shapes)
    taken = {id(below) for below in words.values()}
    for shape in shapes:
        if id(shape) in taken:
            continue
        if id(shape) in words:
            first, *others = _text(words[id(shape)], number)
            yield replace(first, text=f"{tidy(shape.text_frame.text)} {first.text}")
            yield from others
            continue
        if getattr(shape, "has_table", False) and shape.has_table:
            rows = [Row(tuple(tidy(cell.text) for cell in row.cells), number) for row in shape.table.rows]
            yield from (part_of(table) for table in tables_of(rows)) if rows else ()
        elif _is_chart(shape):
            yield from (part_of(table) for table in tables_in(_chart_of(shape), number))
        elif shape.has_text_frame:
            yield from _text(shape, number)


def _below_figures(shapes: list[Any]) -> dict[int, Any]:
    """For figures alone in a box (by their identity) the box with words right below each."""
    texts = [s for s in shapes if s.has_text_frame and tidy(s.text_frame.text) and not _is(s, _TITLES)]
    figures = [
        s for s in texts if _is_figure(tidy(s.text_frame.text)) and None not in (s.left, s.top, s.width, s.height)
    ]
    found: dict[int, Any] = {}
    for figure in figures:
        below = [s for s in texts if s not in figures and s not in found.values() and _is_below(s, figure)]
        if below:
            found[id(figure)] = min(below, key=lambda s: int(s.top))
    return found


def _is_below(words: Any, figure: Any) -> bool:
    """True for a box no farther below the figure's than that is high, over most of the narrower one's width."""
    if None in (words.left, words.top, words.width):
        return False
    shared = min(words.left + words.width, figure.left + figure.width) - max(words.left, figure.left)
    near = figure.height / 2 <= words.top - figure.top <= 2 * figure.height
    return bool(near and 2 * shared > min(words.width, figure.width))


def _is_figure(text: str) -> bool:
    return len(text) <= _FIGURE and any(c.isdigit() for c in text)


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


def _is_chart(shape: Any) -> bool:
    return bool(getattr(shape, "has_chart", False))


def _chart_of(shape: Any) -> bytes:
    """The chart's XML; nothing where a damaged file lacks it, which must not cost the slides."""
    try:
        return bytes(shape.chart.part.blob)
    except (KeyError, AttributeError, ValueError):
        return b""


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
        if out and _is_figure(out[-1]) and text[:1].islower():
            out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
    return out


def _names(part: Part, value: Part) -> bool:
    """Whether a box is the label of the figure in the box beside it: "Samlet besparelse:"."""
    told = part.kind is PartKind.TEXT and value.kind is PartKind.TEXT
    return told and part.text.endswith(":") and value.text[:1].isdigit() and len(value.text) <= 2 * _FIGURE
