"""How deep headings lie among one another: those of one kind are brought to one level."""

import re
from dataclasses import replace

from ingest.parts import Part, PartKind
from ingest.structure.contents import Known
from ingest.words.headwords import is_recurring

SUB_STUDY = 5  # "Om rapport a) …": a study inside a study
PLAIN = 6  # a line that only its looks make a heading, below all that markup or a contents list names
STRONG = 7  # a line in bold or italics
NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})(\.?)\s+(?!av \d)(?=[^\W\d_]|[«\"(])")
_SERIES = re.compile(r"([A-ZÆØÅ]\w+) (?:\d{1,2}|[A-H])\b")


def levelled_alike(parts: list[Part], known: Known) -> list[Part]:
    """Headings of one kind brought to one level: "Note 2" to that of "Note 1", a study to that of most studies."""
    usual = _usual_study_level(parts)
    listed = _listed_levels(parts, known)
    series: dict[str, int] = {}
    out: list[Part] = []
    for i, part in enumerate(parts):
        level = part.level
        if part.kind is PartKind.HEADING:
            if usual and 0 < level < usual and _owns_recurring(parts, i):
                level = usual
            elif level in listed and part.text not in known and not is_recurring(part.text):
                level = PLAIN
            if match := _SERIES.match(part.text):
                first = series.setdefault(match.group(1), level)
                level = first if level == STRONG else level
        out.append(replace(part, level=level))
    return out


def _listed_levels(parts: list[Part], known: Known) -> set[int]:
    """Heading levels of which the contents list names nearly all: what it leaves out there lies deeper."""
    heads = [p for p in parts if p.kind is PartKind.HEADING and p.level and not is_recurring(p.text)]
    levels = {p.level for p in heads}
    named = {n: [p.text in known for p in heads if p.level == n] for n in levels}
    return {n for n, hits in named.items() if len(hits) >= 5 and sum(hits) / len(hits) > 0.75}


def _owns_recurring(parts: list[Part], i: int) -> bool:
    following = next((parts[j] for j in range(i + 1, len(parts)) if parts[j].kind is PartKind.HEADING), None)
    return following is not None and is_recurring(following.text) and not is_recurring(parts[i].text)


def _usual_study_level(parts: list[Part]) -> int:
    """The heading level that most studies (headings with "Hovedfunn" or the like right below) have; 0 if few do."""
    heads = [i for i, p in enumerate(parts) if p.kind is PartKind.HEADING and 0 < p.level < SUB_STUDY]
    levels = [parts[i].level for i in heads if _owns_recurring(parts, i) and not NUMBER.match(parts[i].text)]
    if len(levels) < 4:
        return 0
    best = max(set(levels), key=levels.count)
    return best if levels.count(best) > len(levels) / 2 else 0
