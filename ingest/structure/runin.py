"""Titles set in one paragraph with the text below them, where a file has lost the line breaks between.

"… justeringer i 2019. Kartlegging av tiltak På oppdrag fra IMDi har …": a phrase without a verb, and in the middle
of the sentence a capital letter that only the beginning of another sentence explains. Looked for only in documents
whose studies would otherwise have no titles.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from assistant.models import SectionKind
from ingest.parts import Part, PartKind, sliced
from ingest.structure.forms import OPEN_WORD, PART_OF, is_address
from ingest.words.characters import squeezed
from ingest.words.headwords import is_recurring, kind_of

STUDY_LEVEL, SUB_LEVEL = 2, 5
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VERBS = frozenset(
    (
        "er var har hadde blir ble blei vart kan kunne skal skulle vil ville må måtte bør burde får fikk gir "
        "ga går gikk viser viste mener mente finnes fins gjør gjorde tar tok ser så kommer kom står sto "
        "ligger sier sa omfatter handler bygger bidrar utgjør gjelder inngår følger peker anbefaler anbefales "
        "foreslår foreslås beskriver presenterer undersøker inneholder innebærer betyr brukes kreves deltar "
        "deltok arbeider trenger ønsker opplever oppgir svarer svarte gjennomfører gjennomførte utarbeider "
        "brukte avsluttes prøves sees varer tyder fremstår planlegges vurderes leverte identifiserte påvirker "
        "dekket kartlegger konkluderer konkluderes blitt vært is are was were has have shows can will kjem "
        "syner skil"
    ).split()
)
_OPENERS = re.compile(
    r"(?:På (?:oppdrag|bestilling|vegne|bakgrunn)|I (?:19|20)\d\d\b|Som (?:ledd|del|et|en)\b|Fra (?:19|20)\d\d\b|"
    r"Basert på|"
    r"(?:Formålet|Hensikten|Målet|Føremålet) med|Den(?:ne)? \w+|Det(?:te)? \w+|De \w+|(?:Undersøkelsen|Rapporten|"
    r"Prosjektet|"
    r"Studien|Evalueringen|Kartleggingen|Undersøkinga|Oppdraget) \w+)"
)
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class _Words:
    """How often each word stands in lower case in the document, and the titles that are known."""

    lower: Counter[str]
    titles: frozenset[str]


def split_titles(parts: list[Part]) -> list[Part]:
    """The parts with titles that run into paragraphs made headings, where the document needs them."""
    if not _needs_titles(parts):
        return parts
    words = _Words(_lower_case(parts), frozenset(_bare(p.text) for p in parts if p.kind is PartKind.HEADING))
    out: list[Part] = []
    for part in parts:
        out += _split(part, words) if part.kind in (PartKind.TEXT, PartKind.ITEM) and len(part.text) > 60 else [part]
    return out


def _needs_titles(parts: list[Part]) -> bool:
    """True where "Hovedfunn" comes again and again with no study's heading in between."""
    orphans, findings, since = 0, 0, True
    for part in parts:
        if part.kind is not PartKind.HEADING:
            continue
        if not is_recurring(part.text):
            since = True
        elif kind_of(part.text) is SectionKind.FINDINGS:
            findings += 1
            orphans += not since
            since = False
    return findings >= 4 and orphans > findings / 2


def _lower_case(parts: list[Part]) -> Counter[str]:
    return Counter(w for p in parts for w in _WORD.findall(p.text) if w.islower())


def _bare(title: str) -> str:
    return squeezed(re.sub(r"^\d{1,2}\.?\s+", "", title))


def _split(part: Part, words: _Words) -> list[Part]:
    """The part cut before and after each title in it."""
    tokens = [(m.start(), m.group()) for m in _TOKEN.finditer(part.text)]
    found = _titles(part.text, tokens, words)
    if not found:
        return [part]
    pieces: list[Part] = []
    at = 0
    for start, end in found:
        if part.text[at:start].strip():
            pieces.append(sliced(part, at, start))
        level = SUB_LEVEL if PART_OF.match(part.text[start:end]) else STUDY_LEVEL
        pieces.append(replace(sliced(part, start, end), kind=PartKind.HEADING, level=level, marker=""))
        at = end
    rest = sliced(part, at)
    return [*pieces, replace(rest, kind=PartKind.TEXT, marker="")] if rest.text else pieces


def _titles(text: str, tokens: list[tuple[int, str]], words: _Words) -> list[tuple[int, int]]:
    """Where titles begin and end in the text."""
    breaks = [
        i
        for i, (start, _) in enumerate(tokens)
        if _may_begin(text, tokens, i, words) or _bare(text[:start]) in words.titles
    ]
    found: list[tuple[int, int]] = []
    done = -1
    for i in breaks:
        if i < done:
            continue
        end = next((j for j in breaks if j > i and _is_title(text, tokens, i, j, words)), None)
        if end is not None:
            found.append((tokens[i][0], tokens[end][0]))
            done = end
    return found


def _may_begin(text: str, tokens: list[tuple[int, str]], i: int, words: _Words) -> bool:
    """True where a sentence or title may begin: at the start, after a full stop, or at an unexplained capital."""
    word = tokens[i][1].lstrip('«"(')
    if i == 0:
        return True
    before = tokens[i - 1][1]
    if not word[:1].isupper():
        return word[:1].isdigit() and before[-1] in ".!?" and word.isdigit()
    if before[-1] in ".!?" or is_address(before):
        return True
    if before[-1] in ",:;)/–-" or OPEN_WORD.search(before) or not before[-1].isalnum():
        return False
    plain = "".join(_WORD.findall(word)[:1])
    if len(plain) < 2:
        return bool(_OPENERS.match(text[tokens[i][0] :]))
    return words.lower[plain.lower()] > 0 or _heads_clause(tokens, i)


def _heads_clause(tokens: list[tuple[int, str]], i: int) -> bool:
    """True for a name with its verb close behind: "NIBR har", "Rambøll, med … som underleverandør, har"."""
    reach = 8 if tokens[i][1].endswith(",") else 3
    return any(t in _VERBS for _, t in tokens[i + 1 : i + 1 + reach])


def _is_title(text: str, tokens: list[tuple[int, str]], i: int, j: int, words: _Words) -> bool:
    """True where tokens `i` to `j` are a title and a sentence begins at `j`."""
    title = text[tokens[i][0] : tokens[j][0]].strip()
    if not 12 <= len(title) <= _LONGEST or not (title[0].isupper() or title[0].isdigit() or title[0] in "«"):
        return len(title) >= 6 and _is_chapter(title)
    said = [t.strip('.,:;!?«»()"') for _, t in tokens[i:j]]
    if _bare(title) in words.titles or _is_chapter(title):
        return True
    rest = text[tokens[j][0] : tokens[j][0] + 60]
    if title.endswith("?"):
        return i == 0 and _verbless_opening(title) and _starts_sentence(tokens, j, rest)
    if title[-1] in ".,:;!" or OPEN_WORD.search(title) or len(said) < 3 or title[0].isdigit():
        return False
    if re.match(r"(?:[A-Z]\.? |[A-Z]\)|En |Et |Ei |Både )", title) or title.count("(") != title.count(")"):
        return bool(PART_OF.match(title))
    own = said if "." not in title else list(re.split(r"\W+", title.rpartition(". ")[2]))
    if (
        any(w.lower() in _VERBS for w in said)
        or not any(w[:1].islower() and w not in ("og", "and", "med") and len(w) > 1 for w in said)
        or not own
    ):
        return False
    return _starts_sentence(tokens, j, rest)


def _starts_sentence(tokens: list[tuple[int, str]], j: int, rest: str) -> bool:
    return bool(_OPENERS.match(rest)) or _heads_clause(tokens, j)


def _verbless_opening(title: str) -> bool:
    """True for "Flere bosatt raskere. Hvordan fikk kommunene det til?": a title, and a question that explains it."""
    first, _, question = title.partition(". ")
    return bool(question) and not any(w.lower() in _VERBS for w in _WORD.findall(first)) and len(question.split()) < 12


def _is_chapter(title: str) -> bool:
    """True for a number and a phrase without a verb: "2 Kvalifisering og arbeidsliv"."""
    match = re.fullmatch(r"\d{1,2} ([A-ZÆØÅ][^.!?;:]{3,70})", title)
    return bool(match) and not any(w.lower() in _VERBS for w in _WORD.findall(title)) and not OPEN_WORD.search(title)
