"""Reading the documents that quotes are checked against, apart from the assistant's own reading."""

import html
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from evals.documents.source import Document, document
from evals.errors import EvalError

_BREAK = re.compile(r"</w:p>|<w:br\b[^>]*/>")
_CELL = re.compile(r"</w:tc>|<w:tab/>")
_TAGS = re.compile(r"<[^>]+>")
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1>", re.S | re.I)
_BLOCK = re.compile(r"<(?:/?(?:p|h\d|li|tr|div|ul|ol|table|section|article|header|footer)|br)\b[^>]*>", re.I)
_SUFFIXES = frozenset({".pdf", ".txt", ".md", ".html", ".htm", ".docx"})


def load_documents(folder: Path) -> dict[str, Document]:
    """All documents under `folder` by file stem. Raises EvalError where there are none."""
    if not folder.is_dir():
        raise EvalError(f"There is no folder {folder} with the documents to check quotes against.")
    paths = [p for p in sorted(folder.rglob("*")) if p.suffix.lower() in _SUFFIXES]
    if not paths:
        raise EvalError(f"There are no documents in {folder} to check quotes against.")
    return read_documents((path.stem, path) for path in paths)


def read_documents(files: Iterable[tuple[str, Path]]) -> dict[str, Document]:
    """Documents by stem from (stem, file). Beside a PDF, its twin in a sister folder `text` counts as its text too."""
    texts: dict[str, list[str]] = {}
    pages: dict[str, list[str]] = {}
    for stem, path in files:
        found = texts.setdefault(stem, [])
        if path.suffix.lower() == ".pdf":
            pages[stem] = _pdf_pages(path)
            found.append("\n".join(pages[stem]))
            twin = path.parent.parent / "text" / f"{stem}.txt"
            if twin.exists():
                found.append(_read(twin))
        else:
            found.append(_read(path))
    return {stem: document(stem, found, pages.get(stem, ())) for stem, found in texts.items()}


def _read(path: Path) -> str:
    suffix = path.suffix.lower()
    try:
        if suffix == ".docx":
            return _docx(path)
        text = _decoded(path.read_bytes())
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise EvalError(f"{path} cannot be read: {error}.") from error
    if suffix in (".html", ".htm"):
        return html.unescape(_TAGS.sub("", _BLOCK.sub("\n", _HIDDEN.sub(" ", text))))
    return text


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _docx(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        names = ["word/document.xml", *(n for n in archive.namelist() if re.fullmatch(r"word/(foot|end)notes\.xml", n))]
        xml = "\n".join(archive.read(name).decode("utf-8") for name in names)
    return html.unescape(_TAGS.sub("", _CELL.sub("\t", _BREAK.sub("\n", xml))))


def _pdf_pages(path: Path) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return [page.extract_text() or "" for page in PdfReader(path).pages]
    except (PyPdfError, OSError) as error:
        raise EvalError(f"{path} cannot be read: {error}.") from error
