"""A report's pages beside what was read from them, as one HTML file: what went wrong is seen at a glance."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path

from assistant.errors import ReadError
from assistant.evidence.finding import find
from assistant.evidence.pdf import Box, boxes_of, letters_on, page_count, picture_of
from ingest.document import Block, BlockKind, ParsedReport, Row, Section, Table

_WIDTH = 1000  # pixels of a page's picture


@dataclass(frozen=True, slots=True)
class _Piece:
    """What of a heading or block stands on one page: `cells` are looked for one by one, where it is a table's."""

    kind: str
    html: str
    sought: tuple[str, ...]


def pages_html(path: Path, parsed: ParsedReport) -> str:
    """One page of HTML that needs no other file: each page's picture with what was read drawn over it, and beside it.

    What has no pages (a web page, a Word file) is told without pictures.
    """
    by_page: dict[int, list[_Piece]] = {}
    for page, piece in _pieces(parsed.root):
        by_page.setdefault(page, []).append(piece)
    pages = page_count(path) if path.suffix.lower() == ".pdf" else 0
    title = escape(parsed.report.title)
    body = "".join(_page(path, number, by_page.get(number, [])) for number in range(1, pages + 1))
    if not pages:
        body = "".join(_page(None, number, pieces) for number, pieces in sorted(by_page.items()))
    warnings = "".join(f"<li>{escape(str(warning))}</li>" for warning in parsed.warnings)
    kinds = "".join(f'<span class="{kind}">{kind}</span>' for kind in ("heading", *BlockKind))
    style = files("ingest").joinpath("pages.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html><html lang="{escape(parsed.report.language)}"><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{style}</style>'
        f"<header><h1>{title}</h1><p>{kinds}</p><ul>{warnings}</ul></header>{body}</html>"
    )


def _pieces(root: Section) -> Iterator[tuple[int, _Piece]]:
    for path, section in root.walk():
        if section.title:
            head = f"<b>{escape(section.title)}</b> <small>{section.kind}, level {len(path)}</small>"
            yield section.page or 0, _Piece("heading", head, (section.title,))
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[tuple[int, _Piece]]:
    if block.table is not None:
        yield from _of_table(block.table, block.marks[0].page if block.marks else 0)
        return
    ends = [*(mark.offset for mark in block.marks[1:]), len(block.text)]
    starts = [0, *ends[:-1]]
    pages = [mark.page for mark in block.marks] or [0]
    for page, start, end in zip(pages, starts, ends, strict=True):
        text = block.text[start:end].strip()
        if text:
            yield page, _Piece(block.kind, escape(text), (text,))


def _of_table(table: Table, first: int) -> Iterator[tuple[int, _Piece]]:
    rows: dict[int, list[Row]] = {}
    for row in table.rows:
        rows.setdefault(row.page or first, []).append(row)
    head = "".join(f"<th>{escape(cell)}</th>" for cell in table.header)
    for page, held in rows.items():
        body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row.cells) + "</tr>" for row in held)
        html = f"<table><caption>{escape(table.title)}</caption><tr>{head}</tr>{body}</table>"
        yield page, _Piece(BlockKind.TABLE, html, tuple(" · ".join(filter(None, row.cells)) for row in held))


def _page(path: Path | None, number: int, pieces: list[_Piece]) -> str:
    drawn, missing = _drawn(path, number, pieces) if path else ("", set())
    told = "".join(
        f'<li id="t{number}-{i}" class="{piece.kind}{" missing" if i in missing else ""}">'
        f'<a href="#b{number}-{i}">{i}</a> {piece.html}</li>'
        for i, piece in enumerate(pieces, 1)
    )
    name = f"<h2>{number}</h2>" if number else ""
    return f'<section>{name}<div class="two"><div class="picture">{drawn}</div><ol>{told}</ol></div></section>'


def _drawn(path: Path, number: int, pieces: list[_Piece]) -> tuple[str, set[int]]:
    """The page's picture with boxes over what was read, and which of the pieces were not found on it."""
    try:
        picture, stream = picture_of(path, number, _WIDTH), letters_on(path, number)
    except ReadError as error:
        return f"<p>{escape(str(error))}</p>", set()
    data = base64.b64encode(picture.png).decode("ascii")
    out = [f'<img src="data:image/png;base64,{data}" alt="" width="{picture.width}" height="{picture.height}">']
    missing = set()
    for i, piece in enumerate(pieces, 1):
        spans = [span for sought in piece.sought for span in find(stream, sought, number)]
        boxes = boxes_of(path, stream, spans).get(number, []) if spans else []
        if not boxes:
            missing.add(i)
        out += [_box(box, number, i, piece.kind, first=at == 0) for at, box in enumerate(boxes)]
    return "".join(out), missing


def _box(box: Box, number: int, i: int, kind: str, *, first: bool) -> str:
    place = f"left:{box.left:.2%};top:{box.top:.2%};width:{box.width:.2%};height:{box.height:.2%}"
    name = f' id="b{number}-{i}"' if first else ""
    return f'<a{name} href="#t{number}-{i}" class="{kind}" style="{place}">{i if first else ""}</a>'
