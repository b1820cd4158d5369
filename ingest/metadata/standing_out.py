"""What stands out on the first pages by its size, and what of it may be a title."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.metadata.dates import is_date_line
from ingest.metadata.front import Front, Line, is_address, is_addressee, is_contents, is_credit, is_label
from ingest.metadata.kind import is_kind_alone, kind_named
from ingest.metadata.organisations import is_organisation, is_person, is_staff
from ingest.words.characters import squeezed

_SERIES = re.compile(
    r"(?:meld\.? ?st\.?|st\.? ?meld\.?|prop\.|nou|innst\.)\s?\d.*|\(?(?:19|20)\d\d\s?[–-]\s?(?:19|20)?\d\d\)?|"
    r"melding til stortinget|tilråding fra .*|\(?korrigert utgave.*|versjon \S+|utkast.*|vedlegg \d+|\d+[. )]*|"
    r"(?:unntatt|u\.?off).*|medlem av .*|member of .*|faktaboks|ingress|prosjekt\b.*|"
    r"(?:sammendrag|samandrag|forord|innledning|innleiing|hovedfunn|hovudfunn|konklusjon)(?:\s+(?:og|med)\s.*)?",
    re.I,
)
_SALUTATION = re.compile(r"(?:hei|kjære|kjere|god dag|til (?:den|de|alle|rette))\b.*", re.I)
_SMALL_STEP = 1.08  # a size that is more than this of the body's stands out
_ALIKE = 0.06
_NUMBERS = 6
_LARGEST_BODY = 16.0  # points
LONGEST = 250  # characters of a title


@dataclass(frozen=True, slots=True)
class Title:
    """A title with its subtitle, where it was read and whether it is a guess."""

    text: str
    subtitle: str = ""
    origin: str = ""
    guessed: bool = False


def by_size(front: Front) -> Title | None:
    """The largest type on the first page that has any larger than the body's."""
    body = _body(front.lines)
    for page in sorted({line.page for line in front.lines})[:2] if body else ():
        own = [line for line in front.lines if line.page == page]
        if set(front.lines[: front.text_start]).isdisjoint(own) and page > 1:
            break
        groups = _title_groups(own, body)
        if groups and not _recurs(groups, front):
            groups = [group for group in groups if front.sender not in [line.text for line in group]] or groups
            best = max(groups, key=lambda group: (not is_organisation(_joined(group)), round(group[0].size)))
            if is_organisation(_joined(best)) and not kind_named(_joined(best)):
                continue
            under = _group(own, own.index(best[-1]) + 1)
            fits = under and under[0].size > body * _SMALL_STEP and all(may_be(line.text) for line in under)
            subtitle = _joined(under) if fits and not is_organisation(_joined(under)) else ""
            return Title(_joined(best), subtitle, "cover", False)
    return None


def below(title: str, front: Front) -> str:
    """The subtitle: what stands right below the title in a size of its own; "" without sizes."""
    ends = [i for i, line in enumerate(front.lines) if squeezed(title).endswith(squeezed(line.text))]
    end = max(ends, key=lambda i: front.lines[i].size, default=None)
    if end is None or not front.lines[end].size:
        return ""
    group = _group(front.lines, end + 1)
    smaller = group and _body(front.lines) * _SMALL_STEP < group[0].size < front.lines[end].size
    return _joined(group) if smaller and all(may_be(line.text) for line in group) else ""


def may_be(text: str) -> bool:
    """Whether a line may be of a title: no address, label, date, contents line, series or lone word for the kind."""
    bare = text.strip(" *#|")
    return not (
        is_address(bare)
        or is_addressee(bare)
        or is_label(bare)
        or is_date_line(bare)
        or is_contents(bare)
        or is_credit(bare)
        or is_kind_alone(bare)
        or _SERIES.fullmatch(re.sub(r"(?<=\b\w) (?=\w\b)", "", bare))  # letters may be parted: "F O R O R D"
        or _SALUTATION.fullmatch(bare)
        or is_staff(bare)
        or re.search(r"\sv/|^(?:Vi|Jeg|Eg|Me) ", bare)
        or re.match(r"\d+(?:\.\d+)*\.?\s+[A-ZÆØÅ]", bare)
        or sum(c.isalpha() for c in bare) < 3
    )


def _body(lines: list[Line]) -> float:
    """The size that most of the characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.size:
            sizes[round(line.size, 1)] += len(line.text)
    most = max(sizes, key=lambda size: sizes[size], default=0.0)
    if most > _LARGEST_BODY and most == max(sizes) and len(sizes) > 1:  # a cover, with little on it but its title
        del sizes[most]
        most = max(sizes, key=lambda size: sizes[size])
    return most


def _group(lines: list[Line], start: int) -> list[Line]:
    """The lines from `start` on that are set in one size on one page."""
    group = lines[start : start + 1]
    for line in lines[start + 1 : start + 7]:
        if line.page != group[0].page or abs(line.size - group[0].size) > _ALIKE * group[0].size:
            break
        group.append(line)
    return group


def _joined(lines: list[Line]) -> str:
    text = ""
    for line in lines:
        hyphened = text.endswith("-") and line.text[:1].islower() and text[-2:-1].isalpha()
        text = text[:-1] + line.text if hyphened else f"{text} {line.text}"
    return " ".join(text.split()).strip(" *#|")


def _recurs(groups: list[list[Line]], front: Front) -> bool:
    """Whether the largest type is that of headings in the running text too, and so tells no title."""
    largest = max(group[0].size for group in groups)
    alike = [group for group in groups if abs(group[0].size - largest) <= _ALIKE * largest]
    above = front.lines[: front.text_start]
    return len(alike) > 1 and not any(alike[-1][0] is line for line in above)


def _title_groups(lines: list[Line], body: float) -> list[list[Line]]:
    found, i = list[list[Line]](), 0
    while i < len(lines):
        group = _group(lines, i)
        i += len(group)
        kept = [line for line in group if may_be(line.text)]
        if kept and (year := next((line for line in group if re.fullmatch(r"(?:19|20)\d\d", line.text.strip())), None)):
            kept.append(year)  # "Årsrapport" and below it "2020"
        text = _joined(kept)
        chapter = re.match(r"\d+(?:\.\d+)*\.?\s+[A-ZÆØÅ]", text)
        if (
            kept
            and not chapter
            and len(re.findall(r"\d+", text)) < _NUMBERS  # a table
            and kept[0].size > body * _SMALL_STEP
            and 3 < len(text) < LONGEST
            and not is_person(text)
        ):
            found.append(kept)
    return found
