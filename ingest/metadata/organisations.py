"""Whether words name an organisation, a person or a log-in; which body an address belongs to."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.knowledge import path_of, read_entries
from ingest.words.characters import squeezed

_LOGIN = re.compile(r"\S*[\w.]+\.\w+\S*(?:\s\(.*\))?|[a-z0-9_.@-]+|.*\b(?:user|bruker|admin|elev|anonymous)\b.*", re.I)
_WORD = re.compile(r"[\w&'’.-]+")
_SMALL = frozenset("og i på for av til ved om med den det de the of and kommune fylkeskommune".split())
_VERBS = re.compile(
    r"\b(?:er|har|skal|kan|må|bør|vil|ble|var|takker|takkar|viser|mener|meiner|ønsker|ønskjer|gir|får|vi|jeg|eg|me|"
    r"som|ikke|ikkje|at|hvordan|korleis|hva|kva)\b",
    re.I,
)
# A line that names a document, or somebody to whom one is sent, names no body though a body's name is in it.
_DOCUMENT = re.compile(
    r"\b(?:\w*innspill?|\w*innspel|\w*notat|\w*høring\w*|\w*høyring\w*|\w*rapport|\w*dokument\w*|uttalelse|forslag|svar|"
    r"til|om|vedlegg|prosjekt|sammendrag|innledning|lovverk|finansiering)\b",
    re.I,
)
_WITHIN = re.compile(r" (?:i|for|av) ")
_ROLE = re.compile(
    r"^(?:CEO|adm\.? ?dir\.?|administrerende direktør|dag(?:lig|leg) (?:leder|leiar)|styreleder|leder),? ", re.I
)
_DOMAIN = re.compile(r"(?:@|\bwww\.|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+)*\.(?:no|com|org|net|eu|io))\b(?!/\w)", re.I)
_ANYBODY = frozenset(
    "gmail hotmail outlook online yahoo live icloud lovdata doi regjeringen stortinget dep kommune stat".split()
)


@dataclass(frozen=True, slots=True)
class _Known:
    endings: tuple[str, ...]
    openings: frozenset[str]
    names: dict[str, str]  # letters of a form to the name that is shown
    domains: dict[str, str]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    forms: tuple[str, ...] = ()
    domain: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    endings: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    body: tuple[_Body, ...] = ()


def _known() -> _Known:
    return _read(path_of("organisations.toml"))


@lru_cache(maxsize=4)
def _read(path: Path) -> _Known:
    file = read_entries(path, _File)
    names = {squeezed(form): body.name for body in file.body for form in (body.name, *body.forms)}
    domains = {body.domain: body.name for body in file.body if body.domain}
    return _Known(file.endings, frozenset(file.openings), names, domains)


def is_known(text: str) -> bool:
    """Whether the text is a name of a body in the list."""
    return squeezed(text) in _known().names


def is_organisation(text: str) -> bool:
    """Whether the text is the name of a body and nothing else: known, or with a word that bodies' names have."""
    bare = re.sub(r"\s*\([\w -]{2,30}\)", "", text.strip(" .,:;–-*"))
    if is_known(text) or is_known(bare):
        return True
    words = _WORD.findall(bare)
    if not 1 <= len(words) <= 12 or len(bare) > 110 or bare != bare.lstrip("«•") or not bare[:1].isalpha():
        return False
    if not bare[0].isupper() or _DOCUMENT.search(bare) or _VERBS.search(bare) or re.search(r"[:;?!@]|\d{3}|\. ", bare):
        return False
    if (within := _WITHIN.search(bare)) and not any(map(_bears, _WORD.findall(bare[: within.start()]))):
        return False  # "Fritid i Fjordby kommune", "Analyse for Fjordby kommune" are no bodies
    return any(_bears(word) for word in words)


def _bears(word: str) -> bool:
    plain = word.strip(".")
    return any(
        plain == ending if ending[0].isupper() else plain.lower().endswith(ending) for ending in _known().endings
    )


def is_same(name: str, other: str) -> bool:
    """Whether both are names of one body in the list."""
    known = _known().names
    return known.get(squeezed(name), "") == known.get(squeezed(other))


def is_of_document(text: str) -> bool:
    """Whether the words are of a document, or of whom it is sent to, and no body's name alone."""
    return bool(_DOCUMENT.search(text))


def is_any(text: str) -> bool:
    """Whether the name is that of no body in particular: "Kommunen", "Departementet"."""
    word = text.lower().strip(" .,")
    return word.removesuffix("n") in _known().endings or word.removesuffix("et") in _known().endings


def says_something(text: str) -> bool:
    """Whether the text has a word that sentences have and names have not."""
    return bool(_VERBS.search(text))


def is_staff(text: str) -> bool:
    """Whether the text is a person's name with what they are: "Kari Nordmann, professor"."""
    name, comma, role = text.partition(",")
    return bool(comma) and is_person(name) and not is_organisation(role.strip())


def is_login(text: str) -> bool:
    """Whether the text is a log-in, an address or a word such as "Bruker"."""
    return bool(_LOGIN.fullmatch(text.strip()))


def is_person(text: str) -> bool:
    """Whether the text reads as a person's name: two to four capitalised words, none that bodies' names have."""
    words = re.sub(r"[,.]", " ", text).split()
    named = 2 <= len(words) <= 4 and all(word[:1].isupper() and word[1:2].islower() for word in words)
    return named and words[0] not in _known().openings and not is_organisation(text) and not _DOCUMENT.search(text)


def body_of(domain_text: str, text: str) -> str:
    """The body whose address or page `domain_text` names: a known one, or a name in `text` that the domain spells."""
    for domain in _DOMAIN.findall(domain_text):
        parts = domain.lower().split(".")
        if name := _known().domains.get(".".join(parts[-2:])):
            return name
        if parts[-2] not in _ANYBODY and (spelt := _spelt(parts[-2], text)):
            return spelt
    return ""


def _spelt(label: str, text: str) -> str:
    """The run of capitalised words whose letters are the domain's: "kernel" is "Kernel" in the text."""
    plain = label.replace("-", "")
    pattern = re.compile(rf"(?<!\w)(?:{re.escape(plain)})(?!\w)", re.I)
    for match in pattern.finditer(text):
        if match.group()[0].isupper() and not match.group().isupper():
            return match.group()
    return ""


def shown(name: str) -> str:
    """The name as it is to be shown: capitals throughout made ordinary, signs around it taken off."""
    bare = _ROLE.sub("", " ".join(name.split())).strip(" .,:;–-*|")
    if len(bare) > 8 and bare.isupper():
        words = [w if w in ("AS", "ASA", "HF", "RHF", "SA", "KF") else w.lower() for w in bare.split()]
        bare = " ".join(_capital(w) if i == 0 or w not in _SMALL else w for i, w in enumerate(words))
    return bare


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
