"""Markup inside a line (Markdown, HTML) resolved to the words themselves."""

import html
import re

from ingest.words.notes import carried

_SUPERSCRIPT = re.compile(r"\s*<sup>\s*([\d*†‡,\s]{1,6}?)\s*</sup>", re.I)
_BREAK = re.compile(r"</?(?:br|p|div|li|ul|ol|h[1-6]|hr)\b[^<>]*>", re.I)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|code|del|em|font|i|ins|mark|s|small|span|strong|sub|sup|u)\b[^<>]*>", re.I
)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])+)\]\((?:[^()\\\s]|\\.|\([^()]*\))*\)")
_ADDRESS = re.compile(r"<((?:https?://|mailto:|www\.)[^<>\s]+)>")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=[^\s*_])((?:(?!\1).)*?[^\s*_\\])\1(?![\w*])", re.S)
_BOLD_INSIDE = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|\*\*\*")
_CODE = re.compile(r"`([^`]+)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~])")
_STRONG = re.compile(r"(\*{1,3}|__?)(?=\S)(?:(?!\1).)+(?<=\S)\1[:.]?|(<(b|strong|i|em)>).*</\3>[:.]?", re.S)
LEADING_SUPERSCRIPT = re.compile(r"^\s*<sup>\s*(\d{1,3}|\*{1,3})\s*</sup>\s*", re.I)


def plain(text: str) -> str:
    """`text` without markup: emphasis, links and tags give their words, raised footnote marks are carried."""
    text = _COMMENT.sub(" ", text)
    text = _SUPERSCRIPT.sub(lambda m: carried(m.group(1)), text)
    text = _BREAK.sub(" ", text)
    text = _TAG.sub("", text)
    text = _IMAGE.sub(" ", text)
    for _ in range(3):
        text = _LINK.sub(r"\1", text)
    without = _ADDRESS.sub("", text)
    text = without if without.strip() else _ADDRESS.sub(r"\1", text)
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    text = _BOLD_INSIDE.sub(lambda m: m.group(1) or "", text)
    text = _CODE.sub(r"\1", text)
    text = _ESCAPE.sub(r"\1", text)
    return html.unescape(text)


def is_strong(text: str) -> bool:
    """True where all of the line is set in bold or italics."""
    return bool(_STRONG.fullmatch(text.strip()))


def is_link(text: str) -> bool:
    """True where the line is a link and nothing else but its size ("[Rapport](#) (2 MB)")."""
    text = text.strip()
    match = _LINK.match(text)
    rest = text[match.end() :] if match else text
    return (bool(match) and not rest.strip(" .;,")) or (
        bool(match) and bool(re.fullmatch(r"[\s(]*[\d.,]+ ?[kM]B[)\s.]*", rest))
    )
