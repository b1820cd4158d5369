"""Files of every kind that grow by one thing at a time: what a reader does to it must not cost the square of it."""

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy

from docx import Document
from openpyxl import Workbook
from pptx import Presentation

from tests.ingest.fixtures.pdfs import Page, pdf

WORDS = "Kommunene bosetter flyktninger, og 42 prosent av dem har fått arbeid i løpet av to år."


def _page(body: str) -> bytes:
    return f"<html><body><p>{WORDS}</p>{body}</body></html>".encode()


def _word(paragraphs: int = 0, runs: int = 0, rows: int = 0) -> bytes:
    document = Document()
    for n in range(paragraphs):
        document.add_paragraph(f"{WORDS} {n}")
    line = document.add_paragraph(WORDS)
    for n in range(runs):
        line.add_run(f" ord{n}")
    if rows:
        table = document.add_table(1, 3)
        row = table.rows[0]._tr
        for cell in table.rows[0].cells:
            cell.text = "42"
        for _ in range(rows):
            row.addnext(deepcopy(row))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _sheet(rows: int) -> bytes:
    book = Workbook()
    for n in range(rows):
        book.active.append([f"Kommune {n}", n, 0.5])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _slides(boxes: int) -> bytes:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for n in range(boxes):
        slide.shapes.add_textbox(0, n * 1000, 1000, 1000).text_frame.text = f"{WORDS} {n}"
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _book(pages: int) -> bytes:
    out = io.BytesIO()
    items = "".join(f'<item id="p{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(pages))
    refs = "".join(f'<itemref idref="p{n}"/>' for n in range(pages))
    with zipfile.ZipFile(out, "w") as book:
        book.writestr(
            "META-INF/container.xml", '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
        )
        book.writestr("b.opf", f"<package><manifest>{items}</manifest><spine>{refs}</spine></package>")
        for n in range(pages):
            book.writestr(f"{n}.xhtml", f"<html><body><h1>Kapittel {n}</h1><p>{WORDS} {n}</p></body></html>")
    return out.getvalue()


def _mail(lines: int) -> bytes:
    return ("From: a@example.org\nSubject: Arbeid\n\n" + f"{WORDS}\n\n" * lines).encode()


def _drawn(lines: int = 0, rules: int = 0, pages: int = 1) -> bytes:
    page = Page()
    for n in range(lines):
        page.put(60, 800 - 740 * n / lines, f"ord{n} i linje {n}", 4)
    for n in range(rules):
        page.rules.append((60, 800 - 740 * n / rules, 500, 800 - 740 * n / rules))
    page.put(60, 30, WORDS)
    return pdf([page] * pages)


# Name of the file → what it holds, by how often.
GROWING: dict[str, Callable[[int], bytes]] = {
    "paragraphs.txt": lambda n: "\n\n".join(f"{WORDS} {i}" for i in range(n)).encode(),
    "lines.txt": lambda n: "\n".join(f"{WORDS} {i}" for i in range(n)).encode(),
    "items.txt": lambda n: "\n".join(f"• {WORDS} {i}" for i in range(n)).encode(),
    "one-line.txt": lambda n: (f"{WORDS} " * n).encode(),
    "hyphens.txt": lambda n: "\n".join(f"integre-\nring{i}" for i in range(n)).encode(),
    "headings.md": lambda n: "\n\n".join(f"# Kapittel {i}\n\n{WORDS}" for i in range(n)).encode(),
    "same-headings.md": lambda n: (f"## Anbefalinger\n\n{WORDS}\n\n" * n).encode(),
    "deep.md": lambda n: "\n\n".join(f"{'#' * (1 + i % 6)} Del {i}\n\n{WORDS}" for i in range(n)).encode(),
    "table.md": lambda n: (
        "| Kommune | Andel |\n| --- | --- |\n" + "\n".join(f"| Sted {i} | {i} |" for i in range(n))
    ).encode(),
    "wide.md": lambda n: (f"{WORDS}\n\n" + f"|{' a |' * n}\n|{' --- |' * n}\n|{' 1 |' * n}\n").encode(),
    "links.md": lambda n: (f"[{WORDS}](https://example.org) " * n).encode(),
    "notes.md": lambda n: "\n\n".join(f"{WORDS}[^{i}]\n\n[^{i}]: Note {i}" for i in range(n)).encode(),
    "items.html": lambda n: _page(f"<ul>{f'<li>{WORDS}</li>' * n}</ul>"),
    "numbered.html": lambda n: _page(f"<ol>{f'<li>{WORDS}</li>' * n}</ol>"),
    "inline.html": lambda n: _page(f"<p>{f'<b>{WORDS}</b> ord ' * n}</p>"),
    "divs.html": lambda n: _page(f"<div>{f'<div>{WORDS}</div> ord ' * n}</div>"),
    "nested.html": lambda n: _page(f"{'<div>ord ' * n}{WORDS}"),
    "articles.html": lambda n: _page(f"{'<article>ord ' * n}{WORDS}"),
    "headers.html": lambda n: _page(f"{'<section><header>ord</header>' * n}{WORDS}"),
    "tables.html": lambda n: _page(f"{'<table><tr><td>ord' * n}{WORDS}"),
    "rows.html": lambda n: _page(f"<table>{'<tr><td>Sted</td><td>42</td></tr>' * n}</table>"),
    "cells.html": lambda n: _page(f"<table><tr>{'<td>1</td>' * n}</tr>{'<tr><td>a</td><td>1</td></tr>' * n}</table>"),
    "sup.html": lambda n: _page(f"<p>{'m<sup>2</sup> ' * n}</p>"),
    "paragraphs.docx": lambda n: _word(paragraphs=n),
    "runs.docx": lambda n: _word(runs=n),
    "rows.docx": lambda n: _word(rows=n),
    "rows.xlsx": _sheet,
    "boxes.pptx": _slides,
    "pages.epub": _book,
    "lines.eml": _mail,
    "lines.pdf": lambda n: _drawn(lines=n),
    "rules.pdf": lambda n: _drawn(rules=n),
    "pages.pdf": lambda n: _drawn(lines=20, pages=n // 20),
    "dots.txt": lambda n: (WORDS + "." * n).encode(),
    "contents.txt": lambda n: "\n".join(f"Kapittel {i} {'.' * 60} {i}" for i in range(n)).encode(),
    "spaces.txt": lambda n: (f"{WORDS}{' ' * n}{WORDS}").encode(),
    "sentences.md": lambda n: "\n\n".join(f"I {1900 + i % 100} var det {i}. mai. {WORDS}" for i in range(n)).encode(),
}
