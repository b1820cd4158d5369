"""Who published a document, made it, and for whom: imprint, sender, title, letterhead, first words, signature."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.metadata.front import Front, is_contents
from ingest.metadata.letterheads import letterheads, receivers
from ingest.metadata.organisations import (
    body_of,
    is_any,
    is_known,
    is_login,
    is_organisation,
    is_person,
    is_same,
    is_staff,
    shown,
)
from ingest.metadata.properties import Properties
from ingest.metadata.standing_out import Title
from ingest.words.characters import squeezed

_NAME = (
    r"[A-ZÆØÅ][\w&'’.-]*(?:[ -](?:[A-ZÆØÅ0-9][\w&'’.-]*|og|i|for|på|av|ved|til|og/eller|[a-zæøå]{4,}(?=[\s,(]))){0,8}"
)
_FROM_TITLE = re.compile(
    r"(?:^|\s)(?:[Ff]ra|[Ff]rå|[Ff]rom|ved)\s+(?P<who>(?:den |det |de |ledelsen ved |leiinga ved )?[A-ZÆØÅa-z0-9].*)"
)
_FROM_BELOW = re.compile(
    r"(?:\w*(?:innspill|innspel|svar|uttalelse|fråsegn|merknader|rapport|notat|response|comments) )?"
    r"(?:fra|frå|from) (.+)",
    re.I,
)
_GENITIVE = re.compile(
    r"^(?:(?i:vedlegg) \d+[.:]? )?(?P<who>[A-ZÆØÅ][\w&.-]*(?: [\wæøå&.-]+){0,3}?)(?:s|['’]s?) (?:\w+ )?"
    r"(?:innspill|innspel|forslag|høringssvar|høringsinnspill|uttalelse|fråsegn|merknader|årsrapport|veileder)\b"
)
_OPENING = re.compile(
    rf"^(?:På vegne av )?(?P<who>(?:Den |Det |De )?{_NAME})(?: \((?P<short>[\w -]{{2,30}})\))?,? (?:takker|takkar|"
    r"ønsker med dette|ønskjer med dette|ønsker å|ønskjer å|viser til|syner til|gir med dette|gjev med dette|"
    r"vil med dette|har fått|oversender|er en \w*organisasjon|er en frivillig|er en paraply|er ei? |"
    r"er Norges|er Noregs|er landets|har (?:kartlagt|undersøkt|evaluert)|"
    r"følger med|følgjer med|støtter|stiller|vil (?:i )?(?:peke|understreke|benytte))"
)
# Whose views a document tells: "Prøveforbundet mener", "derfor foreslår Prøveforbundet".
_VIEWS = r"(?:mener|meiner|foreslår|føreslår|anbefaler|tilrår|støtter|understreker|etterlyser|oppfordrer|ber om)"
_SPEAKER = r"[A-ZÆØÅ][\w&/-]+(?: (?:(?:for|og|i|av) )?[\w&-]+){0,4}?"
_SPEAKS = re.compile(rf"(?<!\w )\b(?P<who>{_SPEAKER}) {_VIEWS}\b(?! (?:vi|me|jeg|eg|[A-ZÆØÅ]))")
_FEWEST_VIEWS = 2
_SIGNED = re.compile(r"(?:med )?(?:vennlig|vennleg|beste?|god) (?:hilsen|helsing|helsingar)|mvh|hilsen|helsing", re.I)
_AUTHORITY = re.compile(
    r"(?:tilråding fr[aå]|avgitt til|gjeve til|vedtatt av|vedteke av) ([^.\d]{5,80}?)(?: \d|,|$)", re.I
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d,?\s*)?(?P<who>[A-ZÆØÅ][^\d]{2,80}?),?\s*(?:(?:19|20)\d\d\.?)?$", re.I
)
_NAMED = r" ([^.;:\n]{3,90})"
_CLIENT = re.compile(rf"(?:på oppdrag (?:fra|frå|for|av)|bestilt av|oppdragsgiver:|commissioned by){_NAMED}", re.I)
_MAKER = re.compile(rf"(?:(?:utarbeid(?:et|d)|gjennomfør[td]|skrevet|skrive|utført) av|prepared by){_NAMED}", re.I)
_TRIMMED = re.compile(
    r"\s+(?:til|om|v/|ved|på vegne|i samarbeid)\s.*|\s*<.*|\s*[(|–].*|\s+v/.*"
    r"|\s*,\s+(?=[A-ZÆØÅ\d]|e[nti]t? |utgitt|publisert).*"
)
_NOBODY = re.compile(
    r"(?:Vi|Jeg|Eg|Me|Både|Alle|Mange|Flere|Fleire|Noen|De|Dei|Det|Dette|Denne|Disse|Utvalget|Utvalet|I|For|Ifølge)\b"
)
_OPENING_LENGTH = 30  # paragraphs


@dataclass(frozen=True, slots=True)
class Publisher:
    """A body, where its name was read and whether it is a guess."""

    name: str | None
    origin: str = ""
    guessed: bool = True


def publisher_of(
    properties: Properties, title: Title, front: Front, paragraphs: list[str], tail: list[str]
) -> Publisher:
    """The body that stands for the document; none rather than a person, a log-in or the one that it is sent to.

    `tail` are its last lines.
    """
    if properties.publisher:
        return Publisher(properties.publisher, "properties", False)
    refused = receivers(front)
    for name, origin, guessed in _candidates(properties, title, front, paragraphs, tail):
        found = shown(name)
        if (
            1 < len(found) < 110
            and not is_any(found)
            and squeezed(found) not in refused
            and not is_login(found.lower() if " " in found else "")
        ):
            forms = [found, *(shown(text) for text in front.texts[:_OPENING_LENGTH] if is_same(found, text))]
            return Publisher(_fuller(max(forms, key=len), properties.author), origin, guessed)
    return Publisher(None)


def maker_and_client(front: Front, opening: list[str], publisher: Publisher) -> tuple[str | None, str | None]:
    """Who made the document and who it was made for or sent to, where it says so.

    Several makers, or several clients, are those of the studies that it tells of.
    """
    words = "\n".join([*front.texts[:80], *opening[:12]])
    made = [_made(m.group(1)) for m in _MAKER.finditer(words)]
    maker = _only(name for name, _ in made if is_organisation(name))
    told = [*(_client(m.group(1)) for m in _CLIENT.finditer(words)), *(name for _, name in made)]
    client = _only(name for name in told if name[:1].isupper())
    to = front.fields.get("client") or front.fields.get("to") or ""
    sent = re.sub(r"\s*(?:v/|ved|att).*", "", to).strip(" ,;")
    return maker or (publisher.name if "from" in front.fields else None), client or sent or None


def _made(words: str) -> tuple[str, str]:
    """(who made it, for whom) of the words that tell it: "Analysehuset AS for Fjordby kommune"."""
    maker, _, client = words.partition(" for ")
    both = is_organisation(maker) and is_organisation(client)
    return (maker, client.strip()) if both else (_trimmed(words), "")


def _only(names: Iterator[str]) -> str | None:
    """The one name that is told, once or more often."""
    told = {squeezed(name): name for name in names}
    return next(iter(told.values())) if len(told) == 1 else None


def _candidates(
    properties: Properties, title: Title, front: Front, paragraphs: list[str], tail: list[str]
) -> Iterator[tuple[str, str, bool]]:
    """Names with where they were read and whether that is a guess, the best evidence first."""
    opening = [text for text in paragraphs if not is_contents(text)][:_OPENING_LENGTH]
    yield from ((_trimmed(name), "colophon", False) for name in [front.fields.get("publisher")] if name)
    for text in front.texts[:40]:
        if found := _AUTHORITY.search(text):
            yield found.group(1), "cover", False
    rights = [found["who"] for text in front.texts[:80] if (found := _RIGHTS.match(text.strip()))]
    yield from ((_trimmed(name), "colophon", False) for name in rights if is_organisation(name))
    sender = _trimmed(front.fields.get("from", ""))
    if sender and not is_person(sender) and not is_staff(front.fields["from"]):
        yield sender, "sender", False
    yield from ((name, "title", False) for name in _in_title(title, front))
    yield from ((name, "letterhead", False) for name in [front.sender, *letterheads(front)] if name)
    made = [_made(found[1])[0] for text in front.texts[:40] if (found := _MAKER.match(text))]
    yield from ((name, "cover", True) for name in made if is_organisation(name))
    yield from ((name, "first words", True) for name in _in_opening(opening))
    signed = {squeezed(name): name for name in _signed(tail)}
    if len(signed) == 1:  # several who sign together are no one's publication
        yield next(iter(signed.values())), "signature", True
    if (name := _speaking(paragraphs)) and squeezed(name) in squeezed(" ".join([*front.texts, *tail])):
        yield name, "whose views it tells", True
    text = "\n".join([*front.texts, *opening, *tail])
    if name := body_of("\n".join(t for t in [*front.texts[:60], *tail[-12:]] if len(t) < 90), text):
        yield name, "address", True
    if is_organisation(properties.author) and not is_person(properties.author):
        yield properties.author, "properties", True


def _in_title(title: Title, front: Front) -> Iterator[str]:
    """Names in the title and right below it: "Innspill fra X", "Xs innspill", "Fra X"."""
    at = next(
        (i for i, t in enumerate(front.texts) if squeezed(t) and squeezed(title.text).endswith(squeezed(t))), None
    )
    below = front.texts[at + 1 : at + 3] if at is not None else []
    if found := _FROM_TITLE.search(title.text):
        name = re.sub(r"^(?:ledelsen|leiinga) ved ", "", _trimmed(found["who"]))
        if is_organisation(name[:1].upper() + name[1:]) or (name[:1].isupper() and not is_person(name)):
            yield name[:1].upper() + name[1:]
    for text in [title.text, title.subtitle, *front.texts[: front.text_start][:20]]:
        found = _GENITIVE.match(text)
        if found and not found["who"].lower().startswith(("et ", "en ", "ei ", "norges innspill", "vedlegg")):
            name = found["who"]
            yield name if is_organisation(name) or not name.endswith("s") else name[:-1]
    for text in [title.subtitle, *below]:
        if found := _FROM_BELOW.match(text):
            name = _trimmed(found.group(1))
            if is_organisation(name[:1].upper() + name[1:]):
                yield name[:1].upper() + name[1:]


def _in_opening(opening: list[str]) -> Iterator[str]:
    """Who speaks in the first sentences: "Prøveforbundet takker for …"."""
    for paragraph in opening[:14]:
        found = _OPENING.match(paragraph)
        if not found or is_person(found["who"]) or _NOBODY.match(found["who"]):
            continue
        name = found["who"]
        if is_organisation(name) or found["short"] or "takk" in found.group()[-8:] or name.isupper():
            yield name


def _speaking(paragraphs: list[str]) -> str:
    """The name whose views the document tells more often than all others' together; "" where there is none."""
    told = Counter(found["who"] for text in paragraphs for found in _SPEAKS.finditer(text))
    own = Counter({name: count for name, count in told.items() if not _NOBODY.match(name) and not is_person(name)})
    name, count = own.most_common(1)[0] if own else ("", 0)
    return name if count >= _FEWEST_VIEWS and 2 * count > own.total() else ""


def _signed(tail: list[str]) -> Iterator[str]:
    """Bodies that stand below the greeting at the end, where no more than one person signs."""
    if sum(1 for text in tail[-15:] if is_person(text) or is_staff(text)) > 1:
        return
    for i, text in enumerate(tail):
        if _SIGNED.match(text.strip()):
            for after in tail[i : i + 9]:
                for part in re.split(r",\s|\sfor\s|^for\s", _SIGNED.sub("", after)):
                    if is_organisation(part) and not is_person(part):
                        yield part


def _client(words: str) -> str:
    """The body that words begin with, up to the verb of their sentence."""
    return _trimmed(re.split(r"\s(?:har|ble|vart|skal|utarbeid|gjennomfør|kartla|i perioden|for å)", words)[0])


def _trimmed(name: str) -> str:
    """The name without what follows it in its line."""
    whole = re.sub(r"\s+på (?:oppdrag|vegne)\b.*", "", " ".join(name.split())).strip(" .:;")
    return whole if is_organisation(whole) and "," not in whole else _TRIMMED.sub("", whole).strip(" .:;,")


def _fuller(name: str, author: str) -> str:
    """The author field's form of the same name, where it has a short form as well: "Prøvedirektoratet (PD)"."""
    same = is_organisation(author) and squeezed(name) in squeezed(author) and not is_known(name)
    return author.strip() if same and len(author) < 110 else name
