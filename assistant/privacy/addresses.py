"""E-mail addresses of people; those of offices are none."""

import re
from collections.abc import Iterator

from assistant.privacy.finds import PersonalData, PersonalKind

# Bounded and looked for from the sign on: the time grows with the length of the text alone.
_AT = re.compile(r"\s?(?:@|[(\[{]\s?(?:at|a|@|krøllalfa|alfakrøll)\s?[)\]}])\s?", re.IGNORECASE)
_BEFORE = re.compile(r"[\w.+\-']{1,64}\Z")
_DOMAIN = re.compile(r"[\w-]{1,63}(?:\s?(?:\.|[(\[{](?:dot|punktum)[)\]}])\s?[\w-]{2,63}){1,4}", re.IGNORECASE)
_WIDEST = 64
_OFFICE = re.compile(
    r"(?:firma)?post(?:mottak)?|e-?post|info|kontakt|contact|mail|office|hjelp|help(?:desk)?|support|admin|webmaster"
    r"|no-?reply|resepsjon|service(?:kontor|torg|senter)?|kundeservice|kundesenter|innbygger\w*|personvern\w*|presse"
    r"|media|press|redaksjon\w*|arkiv|hr|nyhetsbrev|statistikk|tolk\w*|flyktning\w*|integrering\w*|bosetting\w*"
    r"|voksenoppl\w*|introduksjon\w*|barnevern\w*|servicekontor|sentralbord|booking|kurs|skole|nav|imdi|udi|rapport\w*|fou",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[PersonalData]:
    """Addresses that are somebody's own."""
    for sign in _AT.finditer(text):
        before = _BEFORE.search(text[max(0, sign.start() - _WIDEST) : sign.start()])
        domain = _DOMAIN.match(text, sign.end())
        if before and domain and not _is_office(before.group(), domain.group()):
            yield PersonalData(PersonalKind.EMAIL, sign.start() - len(before.group()), domain.end())


def _is_office(name: str, domain: str) -> bool:
    """Whether it is an office's: named by what it does (`post`, `post.integrering`) or by the domain itself."""
    parts = re.split(r"[.\-+_]", name.casefold())
    return bool(_OFFICE.fullmatch(parts[0])) or name.casefold() in re.split(r"\W+", domain.casefold())
