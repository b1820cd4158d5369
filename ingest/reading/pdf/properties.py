"""What a PDF says of itself."""

import re
from typing import Any

from ingest.metadata import Properties

_DATE = re.compile(r"D?:?((?:19|20)\d\d)")


def properties_of(document: Any, data: bytes) -> Properties:
    """Title, author, year and language from the file's properties; empty where they cannot be read."""
    try:
        told = document.get_metadata_dict(skip_empty=True)
    except Exception:
        told = {}
    date = _DATE.search(str(told.get("CreationDate", "")))
    return Properties(
        title=str(told.get("Title", "")).replace("\0", ""),
        author=str(told.get("Author", "")).replace("\0", ""),
        year=int(date.group(1)) if date else None,
        language=_language(data),
        pages=len(document),
    )


def _language(data: bytes) -> str:
    """The language that the document's catalogue names, where it stands there plainly."""
    match = re.search(rb"/Lang\s*\(([A-Za-z-]{2,8})\)", data[:200_000] + data[-200_000:])
    code = match.group(1).decode("ascii").lower()[:2] if match else ""
    return {"nb": "nb", "no": "nb", "nn": "nn"}.get(code, "")
