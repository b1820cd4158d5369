"""What a sentence claims, held against single sentences of its source: a kind of difference, or none.

By rules for what reverses a meaning and is written in few words: negation, direction, quantifiers, must and may, who is
compared with whom, and figures with their unit, year, group and place. Each part of the sentence has to fit one part of
one sentence of the source.
"""

from collections.abc import Sequence

from assistant.language.sentences import split_sentences
from assistant.writing.claims.orders import is_order, is_way_out
from assistant.writing.claims.parts import has_new_words, is_exchanged, is_mixed, is_turned
from assistant.writing.claims.rules import (
    amounts_differ,
    cause_differs,
    denial_differs,
    figures_differ,
    modality_differs,
    places_differ,
    poles_differ,
)
from assistant.writing.claims.segments import Segment, Sentence, sentence

_LONGEST = 1500  # characters; no sentence that is meant to be read is longer
_POINTS = frozenset("dette det den de dei dem this it they those".split())  # words that point back
_NEAR = 0.8  # share of the best part's common words with which another part may be meant as well


def difference(statement: str, sources: Sequence[str], context: str = "") -> str:
    """How the statement differs from every sentence of the sources; "" where it fits one.

    `context` is what a source's headings say: years, places and offices may stand there as well.
    """
    if len(statement) > _LONGEST:
        return "endless"
    if is_way_out(statement):
        return "address"
    if is_order(statement):
        return "instruction"
    own = [sentence(one.text) for text in sources for one in split_sentences(text) if not is_order(one.text)]
    around = sentence(context).whole
    reasons = [_segment_differs(part, own, around) for part in sentence(statement).segments]
    reason = next((reason for reason in reasons if reason), "")
    if reason or not own:
        return reason
    return "words" if has_new_words(sentence(statement).whole, [one.whole for one in own], around) else ""


def _segment_differs(said: Segment, sources: Sequence[Sentence], around: Segment) -> str:
    candidates = sorted(_candidates(said, sources), key=lambda one: -one[0])
    if not candidates:
        return "nothing"
    best = candidates[0][0]
    reasons = [
        _differs(said, own, source, around)
        for score, own, source in candidates
        if score >= _NEAR * best or _has_figures(said, own, best) or (own.content and own.content <= said.content)
    ]
    return "" if "" in reasons else reasons[0]


def _has_figures(said: Segment, own: Segment, best: float) -> bool:
    """Whether a part is meant because its figures are named, and it has a word in common or none to have in common."""
    if not said.figures or not {one.value for one in said.figures} <= {one.value for one in own.figures}:
        return False
    common = len(said.content & own.content)
    return own.is_elliptic or common >= min(best / 2, 2) or (common > 0 and bool(_POINTS & set(own.tokens)))


def _candidates(said: Segment, sources: Sequence[Sentence]) -> list[tuple[float, Segment, Sentence]]:
    """The parts of the sources, each with how much of what is said it seems to say."""
    found = []
    values = {one.value for one in said.figures}
    for source in sources:
        parts = [*source.segments]
        is_spread = len(values) > 1 and not any(values <= {one.value for one in part.figures} for part in parts)
        if is_spread or (len(said.years) > 1 and not any(said.years <= part.years for part in parts)):
            parts.append(source.whole)
        before: frozenset[str] = frozenset()
        for own in parts:
            taken_over = 0.5 * len(said.content & before - own.content) if _POINTS & set(own.tokens[:4]) else 0.0
            figures = len(values & {one.value for one in own.figures})
            shared = len(said.content & own.content) + len(said.poles.keys() & own.poles.keys())
            found.append(
                (
                    shared + taken_over + 0.5 * figures + len(said.years & own.years) + len(said.places & own.places),
                    own,
                    source,
                )
            )
            before |= own.content
    return found


def _differs(said: Segment, own: Segment, source: Sentence, around: Segment) -> str:
    if said.offices - source.whole.offices - around.offices:
        return "attribution"
    if is_mixed(said, own, source):
        return "swap"
    if is_turned(said, source):
        return "antonym"
    if is_exchanged(said, own):
        return "reversal"
    return (
        figures_differ(said, own, source, around)
        or places_differ(said, own, source, around)
        or denial_differs(said, own)
        or poles_differ(said, own, source)
        or modality_differs(said, own, source)
        or amounts_differ(said, own, source)
        or cause_differs(said, source)
    )
