"""What the reader is trained on: a question, statements that answer it, and statements that do not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """One question over one text. A near-miss has no `right` statements.

    `wrong` are the text's other statements, the likeliest first; those that a reader would accept beside an answer are
    in neither. `twins` are questions of the other kind over the same text: near-misses of a question, the question of
    a near-miss.
    """

    question: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    twins: tuple[str, ...] = ()
