"""What a report is called, from when and whom: from the file's own properties, its first page and its name."""

import re
from dataclasses import dataclass

from assistant.models import Report, ReportKind

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_OUT = re.compile(r"(?:utgitt|utgjeve|publisert|published|dato|oslo,?)\s*:?[^\n]{0,30}?((?:19|20)\d\d)", re.I)
_KINDS: tuple[tuple[ReportKind, str], ...] = (
    (ReportKind.ANNUAL, r"årsrapport|årsmelding|årsberetning|annual report|årsmeldinga"),
    (ReportKind.EVALUATION, r"evaluering|følgeevaluering|midtveisevaluering|evaluation"),
    (
        ReportKind.REVIEW,
        r"kunnskapsoversikt|kunnskapsoppsummering|systematisk oversikt|kunnskapsstatus|litteraturgjennomgang|"
        r"kunnskapsgrunnlag|research review|systematic review",
    ),
    (ReportKind.SURVEY, r"\w*undersøkelse\w*|\w*undersøking\w*|\w*barometer\w*|\w*kartlegging\w*|survey|levekår"),
    (ReportKind.RESEARCH, r"fou|forsknings|rapport \d|research|forsking"),
    (ReportKind.LETTER, r"(?:supplerende )?tildelings(?:brev|skriv)|oppdragsbrev"),
    (ReportKind.LAW, r"(?:lov|forskrift) om\b"),
)
# Words of one language alone: "i", "for", "by", "to" and their like mean something in the others too.
_TELLING = {
    "nb": frozenset(
        "ikke jeg fra et ble hvor hva hvordan noen mer være dem hun deres hvis slik hver mye også bare".split()
    ),
    "nn": frozenset(
        "ikkje eg frå eit vart blei kvar kva korleis nokon nokre meir vere dei deira slik kvart mykje berre ein".split()
    ),
    "en": frozenset(
        "the of and is was were with that this are from which have has been their not they would these".split()
    ),
}
_PUBLISHER = re.compile(
    r"(?:(?<![\w-])[A-ZÆØÅ][\w-]{0,40}(?: og [\w-]{1,40}){0,3})?(?:direktoratet|departementet|instituttet|"
    r"tilsynet|etaten|sentralbyrå|universitetet)\b(?: for [\w, -]{3,50})?|"
    r"\b(?:Fafo|NIBR|NOVA|NORCE|SSB|NTNU|OsloMet|Rambøll|IMDi|UDI|Bufdir|Oxford Research|Proba|Ideas2evidence|"
    r"FHI|ISF|Agenda Kaupang|Econ|SINTEF)\b"
)
_NO_TITLE = re.compile(
    r"(?:untitled|uten navn|microsoft word|document\d*|dokument\d*|presentasjon|.*\.(?:docx?|pdf|indd|pptx?))\b.*", re.I
)
_SMALL = frozenset("og i på for av til med om som en et ei eit and of the in for".split())
_SPELLING = (
    ("fou", "FoU"),
    ("arsrapport", "årsrapport"),
    ("undersokelse", "undersøkelse"),
    ("arsmelding", "årsmelding"),
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself; empty where it says nothing.

    `author` and `year` (of the file, that may be younger than its text) are what properties hold; `publisher`,
    `published` (a year), `kind` and `digest_of` are stated in so many words, and so never guessed.
    """

    title: str = ""
    author: str = ""
    year: int | None = None
    language: str = ""
    pages: int | None = None
    publisher: str = ""
    published: int | None = None
    kind: ReportKind | None = None
    digest_of: str | None = None


def describe(document: str, properties: Properties, front: list[str], body: str) -> Report:
    """The report's particulars. `front` are the first lines of the text, headings first; `body` all of it.

    Whatever is not stated in the file (properties or first page) is named in `guessed`.
    """
    title, title_guessed = _title(document, properties, front)
    year, year_guessed = _year(document, title, properties, front)
    publisher, publisher_guessed = _publisher(properties, front, body)
    kind, kind_guessed = (properties.kind, False) if properties.kind else _kind(document, title, front)
    language = properties.language if properties.language in _TELLING else detect_language(body)
    guesses = {
        "title": title_guessed,
        "year": year_guessed and year is not None,
        "publisher": publisher_guessed and publisher is not None,
        "kind": kind_guessed,
        "language": not properties.language,
    }
    guessed = tuple(name for name, is_guess in guesses.items() if is_guess)
    return Report(
        document, title, year, publisher, kind, language, properties.pages, guessed, digest_of=properties.digest_of
    )


def detect_language(text: str) -> str:
    """ "nb", "nn" or "en": the language whose own small words (those of no other) come most often; "nb" in doubt."""
    words = re.findall(r"[^\W\d_]+", text[:400_000].lower())
    counts = {language: sum(1 for w in words if w in own) for language, own in _TELLING.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > counts["nb"] else "nb"


def _title(document: str, properties: Properties, front: list[str]) -> tuple[str, bool]:
    stated = properties.title.strip()
    if len(stated) > 3 and any(c.isalpha() for c in stated) and not _NO_TITLE.fullmatch(stated):
        return stated, False
    named = set(re.findall(r"[a-z0-9]{3,}", _folded(document)))
    for line in front[:12]:
        words = set(re.findall(r"[a-z0-9]{3,}", _folded(line)))
        if (
            4 < len(line) < 140
            and not line.rstrip().endswith((".", ":", ";"))  # a sentence that shares a word with the file's name
            and len(named & words) >= max(1, len(named) // 2)
            and _YEAR.findall(line) == _YEAR.findall(document)
        ):
            return line.strip(" *#"), False
    spoken = _spoken(document)
    if _YEAR.search(document) and len(named) > 1:
        return spoken, True
    heading = next((line for line in front[:6] if 8 < len(line) < 140 and " " in line.strip()), "")
    return (heading, True) if heading else (spoken, True)


def _folded(text: str) -> str:
    return text.lower().replace("å", "a").replace("ø", "o").replace("æ", "ae").replace("-", " ").replace("_", " ")


def _spoken(document: str) -> str:
    """A file's name as a title: "fou-2018" becomes "FoU 2018"."""
    text = re.sub(r"[-_.]+", " ", document).strip()
    for plain, spelled in _SPELLING:
        text = re.sub(rf"\b{plain}", spelled, text, flags=re.I)
    return text[:1].upper() + text[1:] if text else document


def _year(document: str, title: str, properties: Properties, front: list[str]) -> tuple[int | None, bool]:
    if properties.published:
        return properties.published, False
    if found := _YEAR.findall(title):
        return int(found[-1]), "title" not in title and not any(
            found[-1] in line for line in front[:15]
        ) and not properties.title
    if out := _OUT.search("\n".join(front[:40])):
        return int(out.group(1)), False
    if found := _YEAR.findall(document):
        return int(found[-1]), True
    for line in front[:15]:
        if found := _YEAR.findall(line):
            return int(found[-1]), True
    return properties.year, True


def _publisher(properties: Properties, front: list[str], body: str) -> tuple[str | None, bool]:
    if properties.publisher:
        return properties.publisher, False
    if properties.author.strip() and not re.fullmatch(
        r"[\w.]+|.*\b(?:user|bruker|admin)\b.*", properties.author.strip(), re.I
    ):
        return properties.author.strip(), False
    head = re.sub(r"(?<=\w-)\s+(?=og\b)", " ", " ".join(line for line in front[:15] if len(line) < 70))
    if match := _PUBLISHER.search(head):
        return match.group().strip(), True
    named = _PUBLISHER.findall(body[:60_000])
    best = max(set(named), key=named.count, default=None)
    return (best, True) if best and named.count(best) > 3 else (None, True)


def kind_named(text: str) -> ReportKind | None:
    """The kind of report that the text names; None where it names none."""
    return next((kind for kind, words in _KINDS if re.search(rf"\b(?:{words})", text, re.I)), None)


def _kind(document: str, title: str, front: list[str]) -> tuple[ReportKind, bool]:
    for text, guessed in ((title, False), (_spoken(document), True), (" ".join(front[:8]), True)):
        if kind := kind_named(text):
            return kind, guessed
    return ReportKind.OTHER, True
