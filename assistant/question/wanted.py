"""What kind of answer a question asks for."""

import re
from enum import StrEnum

from assistant.language.words import STOP, words
from assistant.models import SectionKind


class Wanted(StrEnum):
    """What kind of answer a question asks for."""

    FIGURE = "figure"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    WHO = "who"
    COMPARISON = "comparison"
    OVERVIEW = "overview"
    LIST = "list"
    YES_NO = "yes or no"
    ANYTHING = "anything"

    @property
    def section(self) -> SectionKind | None:
        """The kind of section that holds such answers; None where any may."""
        return {Wanted.FINDINGS: SectionKind.FINDINGS, Wanted.RECOMMENDATIONS: SectionKind.RECOMMENDATIONS}.get(self)


# In the order in which the first that fits is what is wanted most.
_PATTERNS = (
    (
        Wanted.RECOMMENDATIONS,
        r"anbefal|tilrå[drs]|\bråd\b|foresl[åo]|føresl[åo]|forslag|\bbør\b|recommend|\badvi[cs]e|\bsuggest|should\b",
    ),
    (
        Wanted.FIGURE,
        r"(hvor|kor) (mange|mye|mykje|stor|høy|høg|lang|vanlig|vanleg)|prosent|andel|\bantall?\b|\btal+\b"
        r"|how (much|many|large|long)|what share|percent",
    ),
    (Wanted.WHO, r"^(hvem|kven|who)\b|utført av|på oppdrag|(gjennomførte|carried out|utarbeid\w+|skrev|skreiv) "),
    (
        Wanted.FINDINGS,
        r"\bfunn|\bfant\b|\bfann\b|viser|resultat|konklu|hvorfor|kvifor|årsak|grunn|effekt|why\b|findings?\b",
    ),
    (
        Wanted.COMPARISON,
        r"sammenlign|samanlikn|forskjell|skilnad|utvikling|utvikla seg|endr(et|a|ing)|i forhold til|\bversus\b|\bvs\b"
        r"|(flere|færre|fleire|mer|meir|mindre|høyere|høgare|lavere|lågare|bedre|betre|dårligere) (i|enn) "
        r"|\bfra (19|20)\d\d til\b|\bfrå (19|20)\d\d til\b|\bøkt\b|\bøkte\b|\bauka\b|gått (opp|ned)|compar|differen"
        r"|\bchanged?\b|\btrend|over tid|over time",
    ),
    (
        Wanted.LIST,
        r"\b(hvilke|kva for) (\w+ )?(rapport|prosjekt|studi|undersøk|tiltak|ordning|tilskudd|tilskot|kommun|grupp)"
        r"|\blist(e)? (opp|alle)|\b(alle|samtlige) (rapport|prosjekt|studi|undersøk|tiltak)|\bnevn\b|\bnemn\b"
        r"|\blist (all|the)\b|which (report|project|stud|survey|measure|scheme|group|language)",
    ),
    (
        Wanted.OVERVIEW,
        r"oversikt|oppsummer|sammendrag|samandrag|hovedtrekk|hovudtrekk|hva (handler|handlet|dreier)|kva handla?r?\b"
        r"|hva (sier|står|skriver) \w+ om|kva (seier|står|skriv) \w+ om|fortell|fortel\b|overview|summar|tell me about",
    ),
    (
        Wanted.YES_NO,
        r"^(er|var|har|hadde|kan|kunne|får|fikk|fekk|vil|skal|må|blir|ble|vart|finnes|finst|bruker|brukar|virker"
        r"|verkar|hjelper|gjelder|gjeld|trenger|treng|klarer|klarar|nådde|vet|veit|is|are|was|were|do|does|did|has|have|can)\b",
    ),
)


# "Hvem har forsket på tolk?" asks for all who did; "hvem skrev rapporten om tolk?" of one report.
_WHO_STUDIED = re.compile(
    r"^\W*(?:(?:og|men|and|but)\s+)?(?:hvem|kven|who)\b(?:\s+(?:andre|alle|else|som|all|har|have|has|det))*"
    r"\s+(?:skrev|skreiv|skrevet|skrive|skriver|forsket|forska|forsker|forskar|wrote|written|writes|researched|published)"
    r"\s+(?:(?:noe|noko|mer|meir|mest|mye|mykje|anything|something|more|most)\s+)?(?:om|på|about|on)\b"
    r"|\b(?:hvilke|kva(?: for)?|which|what)\s+(?:\w+\s+)?(?:forskere|forskarar|forskningsmiljø\w*|forskingsmiljø\w*"
    r"|forskningsinstitutt\w*|forskingsinstitutt\w*|forfattere|forfattarar|researchers|authors|research institut\w+)\b",
    re.IGNORECASE,
)


_SHORT = 6  # words; a longer question is of one thing that was found


def asks_who_studied(text: str) -> bool:
    """Whether it asks who has written or done research on something, whoever they are: not who found this or that."""
    return bool(_WHO_STUDIED.search(text)) and sum(word not in STOP for word in words(text)) <= _SHORT


def all_wanted(text: str, compares: bool = False) -> tuple[Wanted, ...]:
    """Every kind of answer that the question's words ask for, the one that is wanted most first.

    `compares` says that a comparison is asked for whatever the words are: several years or reports are named.
    """
    found = [kind for kind, pattern in _PATTERNS if re.search(pattern, text, re.IGNORECASE)]
    if compares and Wanted.COMPARISON not in found:
        found.append(Wanted.COMPARISON)
    order = list(Wanted)
    primary = found[:1]
    return (*primary, *sorted(found[1:], key=order.index)) if found else (Wanted.ANYTHING,)
