"""Saved web pages (HTML), by lxml: headings, paragraphs, lists and tables of the page's main part."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import html as markup  # type: ignore[import-untyped]

from assistant.errors import ReadError
from ingest.metadata import Properties
from ingest.parts import Part, PartKind
from ingest.reading.sources import Source
from ingest.reading.text.encoding import decode
from ingest.reading.web.tables import rows_of
from ingest.tabular import part_of, tables_of
from ingest.words.characters import BREAK, lined, tidy
from ingest.words.hyphens import joiner_for
from ingest.words.notes import CLOSE, OPEN, without_notes
from ingest.words.written import lowered, raised

_DROPPED = (
    "script style noscript template svg iframe nav header footer aside button select input textarea object embed "
    "canvas video audio picture img dialog menu head"
).split()
_ASIDE_ROLES = frozenset("navigation banner contentinfo search complementary dialog menu".split())
_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol table div section article main blockquote pre figure figcaption dl dt dd address "
    "body html center fieldset details summary hr tbody thead tfoot tr td th caption".split()
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DEEPEST = 200  # elements within elements that are told apart; what stands deeper is one paragraph
_QUOTED = re.compile(r"quote|sitat", re.I)
_BLOCK, _NUMBER = "-is-block", "-number"
_MOST_OF = 0.4  # of the page's letters
_BEFORE = 8  # pieces of a line that tell whether raised digits are an exponent
_YEAR = re.compile(r"(?:19|20)\d\d")


def read_web(data: bytes) -> Source:
    """The parts of a saved web page; scripts, menus, heads and feet of the page are left out."""
    named = _CHARSET.search(data[:4096])
    return read_page(decode(data, named.group(1).decode("ascii") if named else ""))


def read_page(text: str) -> Source:
    """The parts of a web page whose letters are known, whatever encoding it names."""
    text = _DECLARATION.sub("", text)
    try:
        root = markup.document_fromstring(text, parser=_parser())
    except Exception as error:
        raise ReadError("other_kind", kind="HTML") from error
    properties = _properties(root)
    _strip(root)
    _mark(root)
    parts = list(_parts(_main(root), 0))
    return Source(parts, joiner_for("\n".join(p.text for p in parts)), properties)


def _parser() -> Any:
    # Without `huge_tree`, what stands under 256 elements is left out without a word.
    return markup.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)


def _mark(root: Any) -> None:
    """Note at each element whether it is a block, and at each item its number: once, from the innermost outwards."""
    for element in reversed(list(root.iter())):
        if isinstance(element.tag, str) and (element.tag in _BLOCKS or any(map(_is_block, element[:50]))):
            element.set(_BLOCK, "")
    for numbered in root.iter("ol"):
        for number, item in enumerate(numbered.iterchildren("li"), 1):
            item.set(_NUMBER, str(number))


def _properties(root: Any) -> Properties:
    metas = {(m.get("name") or m.get("property") or "").lower(): m.get("content") or "" for m in root.iter("meta")}
    title = next((tidy(t.text_content()) for t in root.iter("title")), "")
    date = next(
        (metas[k] for k in ("article:published_time", "dc.date", "date", "dcterms.created") if metas.get(k)), ""
    )
    year = _YEAR.search(date)
    code = (root.get("lang") or "").lower()[:2]
    language = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}.get(code, "")
    author = metas.get("author") or metas.get("og:site_name") or ""
    return Properties(metas.get("og:title") or title, author, int(year.group()) if year else None, language)


def _strip(root: Any) -> None:
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        hidden = hidden or "display:none" in (element.get("style") or "").replace(" ", "")
        unwanted = element.tag in _DROPPED or hidden or element.get("role") in _ASIDE_ROLES
        own_head = element.tag == "header" and _within_article(element)
        if unwanted and not own_head and element.getparent() is not None:
            _empty(element)
    _strip_forms(root)


def _strip_forms(root: Any) -> None:
    """Take out forms that are filled in; one around most of the page (ASP.NET makes such) is the page."""
    whole = len(root.text_content())
    within: set[Any] = set()
    for form in list(root.iter("form")):
        if form not in within:
            within.update(form.iter("form"))
            if len(form.text_content()) <= _MOST_OF * whole:
                _empty(form)


def _empty(element: Any) -> None:
    """Leave nothing of an element but what follows it: taking it out would copy all that stands before it."""
    element.clear(keep_tail=True)
    element.tag = "span"


def _within_article(element: Any) -> bool:
    return any(a.tag in ("article", "main") for a in element.iterancestors())


def _main(root: Any) -> Any:
    """The element that holds the page's own text: <main> or <article> where most of it stands there."""
    body = next(root.iter("body"), root)
    whole = len(body.text_content())
    for tag in ("main", "article"):
        for element in root.iter(tag):
            if len(element.text_content()) > _MOST_OF * whole:
                return element
    return body


def _parts(element: Any, depth: int, *, apart: bool = False) -> Iterator[Part]:
    """What stands in the element; `apart` says that this is known to be a quotation."""
    tag = element.tag
    if not isinstance(tag, str):
        return
    if depth > _DEEPEST:
        yield from _loose(" ".join(element.itertext()))
    elif tag == "table":
        yield from _table(element)
    elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        yield from _part(element, PartKind.HEADING, level=int(tag[1]))
    elif tag == "figcaption":
        yield from _part(element, PartKind.CAPTION)
    elif tag == "li":
        yield from _item(element, depth)
    elif not apart and (tag == "blockquote" or _QUOTED.search(element.get("class") or "")):
        yield from (replace(part, apart=True) for part in _parts(element, depth, apart=True))
    elif tag in ("p", "pre", "dt", "dd", "address", "summary") or not any(_is_block(c) for c in element):
        yield from _part(element, PartKind.TEXT)
        if any(_is_block(c) for c in element):
            for child in element:
                if _is_block(child):
                    yield from _parts(child, depth + 1)
    else:
        yield from _mixed(element, depth)


def _is_block(element: Any) -> bool:
    return element.get(_BLOCK) is not None


def _mixed(element: Any, depth: int) -> Iterator[Part]:
    """An element that holds blocks, and words of its own between them."""
    loose = element.text or ""
    for child in element:
        if _is_block(child):
            yield from _loose(loose)
            loose = ""
            yield from _parts(child, depth + 1)
        else:
            loose += _inline(child)
        loose += child.tail or ""
    yield from _loose(loose)


def _loose(text: str) -> Iterator[Part]:
    if tidy(without_notes(text)):
        yield Part(PartKind.TEXT, tidy(text))


def _part(element: Any, kind: PartKind, level: int = 0, marker: str = "") -> Iterator[Part]:
    text = lined(_inline(element))
    if kind is PartKind.TEXT and text.startswith(OPEN):  # a note below the text
        marker, _, text = text[1:].partition(CLOSE)
        kind, text = PartKind.FOOTNOTE, text.strip()
    if any(c.isalnum() for c in without_notes(text)):
        yield Part(kind, text, level=level, marker=marker, strong=_is_strong(element, text))


def _is_strong(element: Any, text: str) -> bool:
    bold = "".join(b.text_content() for b in element if b.tag in ("b", "strong", "em", "i"))
    return (bool(bold) and tidy(bold) == without_notes(text).rstrip(":")) or element.tag == "dt"


def _item(element: Any, depth: int) -> Iterator[Part]:
    number = element.get(_NUMBER)
    yield from _part(element, PartKind.ITEM, marker=f"{number}." if number else "•")
    for child in element.iterchildren("ul", "ol", "table"):
        for nested in [child] if child.tag == "table" else child:
            yield from _parts(nested, depth + 1)


def _inline(element: Any) -> str:
    """The words of an element, without those of lists and tables in it; raised digits as exponents or as marks."""
    words: list[str] = []
    left: list[Any] = [element]
    while left:  # no function that calls itself: pages nest deeper than it could
        one = left.pop()
        if isinstance(one, str):
            words.append(one)
        elif not isinstance(one.tag, str):
            continue
        elif one.tag == "br":
            words.append(BREAK)
        elif one.tag in ("sup", "sub"):
            before = "".join(words[-_BEFORE:])
            words.append((raised if one.tag == "sup" else lowered)(before, one.text_content()))
        else:
            words.append(one.text or "")
            for child in reversed(one):
                left += _with_tail(child)
    return "".join(words)


def _with_tail(child: Any) -> list[Any]:
    """An element of a line and what follows it, last first; a list or a table leaves a gap."""
    tail = child.tail or ""
    if not isinstance(child.tag, str):
        return [tail]
    if child.tag in ("ul", "ol", "table"):
        return [tail, " "]
    return [tail, " ", child, " "] if child.tag in _BLOCKS else [tail, child]


def _table(element: Any) -> Iterator[Part]:
    caption = next((tidy(_inline(c)) for c in element.iter("caption")), "")
    if caption:
        yield Part(PartKind.CAPTION, caption)
    rows = rows_of(element, lambda cell: without_notes(tidy(_inline(cell))))
    if rows and max(len(r.cells) for r in rows) > 1:
        yield from (part_of(t) for t in tables_of(rows))
    else:
        yield from (Part(PartKind.TEXT, r.cells[0]) for r in rows if r.cells and r.cells[0])
