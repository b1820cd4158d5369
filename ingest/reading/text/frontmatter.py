"""The front matter of a Markdown file: a block between lines of dashes in which the file says what it is."""

import re
from dataclasses import replace

from assistant.language.words import YEAR
from assistant.models import ReportKind
from ingest.metadata import Properties, kind_named

_LONGEST = 100  # lines; a longer block between rules is text
_FENCE = re.compile(r"-{3}\s*$")
_CLOSING = re.compile(r"(?:-{3}|\.{3})\s*$")
_FIELD = re.compile(r"([A-Za-zÆØÅæøå][\w -]{0,30}?)\s*:(?:\s+(.*))?$")
_MORE = re.compile(r"\s+\S|\s*-\s|\s*#|\s*$")  # a list's item, a longer value's next line, a comment
_STEM = re.compile(r"[\w][\w.-]*")
_NAMES = {
    "tittel": "title",
    "år": "year",
    "utgiver": "publisher",
    "utgivar": "publisher",
    "type": "kind",
    "språk": "language",
    "lang": "language",
    "kilde": "source",
    "kjelde": "source",
    "utgitt": "published",
    "dato": "published",
    "date": "published",
}


def take_front_matter(text: str) -> tuple[Properties | None, str]:
    """(what the front matter states, the text after it); (None, the text) where there is no front matter."""
    lines = text.lstrip("\ufeff").split("\n", _LONGEST)
    if not _FENCE.match(lines[0]):
        return None, text
    end = next((i for i, line in enumerate(lines[1:], 1) if _CLOSING.match(line)), 0)
    within = lines[1:end]
    fields = {_NAMES.get(m[1].lower(), m[1].lower()): _bare(m[2] or "") for m in map(_FIELD.match, within) if m}
    if not fields or not all(_FIELD.match(line) or _MORE.match(line) for line in within):
        return None, text
    return _stated(fields), "\n".join(lines[end + 1 :])


def _bare(value: str) -> str:
    """The value without its quotes or the comment behind it."""
    value = value.strip()
    if value.startswith(('"', "'")) and (close := value.find(value[0], 1)) > 0:
        return value[1:close].strip()
    return re.split(r"\s#", value, maxsplit=1)[0].strip()


def _stated(fields: dict[str, str]) -> Properties:
    year = YEAR.search(fields.get("year", "")) or YEAR.search(fields.get("published", ""))
    source = fields.get("source", "")
    stated = Properties(
        title=fields.get("title", ""),
        language=_language(fields.get("language", "")),
        publisher=fields.get("publisher", ""),
        published=int(year.group()) if year else None,
        kind=_kind(fields.get("kind", "")),
        is_vetted=True,
    )
    # A source that is an address or a description says where the text is from, not which document it sums up.
    return replace(stated, digest_of=source) if _STEM.fullmatch(source) else stated


def _language(value: str) -> str:
    return {"nb": "nb", "no": "nb", "bo": "nb", "nn": "nn", "ny": "nn", "en": "en"}.get(value.lower()[:2], "")


def _kind(value: str) -> ReportKind | None:
    try:
        return ReportKind(value.lower() if value.lower() in set(ReportKind) else value)
    except ValueError:
        return kind_named(value)
