"""Evidence told by its place: offsets in a report's text and a hash of what stands there, never the words themselves.

What a question set says of reports that are not ours to copy is resolved where their texts are at hand.
"""

import hashlib
import re

from evals.documents.folding import UNREAD, squeeze
from evals.documents.source import Documents

LETTERS = 12  # of a hash
_HYPHEN = re.compile(r"(\w)-\s*\n\s*(?=\w)")
_SPACE = re.compile(r"[^\S\t]+")


def hash_of(text: str) -> str:
    """The hash by which a text is known to be the one that was meant."""
    return hashlib.sha256(text.encode()).hexdigest()[:LETTERS]


def quote_at(document: str, start: int, end: int, digest: str, documents: Documents) -> str:
    """What stands between two offsets of the document's text, line ends folded.

    Raises LookupError where no text of the document has the words there that were meant.
    """
    if document not in documents:
        raise LookupError(f"the text of {document} is not at hand")
    for version in documents[document].versions:
        if hash_of(version.raw[start:end]) == digest:
            return _SPACE.sub(" ", _HYPHEN.sub(r"\1", version.raw[start:end])).strip()
    raise LookupError(f"no text of {document} has at {start} to {end} what was meant")


def place_of(quote: str, text: str) -> tuple[int, int]:
    """Where a text first has the letters of a quote: the first character's offset and that after the last.

    Raises LookupError where it does not have them.
    """
    bare = UNREAD.sub(lambda match: " " * len(match[0]), text)
    letters = [(letter, i) for i, character in enumerate(bare) for letter in squeeze(character)]
    sought = squeeze(quote)
    at = "".join(letter for letter, _ in letters).find(sought)
    if not sought or at < 0:
        raise LookupError(f"«{quote[:40]}» does not stand in the text")
    return letters[at][1], letters[at + len(sought) - 1][1] + 1
