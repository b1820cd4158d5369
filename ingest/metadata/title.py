"""A document's title and subtitle: by size and place on the first pages, the subject line, the properties, the name."""

import re

from ingest.metadata.dates import DATE, YEAR
from ingest.metadata.front import Front
from ingest.metadata.organisations import is_login, is_organisation, is_person, says_something
from ingest.metadata.standing_out import LONGEST, Title, below, by_size, may_be
from ingest.words.characters import squeezed

_NO_TITLE = re.compile(
    r"(?:untitled|uten navn|uten tittel|microsoft (?:word|powerpoint)|powerpoint|document\d*|dokument\d*|"
    r"presentasjon|presentation|slide \d|.*\.(?:docx?|pdf|indd|pptx?|xlsx?)|lysbilde \d|skann\w*|scan\w*|template|mal)"
    r"\b.*",
    re.I,
)
_OPEN = re.compile(
    r"(?:\b(?:og|i|på|for|av|til|med|om|som|en|et|ei|eit|fra|frå|ved|den|det|de|dei|and|of|the|in|on|to|er|mellom|"
    r"under|over|mot)|[,–:&/—-])$",
    re.I,
)
_CUE = re.compile(
    r"(?:\S+\s){0,2}(?:\w*innspill|\w*innspel|høring|høyring|uttalelse|notat|rapport|veileder)\w*\b", re.I
)
_SAID = re.compile(
    r"\b(?:takker|takkar|viser (?:til|herved)|syner til|ønsker|ønskjer|håper|håpar|har behandlet|vises til)\b", re.I
)
_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÆØÅ]")
_LONG = 140  # characters, from which words with a verb are a sentence
_TWO = re.compile(r"[a-zæøå]{3}\. (?:Dei?|De[nt]|De(?:nne|tte)|Vi|Me) ")
_DATED = re.compile(rf"\s+(?:{DATE.pattern})$", re.I)
_UPLOADED = re.compile(r"^(?:19|20)\d\d[-_. ](?:0[1-9]|1[0-2])[-_. ](?:[\d._ -]+[-_. ])?(?=[^\W\d_]{3})")
_SPELLING = (
    ("fou", "FoU"),
    ("arsrapport", "årsrapport"),
    ("undersokelse", "undersøkelse"),
    ("arsmelding", "årsmelding"),
)


def title_of(document: str, stated: str, front: Front, *, is_vetted: bool = False) -> Title:
    """The title of the document that goes by the file name `document` and says `stated` in its properties."""
    stated = " ".join(stated.split())
    usable = len(stated) > 3 and any(c.isalpha() for c in stated) and not _NO_TITLE.fullmatch(stated)
    usable = usable and (" " in stated or not is_login(stated))
    if (stated and is_vetted) or (usable and _stands_in(stated, front)):
        return Title(stated, below(stated, front), "properties", False)
    cover = by_size(front)
    if cover is not None:
        return cover
    named = _named_line(document, front)
    subject = " ".join(front.fields.get("subject", "").split())
    if named and not subject:
        return Title(named, "", "first lines", False)
    if len(subject) > 3:
        return Title(_whole_subject(subject, front), "", "subject line", False)
    if usable:
        return Title(stated, "", "properties", True)
    spoken = spoken_of(document)
    if first := _by_place(front):
        return first
    return Title(spoken, "", "file name", True)


def spoken_of(document: str) -> str:
    """A file's name as a title: "fou-2018" becomes "FoU 2018"; the month of its upload and dates before it go."""
    text = re.sub(r"[-_.]+", " ", _UPLOADED.sub("", document)).strip()
    for plain, spelled in _SPELLING:
        text = re.sub(rf"\b{plain}", spelled, text, flags=re.I)
    return text[:1].upper() + text[1:] if text else document


def _stands_in(stated: str, front: Front) -> bool:
    return squeezed(stated) in "".join(squeezed(text) for text in front.texts)


def _named_line(document: str, front: Front) -> str:
    """The first line that shares most of its words, and its years, with the file's name."""
    named = set(re.findall(r"[a-z0-9]{3,}", _folded(document)))
    for text in front.texts[:12]:
        words = set(re.findall(r"[a-z0-9]{3,}", _folded(text)))
        if (
            4 < len(text) < 140
            and not text.rstrip().endswith((".", ":", ";"))  # a sentence that shares a word with the file's name
            and len(named & words) >= max(1, len(named) // 2)
            and YEAR.findall(text) == YEAR.findall(document)
            and may_be(text)
            and not _OPEN.search(text)
        ):
            return text.strip(" *#")
    return ""


def _folded(text: str) -> str:
    return text.lower().replace("å", "a").replace("ø", "o").replace("æ", "ae").replace("-", " ").replace("_", " ")


def _whole_subject(subject: str, front: Front) -> str:
    """The subject with the lines that it goes on in."""
    at = next((i for i, text in enumerate(front.texts) if text.strip().endswith(subject)), None)
    return subject if at is None else _run(front.texts, at, subject)[0]


def _by_place(front: Front) -> Title | None:
    """The first line that may be a title: behind the letter head, or else before it."""
    texts = front.texts
    end = min(front.text_start + 1, len(texts), 60, _first_chapter(front))
    behind = [i for i in range(front.head_end, min(end, front.head_end + 12)) if may_be(texts[i])][:6]
    before = [i for i in range(min(front.head_end, end)) if may_be(texts[i])]
    for places in (behind, before):
        for i in places:
            text, last = _run(texts, i, _DATED.sub("", texts[i].strip(" *#")))
            text = _DATED.sub("", text)
            if not _is_sentence(text, i == front.text_start, texts[i + 1 : i + 2]) and _is_named(text):
                return Title(text.rstrip(" .:"), _below(texts, last + 1, end), "first lines", True)
    return None


def _first_chapter(front: Front) -> int:
    """Where the first numbered heading stands: what follows it is no title."""
    sizes = [line.size for line in front.lines]
    usual = max(set(sizes), key=sizes.count, default=0.0)
    chapters = (i for i, line in enumerate(front.lines) if line.size > 1.08 * usual and _CHAPTER.match(line.text))
    return next(chapters, len(sizes)) if usual else len(sizes)


def _is_named(text: str) -> bool:
    """Whether the words can be a title and not only a name."""
    bare = text.lstrip('«"(')
    return (
        len(text) < LONGEST
        and " " in text
        and (bare[:1].isupper() or bare[:1].isdigit())
        and not is_organisation(text)
        and not is_person(text)
    )


def _is_sentence(text: str, at_text: bool, after: list[str]) -> bool:
    """Whether the line is of the running text; `at_text` says that this seems to begin with it."""
    if at_text and not _CUE.match(text) and after and after[0][:1].islower():
        return True
    if _SAID.search(text):
        return True
    if text.endswith(".") and _TWO.search(text):
        return True
    if len(text) > _LONG and says_something(text) and not _CUE.match(text):
        return True
    ended = text.endswith((".", ";", ":")) and len(text.split()) > 8 and says_something(text)
    return ended and not (at_text and _CUE.match(text))


def _below(texts: list[str], at: int, end: int) -> str:
    """A line below the title that is plainly its second part: "– en kartlegging"."""
    return texts[at].strip(" –-—") if at < end and re.match(r"[–—-]\s?\w", texts[at]) and len(texts[at]) < 140 else ""


def _run(texts: list[str], start: int, text: str) -> tuple[str, int]:
    """The title from line `start` on with the lines that it goes on in, and the number of its last line."""
    last = start
    for after in texts[start + 1 : start + 4]:
        goes_on = _OPEN.search(text) or after[:1].islower() or (text.isupper() and after.isupper() and len(text) > 30)
        if not goes_on or (not may_be(after) and not after[:1].islower()) or len(after) > 120:
            break
        if text.endswith(".") or re.match(r"\d+[.)]|[•▪]", after):
            break
        joined = text.endswith("-") and after[:1].islower()
        text = text[:-1] + after if joined and not text.endswith(" -") else f"{text} {after}"
        last += 1
    return " ".join(text.split()), last
