"""The newest reports as an Atom feed (RFC 4287), for readers of feeds and for other pages."""

import uuid
from xml.etree.ElementTree import Element, SubElement, tostring

from assistant.index.manifest import IndexedDocument, Manifest
from assistant.language.characters import printable
from assistant.texts import text

_ATOM = "http://www.w3.org/2005/Atom"
_NEWEST = 50


def as_atom(manifest: Manifest, address: str, language: str = "nb") -> bytes:
    """The reports that came last, the newest first, each with a link to the page at `address`.

    A report's id holds for as long as its content does, so that a changed one is new to readers.
    """
    feed = Element("feed", xmlns=_ATOM)
    feed.set("xml:lang", language)
    newest = sorted(manifest.documents, key=lambda item: item.indexed, reverse=True)[:_NEWEST]
    _add(feed, "id", uuid.uuid5(uuid.NAMESPACE_URL, address).urn)
    _add(feed, "title", text("app_title", language))
    _add(feed, "updated", newest[0].indexed if newest else manifest.created)
    SubElement(feed, "link", href=address)
    SubElement(_add(feed, "author", ""), "name").text = text("app_title", language)
    for item in newest:
        _entry(feed, item, address)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(feed: Element, item: IndexedDocument, address: str) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", uuid.uuid5(uuid.NAMESPACE_URL, f"{address} {item.report.document} {item.sha256}").urn)
    _add(entry, "title", item.report.title)
    _add(entry, "updated", item.indexed)
    SubElement(entry, "link", href=address)
    about = (item.report.publisher, item.report.year, item.report.kind.value)
    _add(entry, "summary", ", ".join(str(one) for one in about if one))


def _add(parent: Element, name: str, words: str) -> Element:
    """One element with its words, of which only what can be printed is something that XML can hold."""
    made = SubElement(parent, name)
    made.text = printable(words).strip()
    return made
