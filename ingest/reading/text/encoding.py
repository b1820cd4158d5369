"""Bytes to text: which encoding a text file was saved in."""

import codecs

from assistant.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = (
    "ascii",
    "iso8859-1",
)  # taken for Windows-1252 everywhere: it has dashes where they have nothing
_PLAIN = b"<meta charset=>"  # the same in every encoding whose name can be read before it is known
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27, 0}


def decode(data: bytes, named: str = "") -> str:
    """`data` as text: by its byte order mark, as UTF-8, as what it is `named`, or as Windows-1252; no NUL bytes.

    A file that has been saved anew keeps the name of the encoding that it came in, so letters that are UTF-8 are.
    Raises ReadError where the bytes are no text in any of them.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError("empty")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    data = _without_null_bytes(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_name(data, named) or _western(data)


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name).replace("\0", "")
    except UnicodeDecodeError as error:
        raise ReadError("encoding") from error


def _by_name(data: bytes, named: str) -> str:
    """As what it is named, where that says more than Windows-1252; empty where it is not that."""
    try:
        codec = codecs.lookup(named)
        if codec.name in _WESTERN or _PLAIN.decode(named) != _PLAIN.decode("ascii"):
            return ""
        return data.decode(named)
    except (LookupError, ValueError):  # of a name of other things than letters too ("hex")
        return ""


def _without_null_bytes(data: bytes) -> bytes:
    if data[1::2].count(0) > 0.8 * len(data[1::2]):
        return data[::2]  # UTF-16 without its mark, Western letters alone
    return data.replace(b"\0", b"")


def _western(data: bytes) -> str:
    if sum(data.count(c) for c in _CONTROLS) > len(data) / 100:
        raise ReadError("encoding")
    return data.decode("cp1252", errors="replace").replace("\ufffd", "")
