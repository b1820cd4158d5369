"""Files in, each kind by a reader of its own; out, the same tree for all: a `ParsedReport`."""

from dataclasses import replace
from pathlib import Path

from assistant.errors import ReadError
from ingest.document import ParsedReport
from ingest.metadata import describe
from ingest.parts import Part, PartKind, sliced
from ingest.reading.cover import lines_of_parts
from ingest.reading.formats import reader_for
from ingest.reading.sources import Source
from ingest.reading.text.plain import LONGEST
from ingest.structure import structured
from ingest.words.characters import BREAK
from ingest.words.notes import lifted

LARGEST = 300 * 1024 * 1024  # bytes; a report is a hundredth of this


def read_report(path: Path, *, document: str | None = None, ocr: bool = False) -> ParsedReport:
    """The report in the file at `path`, whose name (without its ending) it goes by unless `document` is given.

    With `ocr` the pages of a PDF that are pictures are read by Tesseract, which must be installed with Norwegian.

    Raises ReadError with its reason where the file cannot be read. Pages that could not
    be read are named in the result's warnings.
    """
    try:
        data = _bytes(path)
        source = reader_for(path, data, ocr=ocr)(data)
        return _understood(source, document or path.stem)
    except ReadError as error:
        if isinstance(error.__cause__, MemoryError):  # whatever its reader took that for
            raise ReadError("too_large") from error.__cause__
        raise
    except RecursionError as error:
        raise ReadError("nested") from error
    except MemoryError as error:
        raise ReadError("too_large") from error
    except Exception as error:  # a damaged file can make a parser fail in any way it likes
        raise ReadError("damaged_by", error=type(error).__name__) from error


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ReadError("not_a_file")
        if path.stat().st_size > LARGEST:
            raise ReadError("too_large")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("cannot_open", why=error.strerror or "") from error
    if not data:
        raise ReadError("empty")
    return data


def _bounded(part: Part) -> list[Part]:
    """The part, cut into pieces where it is longer than any paragraph is."""
    if len(part.text) <= LONGEST or part.table is not None:
        return [part]
    return [piece for i in range(0, len(part.text), LONGEST) if (piece := sliced(part, i, i + LONGEST)).text]


def _understood(source: Source, document: str) -> ParsedReport:
    parts = [lifted(q) for p in source.parts for q in _bounded(p)]
    lines = source.lines or lines_of_parts(parts)
    source.parts = [replace(p, text=p.text.replace(BREAK, " ")) for p in parts]
    text = [p for p in source.parts if p.kind is not PartKind.NOISE]
    if not any(c.isalpha() for p in text for c in p.text):
        raise ReadError("empty")
    report = describe(document, source.properties, lines, [p.text for p in text], is_wide=source.is_wide)
    root = structured(source.parts, source.joiner, report, written=source.written)
    return ParsedReport(report, root, source.warnings, labels=source.labels, ocr=source.ocr)
