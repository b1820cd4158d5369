"""EPUB books: the pages of their spine, in its order, each read as a web page."""

import posixpath
import zipfile
from typing import Any
from urllib.parse import unquote

from lxml import etree  # type: ignore[import-untyped]

from assistant.errors import ReadError
from ingest.metadata import Properties
from ingest.metadata.dates import YEAR
from ingest.parts import Part
from ingest.reading.office.archive import opened
from ingest.reading.sources import Source
from ingest.reading.web.html import read_web
from ingest.words.characters import tidy
from ingest.words.hyphens import joiner_for

_PAGES = frozenset({"application/xhtml+xml", "text/html"})


def read_epub(data: bytes) -> Source:
    """The parts of an EPUB. Raises ReadError where it is none, or locked."""
    with opened(data, "an EPUB") as archive:
        names = set(archive.namelist())
        if "META-INF/container.xml" not in names:
            raise ReadError("other_kind", kind="EPUB")
        if "META-INF/rights.xml" in names:
            raise ReadError("encrypted")
        container = _parsed(archive, "META-INF/container.xml")
        package = next((r.get("full-path") or "" for r in container.iter("{*}rootfile")), "")
        book = _parsed(archive, package)
        parts = [part for page in _spine(book, package) if page in names for part in _page(archive.read(page))]
    return Source(parts, joiner_for("\n".join(p.text for p in parts)), _properties(book))


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        root = etree.fromstring(archive.read(name), parser)
    except KeyError:
        root = None
    if root is None:
        raise ReadError("other_kind", kind="EPUB")
    return root


def _spine(book: Any, package: str) -> list[str]:
    """The pages in the order in which they are read, the contents page left out."""
    items = {i.get("id"): i for i in book.iter("{*}item") if i.get("media-type") in _PAGES}
    wanted = [items[r.get("idref")] for r in book.iter("{*}itemref") if r.get("idref") in items]
    folder = posixpath.dirname(package)
    pages = [
        posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        for item in wanted
        if "nav" not in (item.get("properties") or "").split()
    ]
    return list(dict.fromkeys(pages))


def _page(data: bytes) -> list[Part]:
    return read_web(data).parts


def _properties(book: Any) -> Properties:
    def told(name: str) -> str:
        return next((tidy(e.text or "") for e in book.iter(f"{{*}}{name}") if e.text), "")

    found = YEAR.search(told("date"))
    year = int(found.group()) if found else None
    return Properties(told("title"), told("publisher"), year, told("language").lower()[:2])
