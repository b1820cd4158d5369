"""Which parts are headings, and how deep: from markup, type size, the contents list, numbers and the words."""

import re
from dataclasses import dataclass, replace

from ingest.parts import Part, PartKind
from ingest.structure.contents import Known
from ingest.structure.forms import (
    OPEN_WORD,
    PART_OF,
    has_address,
    is_capitals,
    is_closed,
    is_number,
    is_publication_line,
    is_sentence,
    says_much_the_same,
)
from ingest.structure.levels import NUMBER, PLAIN, STRONG, SUB_STUDY, levelled_alike
from ingest.structure.repeats import near, without_repeats
from ingest.words.characters import squeezed
from ingest.words.headwords import BACK_MATTER, CONTENTS, is_heading_line, is_preface, is_recurring

_LONGEST = 160
_SIGNER = 80  # characters of a line at the end
_SIGNED = 4  # parts after a greeting that are who signs
_PAGE = re.compile(r"(?:side|page) \d+ ?(?:av|of|/) ?\d+", re.I)
_GREETING = re.compile(
    r"(?:med )?(?:(?:vennlig|vennleg|beste?) )?(?:hilsen|helsing)(?:ar|er)?\b.{0,40}|mvh\b.{0,40}", re.I
)
_HEAD = re.compile(  # what stands in a letter's head or foot
    r"(?:deres|dykkar|vår) ref\b.*|(?:telefon|tlf|org\.? ?nr|e-post|postadresse|besøksadresse)\b[^a-zæøå]*", re.I
)
_LEVEL_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's place: `depth` by its number (0 without one), `rank` by looks or markup, and what it is."""

    title: str
    rank: int
    depth: int = 0
    recurring: bool = False
    outermost: bool = False


def place_of(part: Part, known: Known, numbered: bool) -> Heading:
    """How deep the heading `part` lies; `numbered` says that the document numbers its chapters."""
    title = part.text
    number = NUMBER.match(title)
    depth = number.group(1).count(".") + 1 if number and numbered else 0
    entry = known.find(title)
    rank = part.level or PLAIN
    if entry and entry.level and not depth:
        rank = entry.level if rank >= PLAIN else max(rank, entry.level)
    recurring = is_recurring(title) and not depth
    if entry and entry.title[:1].isdigit() and not title[:1].isdigit():
        entry = None
    outermost = bool(BACK_MATTER.fullmatch(title)) or (numbered and entry is not None and entry.level == 1)
    return Heading(title, rank, depth, recurring, outermost)


def tidy_headings(parts: list[Part], known: Known, publisher: str) -> list[Part]:
    """The parts with headings that are none (dates, names, torn sentences) made text again, or noise."""
    out: list[Part] = []
    signed = -_SIGNED - 1
    for i, part in enumerate(parts):
        if _GREETING.fullmatch(part.text):
            signed = i
        elif BACK_MATTER.fullmatch(part.text) or is_recurring(part.text) or NUMBER.match(part.text):
            signed = -_SIGNED - 1  # what comes behind the letter
        after = next((p for p in parts[i + 1 : i + 4] if p.kind is not PartKind.NOISE), None)
        if (
            part.kind is PartKind.TEXT
            and part.strong
            and not is_closed(part.text)
            and _is_of_chart(parts[i + 1 : i + 2])
        ):
            out.append(replace(part, kind=PartKind.CAPTION))
        elif part.kind is not PartKind.HEADING:
            out.append(part)
        elif part.text not in known and (i - signed <= _SIGNED or _HEAD.fullmatch(part.text)):
            out.append(replace(part, kind=PartKind.TEXT, level=0))
        elif part.text not in known and _is_of_chart(parts[i + 1 : i + 2]):
            out.append(replace(part, kind=PartKind.CAPTION, level=0))
        else:
            out.append(_reconsidered(part, after, known, publisher))
    return out


def _is_of_chart(following: list[Part]) -> bool:
    """True where a chart's values come next: what stands right above them is its title."""
    return any(
        p.kind is PartKind.NOISE and len(p.text.split()) > 2 and sum(map(is_number, p.text.split())) > 2
        for p in following
    )


def _reconsidered(part: Part, after: Part | None, known: Known, publisher: str) -> Part:
    text = part.text
    if _LEVEL_NUMBER.fullmatch(text) and after is not None and after.kind is not PartKind.TEXT:
        return replace(part, kind=PartKind.NOISE)
    if part.text in known or is_recurring(text):
        return part
    if CONTENTS.fullmatch(text) or _PAGE.fullmatch(text) or (len(text) > 3 and squeezed(text) in squeezed(publisher)):
        return replace(part, kind=PartKind.NOISE)
    if (
        is_capitals(text)
        and len(text.split()) == 1
        and not is_preface(text)
        and after is not None
        and not after.text[:1].islower()
    ):
        return replace(part, kind=PartKind.TEXT, level=0)
    if is_publication_line(text) or has_address(text) or len(text) > 2 * _LONGEST:
        return replace(part, kind=PartKind.TEXT, level=0)
    if is_number(text) or not any(c.isalpha() for c in text):
        return part  # joined with what follows, or made noise, later on
    number = NUMBER.match(text)
    if is_sentence(text) and not text.endswith("?"):
        if number and number.group(2):
            return replace(part, kind=PartKind.ITEM, level=0, marker=f"{number.group(1)}.", text=text[number.end() :])
        return replace(part, kind=PartKind.TEXT, level=0)
    lead = text.endswith(":") and after is not None and after.kind is PartKind.ITEM
    torn = text[-1] in "-,\u2010" or (after is not None and after.text[:1].islower() and len(text.split()) > 4)
    if lead or torn:
        return replace(part, kind=PartKind.TEXT, level=0)
    return part


def without_echoes(parts: list[Part]) -> list[Part]:
    """The parts with titles that stand again a little after themselves made noise: call-outs, heads over a page.

    What follows such a title belongs to the section that it cut in two.
    """
    out: list[Part] = []
    for part in parts:
        out.append(replace(part, kind=PartKind.NOISE) if _is_echo(part, out) else part)
    return out


def _is_echo(part: Part, out: list[Part]) -> bool:
    """True where the title is one of the last two's and nothing but its siblings stand in between."""
    title = part.text
    if part.kind not in (PartKind.HEADING, PartKind.TEXT) or not 20 <= len(title) < _LONGEST or is_recurring(title):
        return False
    heads = [p for p in out[-25:] if p.kind is PartKind.HEADING][-2:]
    same = [i for i, p in enumerate(heads) if 0 < p.level < PLAIN and squeezed(p.text) == squeezed(title)]
    if not same or (out[-1].kind is PartKind.HEADING and part.kind is PartKind.HEADING):
        return False
    level = heads[same[-1]].level
    return part.level in (0, level) and all(p.level >= level for p in heads[same[-1] :])


def promote(parts: list[Part], known: Known) -> list[Part]:
    """The parts with those lines made headings that nothing but words, looks and the contents list show to be."""
    marked = sum(1 for p in parts if p.kind is PartKind.HEADING)
    plain = marked < 2 and len(parts) > 6
    out: list[Part] = []
    for i, part in enumerate(parts):
        before = near(out[-4:], last=True)
        after = near(parts[i + 1 : i + 5])
        listed = not plain and any(map(_is_numbered_item, parts[max(0, i - 1) : i] + parts[i + 1 : i + 2]))
        out.append(part if listed and _is_numbered_item(part) else _promoted(part, before, after, known, plain))
    return levelled_alike(without_repeats(_without_signers(out) if plain else out, known), known)


def _without_signers(parts: list[Part]) -> list[Part]:
    """The parts with bare lines at the end that say nothing of what stands below made text: who signs, and for whom."""
    at = len(parts)
    while at and len(parts[at - 1].text) < _SIGNER and not is_closed(parts[at - 1].text):
        at -= 1
    if sum(1 for part in parts[at:] if part.kind is PartKind.HEADING) < 2:
        return parts
    signers = [replace(p, kind=PartKind.TEXT, level=0) if p.kind is PartKind.HEADING else p for p in parts[at:]]
    return [*parts[:at], *signers]


def _is_numbered_item(part: Part) -> bool:
    """True for a point with a number: among others of its kind a list's, though it may repeat the chapters."""
    return part.kind is PartKind.ITEM and part.marker[:1].isdigit()


def _promoted(part: Part, before: Part | None, after: Part | None, known: Known, plain: bool) -> Part:
    text = _full(part)
    if part.kind is PartKind.ITEM and part.marker[:1].isdigit():
        numbered = text in known or (plain and _is_numbered_heading(part, before, after))
        return replace(part, kind=PartKind.HEADING, text=text, marker="", level=1) if numbered else part
    if part.kind is not PartKind.TEXT:
        return part
    if (entry := known.find(text)) is not None and len(text) > 4:
        named = plain or not entry.title[:1].isdigit() or text[:1].isdigit() or len(text) > 20
        return replace(part, kind=PartKind.HEADING) if named else part
    if is_heading_line(text) and not is_number(text):
        return replace(part, kind=PartKind.HEADING)
    if not _could_be_heading(text, after, strong=part.strong):
        return part
    if part.strong and after is not None and not after.strong:
        subtitle = (
            before is not None
            and before.kind is PartKind.HEADING
            and not is_recurring(before.text)
            and says_much_the_same(text, before.text)
        )
        return part if subtitle else replace(part, kind=PartKind.HEADING, level=STRONG)
    if plain and (before is None or before.kind is not PartKind.TEXT or _has_ended(before.text)):
        return replace(part, kind=PartKind.HEADING, level=STRONG if part.strong else _plain_level(text, known))
    return part


def _has_ended(text: str) -> bool:
    """True where a new line may begin something new: after a full stop, or a long paragraph that lacks one."""
    return is_closed(text) or (len(text) > 60 and not OPEN_WORD.search(text))


def _full(part: Part) -> str:
    """The text with a list item's number before it, as a heading has it."""
    return f"{part.marker} {part.text}" if part.marker[:1].isdigit() else part.text


def _plain_level(text: str, known: Known) -> int:
    """A bare line in a document without a contents list heads a study, in one with such a list something below."""
    if PART_OF.match(text):
        return SUB_STUDY
    return PLAIN if known else 2


def _is_numbered_heading(part: Part, before: Part | None, after: Part | None) -> bool:
    if before is not None and before.text.endswith(":"):
        return False
    alone = all(p is None or p.kind is not PartKind.ITEM or not p.marker[:1].isdigit() for p in (before, after))
    return alone and len(part.text) < 90 and not is_closed(part.text) and part.text[:1].isupper() and after is not None


def _could_be_heading(text: str, after: Part | None, *, strong: bool) -> bool:
    if not text or len(text) > _LONGEST or after is None or is_publication_line(text) or has_address(text):
        return False
    begins = text[0].isupper() or text[0].isdigit() or text[0] in '§«"'
    if not begins or sum(c.isalpha() for c in text) < (3 if strong else 4):
        return False
    if any(t[-1] in ".;,:-…" for t in (text, text.partition(" (")[0])) or OPEN_WORD.search(text) or is_number(text):
        return False
    if (text[0] in '«"' and is_sentence(text)) or _GREETING.fullmatch(text):
        return False
    if after.kind is PartKind.TEXT:
        return len(after.text) >= 60 or after.text[:1].isupper()
    return after.kind in (PartKind.ITEM, PartKind.TABLE, PartKind.HEADING, PartKind.CAPTION)
