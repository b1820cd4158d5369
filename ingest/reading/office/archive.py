"""Files that are ZIP archives inside (Word, Excel, PowerPoint, EPUB): checked before anything is unpacked."""

import io
import re
import zipfile

from assistant.errors import ReadError

_MOST_UNPACKED = 400 * 1024 * 1024  # bytes; a small file that unpacks to more is a trap
_MOST_WORDS = 60 * 1024 * 1024  # bytes of those in which the words are, which take many times that when parsed
_WORDS = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf")
_MOST_FILES = 20_000
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_KEPT_APART = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}


def opened(data: bytes, kind: str) -> zipfile.ZipFile:
    """The archive that a file is. Raises ReadError, with the kind of file that it is not, where it is none."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except Exception as error:
        raise ReadError("other_kind", kind=kind) from error
    words = sum(entry.file_size for entry in entries if entry.filename.lower().endswith(_WORDS))
    if sum(e.file_size for e in entries) > _MOST_UNPACKED or words > _MOST_WORDS or len(entries) > _MOST_FILES:
        raise ReadError("too_large")
    return archive


def transitional(data: bytes) -> bytes:
    """An Office file in the names of Transitional Open XML, which the readers know; as it is where it has them.

    "Strict" files (a choice in Word's and Excel's own list) differ in the names alone: every element is the same.
    """
    with opened(data, "Office") as archive:
        if not _STRICT.search(archive.read("[Content_Types].xml") + _relations(archive)):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as renamed:
            for entry in archive.infolist():
                held = archive.read(entry)
                renamed.writestr(entry, _renamed(held) if entry.filename.endswith((".xml", ".rels")) else held)
        return out.getvalue()


def _relations(archive: zipfile.ZipFile) -> bytes:
    return archive.read("_rels/.rels") if "_rels/.rels" in archive.namelist() else b""


def _renamed(held: bytes) -> bytes:
    named = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", held)
    for strict, usual in _KEPT_APART.items():
        named = named.replace(b"/officeDocument/2006/" + strict, b"/officeDocument/2006/" + usual)
        named = named.replace(b"/relationships/" + strict, b"/relationships/" + usual)
    return named
