"""An entry for the catalogue, drafted from a file for a person to check."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.models import Report
from ingest.catalogue.isbn import isbns
from ingest.catalogue.known import CLOSING, OPENING
from ingest.catalogue.sketch import fingerprint
from ingest.document import ParsedReport
from ingest.reading import read_report

_CHECK = "  # guessed: check"
_A_LINE = 7  # hashes, so that lines stay below 120 characters


def describe(path: Path) -> str:
    """The file as a `[[report]]` of a catalogue in TOML, with a word on each line that was guessed.

    Raises ReadError where the file cannot be read.
    """
    parsed = read_report(path)
    text = text_of(parsed)
    lines = ["[[report]]", f"stem = {_quoted(_stem(path.stem))}", *_particulars(parsed.report)]
    lines += _list("isbn", isbns(f"{text[:OPENING]}\n{text[-CLOSING:]}"))
    lines += _list("phrases", () if "title" in parsed.report.guessed else (parsed.report.title,))
    return "\n".join([*lines, *_list("fingerprint", fingerprint(text)), ""])


def text_of(parsed: ParsedReport) -> str:
    """All the words of a report as it was read, a heading or block a line, what never answers among them."""
    return "\n".join(_texts(parsed))


def _texts(parsed: ParsedReport) -> Iterator[str]:
    for _, section in parsed.root.walk():
        yield section.title
        yield from (block.text for block in section.blocks)


def _particulars(report: Report) -> Iterator[str]:
    values = {
        "title": _quoted(report.title),
        "year": report.year,
        "publisher": None if report.publisher is None else _quoted(report.publisher),
        "kind": _quoted(report.kind.value),
        "language": _quoted(report.language),
    }
    for name, value in values.items():
        if value is None:
            yield f"# {name} = … not found: fill in"
        else:
            read_from = dict(report.origins).get(name, "")
            check = _CHECK + (f" ({read_from})" if read_from else "")
            yield f"{name} = {value}{check if name in report.guessed else ''}"


def _list(name: str, values: Iterable[str]) -> list[str]:
    quoted = [_quoted(value) for value in values]
    if len(quoted) <= 2:
        return [f"{name} = [{', '.join(quoted)}]"] if quoted else []
    rows = [quoted[start : start + _A_LINE] for start in range(0, len(quoted), _A_LINE)]
    return [f"{name} = [", *(f"    {', '.join(row)}," for row in rows), "]"]


def _quoted(text: str) -> str:
    """A TOML string: JSON's, of what can be printed."""
    return json.dumps("".join(c for c in " ".join(text.split()) if c.isprintable()), ensure_ascii=False)


def _stem(name: str) -> str:
    """The file's name as a report's own id: "Årsrapport 2017 (1)" becomes "arsrapport-2017-1"."""
    spelled = name.lower().replace("æ", "ae").replace("ø", "o")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "report"
