"""Whether what is said keeps together what the source says together, and says nothing in words that are new to it."""

from collections.abc import Sequence

from assistant.language.detect import detect_language
from assistant.writing.claims.lexicon import is_content, key_of, kinds
from assistant.writing.claims.segments import Segment, Sentence

_PREFIXES = ("u", "mis", "in", "im", "dis", "un", "non")
_SHORT = 4  # letters of words that are helped out with: gav, blei, vart
_ALIKE = 4  # letters at the beginning of two forms or compounds of one word
_SUBJECT = 2  # words at the beginning of a part in which what it is about stands
_WAYS = {"fra": "fra", "frå": "fra", "from": "fra", "til": "til", "av": "av", "by": "av", "under": "under"}


def is_mixed(said: Segment, own: Segment, source: Sentence) -> bool:
    """Whether it takes what another part of the sentence tells for what this one does: neither within it nor all of it.

    A part that leaves out what it is about takes that over from those before it.
    """
    if own.text == source.whole.text or not own.content:
        return False
    known = said.content & source.whole.content
    if known <= own.content or own.content <= said.content:
        return False
    is_begun = next((key_of(word) for word in own.tokens if is_content(word)), "") in said.content
    if _has_its_figures(said, own) and (is_begun or own.is_elliptic) and len(own.content - said.content) <= 1:
        return False
    subjects = {key_of(word) for part in source.segments for word in part.tokens[:_SUBJECT] if is_content(word)}
    return not (is_begun and known - subjects <= own.content)


def _has_its_figures(said: Segment, own: Segment) -> bool:
    """Whether figures or years name the part that is meant."""
    mine, its = ({*(one.value for one in part.figures), *part.years} for part in (said, own))
    return bool(mine) and mine <= its


def is_turned(said: Segment, source: Sentence) -> bool:
    """Whether a word is the source's with a prefix that reverses it, or without: nyttig, unyttig."""
    mine, its = (set(one.tokens) for one in (said, source.whole))
    return any(
        f"{prefix}{word}" in others - own
        for own, others in ((mine, its), (its, mine))
        for word in own - others
        for prefix in _PREFIXES
        if len(word) > _SHORT
    )


def is_exchanged(said: Segment, own: Segment) -> bool:
    """Whether two have changed places: who gives for who gets, where something comes from for where it goes."""
    mine, its = _ways(said), _ways(own)
    shared = [key for key in mine if key in its and mine[key] != its[key]]
    return any(mine[one] == its[other] and mine[other] == its[one] for one in shared for other in shared)


def has_new_words(said: Segment, sources: Sequence[Segment], around: Segment) -> bool:
    """Whether a content word is none of the sources', in a sentence of their language.

    Forms and compounds of one word begin alike. What names a pole is held against the source's own by another rule.
    """
    if detect_language(said.text) != detect_language(" ".join(one.text for one in sources)):
        return False
    known = around.content.union(*(one.content for one in sources))
    begin = {word[:_ALIKE] for one in (*sources, around) for word in one.tokens if len(word) >= _ALIKE}
    return any(
        is_content(word)
        and len(word) > _SHORT
        and key_of(word) not in known
        and word[:_ALIKE] not in begin
        and not kinds(word, "pole")
        for word in said.tokens
    )


def _ways(segment: Segment) -> dict[str, str]:
    """The preposition before each content word, "" where there is none."""
    before = ("", *segment.tokens[:-1])
    found: dict[str, str] = {}
    for way, word in zip(before, segment.tokens, strict=True):
        if is_content(word):
            found.setdefault(key_of(word), _WAYS.get(way, ""))
    return found
