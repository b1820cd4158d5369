"""The first pages of a document as lines: letter heads read, running text found, what is no title set apart."""

import re
from dataclasses import dataclass, field
from itertools import takewhile

from ingest.metadata.dates import is_date_line
from ingest.metadata.organisations import is_of_document, is_organisation
from ingest.words.characters import squeezed

_LABELS = {
    "to": r"til|to|mottaker|mottakar",
    "from": r"fra|frå|from|avsender|avsendar|navn på høringsinstans|høringsinstans|innsender",
    "date": r"dato|vår dato|date|sendt|sent|utgitt|utgjeve|publisert|published",
    "subject": r"sak|emne|tema|vedr\.?|vedrørende|vedrørande|gjelder|gjeld|subject|tittel",
    "publisher": r"utgiver|utgivar|utgjevar|utgitt av|utgjeve av|publisert av|published by|publisher|"
    r"ansvarlig utgiver|departement",
    "client": r"oppdragsgiver|oppdragsgivar|på oppdrag (?:fra|frå|for|av)|commissioned by",
    "other": r"(?:vår |deres |dykkar |our |your )?ref(?:eranse)?\.?(?: \([\w]+\))?|(?:vår )?saksbehandl(?:er|ar)|"
    r"saksbeh\.?|"
    r"kopi(?: til)?|saksnr\.?|saksnummer|arkivkode|arkivsak(?:-dok\.?)?|arkiv|dok(?:ument)?\.?\s?nr\.?|avdeling|"
    r"ansvarlig|politisk ansvarlig|org\.?\s?nr\.?|organisasjonsnummer|telefon(?:nr\.?)?|tlf\.?|e-?post(?:adresse)?|"
    r"epostadresse|telefaks|faks|medlemsnummer|deres dato|dykkar dato|besøksadresse|postadresse|kontaktperson|"
    r"e-post avsender|prosjektled(?:er|ar)|prosjektleiar|forfatter(?:e)?|redaktør|kommentar|att\.?|"
    r"møtedato|saknr|behandlet av",
}
_ANY = "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
_LABEL = re.compile(rf"(?:^|(?<=\s))(?:{_ANY})\s*:\s*", re.I)
_BARE = re.compile(rf"(?:{_ANY})\s*:?", re.I)
_NEEDS_COLON = frozenset({"subject", "publisher", "client"})
_LONG_LINE = 55
_MOST_HEAD = 45  # lines
_MOST_ADDRESS = 5

_ADDRESS = re.compile(
    r"(?:post)?boks\s\d+|\bPB\s\d+|^\d{4}\s[A-ZÆØÅ][\w -]+$|,\s?\d{4}\s[A-ZÆØÅ]|\[(?:e-post|telefon|navn)\]|@|"
    r"www\.|https?://|^[\w-]+\.(?:no|com|org)$|\+47|^(?:tlf|telefon|org\.?\s?nr)|^(?=(?:.*\d){3})[\d\s+()/.:-]+$|^side\s\d+|^\W*$|"
    r"\b\w+(?:gata|gate|veien|vegen|vei|veg|plass|allé)\s\d+|^sendt\s|^att[.:]|^v/\s?|^\d\d/\d+|^unntatt|^ISBN|^ISSN",
    re.I,
)
_REACHED = re.compile(r"@|org\.?\s?nr|organisasjonsnummer", re.I)
_ADDRESSEE = re.compile(r"(?:til:?\s|to:?\s)", re.I)
_CONTENTS = re.compile(r"(?:innhold|innhald|innholdsfortegnelse|innhaldsliste|contents|table of contents)\W*", re.I)
_LEADERS = re.compile(r"\.{4,}|_{4,}")
_AUTHOR = re.compile(r"(?:av|by|forfattere?|redaktør|foto|illustrasjon|design|trykk|opplag)[:\s]", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the first pages; `size` in points (0 where that is not known), `strong` for bold type."""

    text: str
    size: float = 0.0
    page: int = 1
    strong: bool = False


@dataclass(slots=True)
class Front:
    """The first lines, what their letter head says, and where it and the running text begin and end."""

    lines: list[Line]
    fields: dict[str, str] = field(default_factory=dict)
    head_end: int = 0  # the first line after addresses, labels and date
    text_start: int = 0  # the first line of running text, or of the contents list

    @property
    def sender(self) -> str:
        """What stands first, where the lines below it are how to reach it: a letterhead; "" elsewhere."""
        first = self.texts[0] if self.texts else ""
        below = list(takewhile(lambda text: is_address(text) and not is_label(text), self.texts[1:_MOST_ADDRESS]))
        reached = [i for i, text in enumerate(below) if _REACHED.search(text)]
        if not reached or is_of_document(first) or is_label(first):
            return ""
        later = self.texts[1 + len(below) : self.head_end]  # else it may be the receiver's address that comes first
        another = any(is_organisation(text) or (is_address(text) and not is_label(text)) for text in later)
        return first if reached[0] == 0 or "to" in self.fields or another else ""

    @property
    def texts(self) -> list[str]:
        """The lines' words."""
        return [line.text for line in self.lines]


def front_of(lines: list[Line]) -> Front:
    """The lines of the first pages, understood."""
    lines = [line for line in lines if squeezed(line.text)]
    front = Front(lines)
    front.text_start = _text_start(front.texts)
    last = _take_fields(front)
    for i, text in enumerate(front.texts[: min(front.text_start, _MOST_HEAD)]):
        if is_address(text) or is_date_line(text) or is_addressee(text):
            last = max(last, i)
    front.head_end = last + 1
    return front


def _text_start(texts: list[str]) -> int:
    """Where running text begins; a few words on the sender that stand above the date are none."""
    start = next((i for i in range(len(texts)) if _is_running(texts, i)), len(texts))
    if start < 3:
        dated = next((i for i, text in enumerate(texts[:12]) if i > start and is_date_line(text)), None)
        if dated is not None:
            return next((i for i in range(dated + 1, len(texts)) if _is_running(texts, i)), len(texts))
    return start


def is_address(text: str) -> bool:
    """Whether the line is of an address, a number or another such thing that heads letters."""
    return len(text) < 130 and bool(_ADDRESS.search(text.strip()))


def is_addressee(text: str) -> bool:
    """Whether the line says whom a letter is to."""
    return len(text) < 90 and bool(_ADDRESSEE.match(text)) and not _LABEL.match(text)


def is_label(text: str) -> bool:
    """Whether the line begins with a label of a letter head or colophon."""
    return bool(_LABEL.match(text.strip()) or _BARE.fullmatch(text.strip()))


def is_contents(text: str) -> bool:
    """Whether a contents list begins with the line, or it is a line of one."""
    return bool(_CONTENTS.fullmatch(text.strip()) or _LEADERS.search(text))


def is_credit(text: str) -> bool:
    """Whether the line says who wrote, drew or printed it."""
    return bool(_AUTHOR.match(text.strip()))


def _is_running(texts: list[str], i: int) -> bool:
    """Whether running text begins with line `i`: three long lines, one beyond any title, or a sentence."""
    text = texts[i]
    if is_contents(text):
        return True
    if is_label(text) or is_address(text):
        return False
    if len(text) > 220 or (text.rstrip().endswith(".") and len(text.split()) >= 9):
        return True
    block = texts[i : i + 3]
    return len(block) == 3 and all(len(t) >= _LONG_LINE and not is_label(t) and not is_address(t) for t in block)


def _take_fields(front: Front) -> int:
    """Read the letter head into `fields`; the number of the last line of it, -1 where there is none."""
    last, waiting, values = -1, list[str](), list[str]()
    for i, text in enumerate(front.texts[: min(front.text_start + 1, _MOST_HEAD)]):
        found = _labelled(text)
        if found:
            if values:
                _settle(front, waiting, values)
                waiting, values = [], []
            for name, value in found:
                if value:
                    front.fields.setdefault(name, value)
                    waiting = []
                else:
                    waiting.append(name)
            last = i
        elif waiting and len(values) < len(waiting):
            values.append(text)
            if len(values) == len(waiting):
                last = max(last, _settle(front, waiting, values, i))
                waiting, values = [], []
    return last


def _settle(front: Front, names: list[str], values: list[str], last: int = -1) -> int:
    """Give labels that stand in a column of their own the values of the column beside it, where the date fits."""
    dated = next((n for n, value in enumerate(values) if is_date_line(value, labelled=True)), None)
    fits = dated is not None and dated < len(names) and names[dated] == "date"
    if dated is not None and not fits:
        front.fields.setdefault("date", values[dated])
        return -1
    if len(names) == 1 or fits:
        for name, value in zip(names, values, strict=False):
            front.fields.setdefault(name, value)
    else:
        return -1  # labels and values do not match: a value may be missing, and the next line be no value
    return last - 1 if names[-1:] == ["subject"] else last


def _labelled(text: str) -> list[tuple[str, str]]:
    """The labels of a line with their values: "Til: A Fra: B" has two; none where it begins with no label."""
    text = text.strip()
    if (bare := _BARE.fullmatch(text)) and (text.endswith(":") or (bare.lastgroup or "") not in _NEEDS_COLON):
        return [(bare.lastgroup or "other", "")]
    found = list(_LABEL.finditer(text))
    if not found or found[0].start():
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [(m.lastgroup or "other", text[m.end() : end].strip()) for m, end in zip(found, ends, strict=True)]
