"""Words without the characters that cannot be shown or written; white space among these leaves a space."""

import re

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def printable(words: str) -> str:
    """The words in one line of what can be printed."""
    return "".join(" " if c.isspace() else c for c in words if c.isspace() or c.isprintable())


def in_xml(words: str) -> str:
    """The words with what XML can hold."""
    return _NOT_IN_XML.sub(lambda match: " " if match[0].isspace() else "", words)
