"""The theme of a request that is no single question: of "gi meg en oversikt over alt om tolk" it is "tolk".

What is left of a request once the words that ask for something are gone. They are taken from requests that are kept for
training (`evals/training/questions/requests`).
"""

import re

from assistant.language.words import STOP, YEAR, fold, stem, words

# What asks, and what is asked for; by their stems, as `words.stem` gives them.
_ASKING = frozenset(
    stem(word)
    for word in """
    rapport rapporter rapportene rapportane studie studier studiene undersøkelse undersøkelser undersøkelsene
    undersøking undersøkingar prosjekt prosjekter prosjektene forskning forsking publikasjon publikasjoner
    evaluering evalueringer oversikt oversikten oversyn samleoversikt kunnskapsstatus kunnskapsgrunnlag kunnskap
    status litteratur kilder kjelder dokumentasjon materiale arkivet temaet tema emnet feltet området oppsummering
    oppsummer oppsummere oppsummert sammendrag samandrag hovedfunn hovudfunn hovedpunkt hovedpunktene liste lista
    list listen remse tabell tabellform punkt punktvis punktliste anbefaling anbefalinger anbefalingene anbefalt
    anbefales tilråding tilrådingar råd rådene rådet funn funnene funna resultat resultater resultatene konklusjon
    konklusjoner tall tallene tal tiltak tiltakene eksempel eksempler eksemplene forslag gi gje giv vis vise syn
    fram frem samle saml samlet samla fullstendig fullstendige komplett hele heile helt alt alle samtlige samtlege
    absolutt ulike relevante lag lage sett skriv navn navngi nevn nevne nevner nevnt fortell fortel sier seier sagt
    står stå skrevet skrive skrives skriver handler handlar handle omtaler omhandler dreier tar opp belyser berører
    finnes fins finst ligger ligg dere dykk dei dem takk tusen gjerne vær så snill please kan kunne ønsker ynskjer
    trenger treng vil hjelp finn finne ta med hent hente plukk bildet biletet tvers bredt breitt bredde kort
    kortfattet noe noko noen nokre gjort gjorde skrev skreiv levert levere utgitt laget lest vet veit kommet fram
    report reports study studies survey surveys research paper papers publication publications evaluation
    evaluations overview summary summarise summarize list lists table everything all full complete whole knowledge
    evidence sources recommendation recommendations advice finding findings result results conclusion conclusions
    measure measures figures number numbers example examples give show tell find get gather collect compile need
    want say says said deal deals written exist exists available there here you your me my us please can could would
    any anything thanks made done
    ennå enno yet
    """.split()
)
_ABOUT = re.compile(
    r"\b(?:om|angående|vedrørende|gjelder|gjeld|temaet|emnet|about|on|regarding|concerning)\b[:\s]+(?P<theme>.+)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!:;])\s+|\s+[–-]\s+")
_PLACED = re.compile(r"\b(?:i|fra|frå|for|in|from)\s+(?:årene\s+|åra\s+)?(?=(?:19|20)\d\d)", re.IGNORECASE)
_EDGES = re.compile(
    r"^(?:(?:og|and|eller|or|i|på|av|for|til|fra|frå|the|of|in|to|from|de|den|det|dei)\b[\s,]*)+"
    r"|[\s,]*(?:\b(?:og|and|eller|or|i|på|av|for|til|fra|frå|of|in|to|from)\s*)+$",
    re.IGNORECASE,
)


def theme_of(text: str) -> str:
    """The words of a request that say what it is about, in their order; empty where all of it asks."""
    clauses = [clause for clause in _SENTENCE.split(text) if clause]
    for clause in clauses:
        if (match := _ABOUT.search(clause)) and (theme := _without_asking(match["theme"])):
            return theme
    return next((theme for clause in clauses if (theme := _without_asking(clause))), "")


def _without_asking(clause: str) -> str:
    """The clause without the words that ask and its years; commas and conjunctions stay between what is left."""
    clause = YEAR.sub(" ", _PLACED.sub(" ", clause))
    kept: list[str] = []
    for token in re.findall(r"[^\W_]+(?:-[^\W_]+)*-?|,", clause):
        if token == ",":
            kept.append(",")
        elif not _asks(token):
            kept.append(token)
    said = re.sub(r"\s+,", ",", " ".join(kept))
    said = re.sub(r"(,\s*)+(?=,|$)|^[,\s]+", "", said).strip()
    return re.sub(r"\s+", " ", _EDGES.sub("", said)).strip(" ,") if _has_content(said) else ""


def _asks(token: str) -> bool:
    folded = fold(token)
    return folded not in _KEPT and (stem(folded) in _ASKING or folded in STOP)


def _has_content(said: str) -> bool:
    return any(word not in STOP for word in words(said))


# Words that join what a theme is made of: they say nothing, but where one part ends.
_KEPT = frozenset("og and eller or av for til blant hos i på mot mellom med of to in among with".split())
