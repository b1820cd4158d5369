"""What kind of answer a question asks for, and whether a statement has the shape of such an answer.

All of it goes by words alone, in bokmål, nynorsk and English.
"""

import re
from dataclasses import dataclass

from assistant.answer.counted import counted
from assistant.question import Question


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# What a question says, and what an answer to it says.
_SHAPES = tuple(
    (_words(asked), _words(answer))
    for asked, answer in (
        (
            r"hvorfor|kvifor|årsak|grunn|skyld|forklar|\bwhy\b|reason",
            r"fordi|skyld|grunn|årsak|forklar|derfor|bidra|medfør|fører til|som følge|ettersom|hindr|utfordr",
        ),
        (
            r"prosent|andel|stor del|vanlig|vanleg|share|percent|proportion",
            r"prosent|%|halvparten|tredjedel|fjerdedel|flertallet"
            r"|\b(?:en|én|to|tre|fire|fem|seks|sju|syv|åtte|ni|\d) av (?:\d|ti|tre|fire|fem|åtte)\b",
        ),
        (
            r"kost|kroner|utgift|beløp|betal|bevilg|brukte|\bsats|lønn|sp[ae]n[dt]|money|how much"
            r"|(?:hvor|kor) my(?:e|kje)",
            r"kroner|\bmill|milliard|\bmrd|\bkr\b",
        ),
        (
            r"(?:hvor|kor) mange|antall?\b|\btal\b|how many|number of",
            r"\d|\b(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv)\b",
        ),
        (
            r"\bnår\b|(?:hvor|kor) (?:lenge|lang)|\bwhen\b|how long|dato|frist",
            r"\d{4}|måned|\bår\b|\buke|\bdager|årsdag|januar|februar|mars|april|mai|juni|juli|august|september|oktober"
            r"|november|desember",
        ),
        (
            r"\b(?:hvem|kven|who)\b|utført|på oppdrag",
            r"oppdrag|gjennomfør|utfør|utarbeid|tildel|ansvar|evaluer|forsker|institutt|\bAS\b|universitet",
        ),
        (
            r"anbefal|tilråd|\bråd\b|foreslå|føreslå|forslag|\bbør\b|recommend|\badvi[cs]e|should|skal til|ønsk"
            r"|forbedr",
            r"\bbør\b|anbefal|\bmå\b|foreslå|viktig|behov|ønsk|etterspør|\bskal\b",
        ),
    )
)
_SEVERAL = _words(
    r"\b(?:hvilke|kva for|kva slags|hva slags|which|what are|list|nevn|alle)\b|\b(?:hva|kva) er (?:de|dei)\b"
    r"|\b(?:to|tre|fire|fem|seks|sju|åtte|two|three|four|five|six) (?!av\b|of\b)\w+"
    r"|hovedfunn|hovudfunn|main findings|temaer"
)
_STUDIES = _words(
    r"\b(?:hvilke|hvilken|kva for(?: ein| nokre)?|which|what(?! do\b| does\b| did\b))\b(?: \w+){0,2}?"
    r" (?:\w*rapporte?r?|prosjekte?r?|studie[rn]?|undersøkelser|undersøkingar|\w*oversikter|\w*oppsummeringer"
    r"|evalueringer|reports?|projects?|studies|reviews)\b"
)
# How a study came about rather than what it found, and the questions that ask for just that.
_ORIGIN = _words(
    r"på (?:oppdrag|bestilling|vegne)|\boppdrag(?:et|ets)?\b|publiser|\butgitt\b|lansert|offentliggjort|skrevet på"
    r"|\bforventet (?:dato|tidspunkt)|\bimdi\.no"
    r"|\bvi (?:\w+ )?(?:spurte|ønsk\w+|ba|spør|ser i figur|undersøk\w+)"
    r"|ble (?:derfor |også |i fritekst )*(?:spurt|bedt)"
    r"|(?:besvarte|svarte på) (?:spørsmålet|undersøkelsen)|fikk muligheten til å|vist i (?:figur|tabell)"
    r"|(?:formålet|hensikten|målet|utgangspunktet) (?:med|for) (?:undersøkelsen|studien|prosjektet|rapporten|oppdraget)"
    r"|^(?:formålet|hensikten) (?:er|var)\b"
    r"|(?:rapporten|studien|prosjektet|undersøkelsen|oversikten|kartleggingen) (?:er basert|bygger|tar utgangspunkt"
    r"|undersøk|drøft|beskriv|omfatt|har (?:også )?(?:undersøkt|kartlagt)|(?:er|ble) gjennomført|skal|skulle)"
    r"|datagrunnlag|spørreundersøkelse|intervju"
)
# What tells only that something was asked, is shown or was published; a share in it makes it a finding.
_EMPTY = _words(
    r"\b(?:besvar\w*|svarte på) (?:spørsmål|undersøkelsen)"
    r"|\b(?:vist?|vises|presenter\w+|fremstilt|framstilt) i (?:figur|tabell)"
    r"|\b(?:spurte|ba) vi\b|\bvi (?:\w+ )?(?:spurte|spør|ba)\b|\bspørsmålet (?:lød|var)\b|oppsummerer vi\b"
    r"|^(?:rapport(?:en)?|oppdraget|studien|undersøkelsen) (?:\w+ ){0,3}(?:publiser|lever|ferdigstil|lanser)"
    r"|^forvent\w* (?:dato|tidspunkt)|\btydelige tendenser\b"
)
_LONGEST_EMPTY = 30  # words
_SHARE = _words(r"prosent|%|halvparten|\d av \d|tredjedel|flertall|(?:de fleste|mange|noen|flere)\b")
_ASKS_FOR_ORIGIN = _words(
    r"\b(?:hvem|kven|who)\b|(?:^|[,;] |\b(?:og|and) )(?:når|when)\b|oppdrag|bestil|publiser|utgitt|metod|utvalg"
    r"|svar(?:te|a|prosent)|formål|hensikt|intervju|delrapport|laget|utført|gjennomfør|commission|carried out|respon"
    r"|sample|(?<!according to )(?<!according to the )(?<!in the )\bsurvey"
)
_NO_FIGURE = _words(
    r"\b(?:19|20)\d\d\b|\b\d\d?\.\d\d?\b|(?:§|\b(?:figur|tabell|kapittel|kap\.|post|del|trinn|st\.)) *\d[\d.-]*"
    r"|\b\d{1,2}\. ?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)"
)
_FIGURE = _words(
    r"\d|\b(?:to|tre|fire|fem|seks|sju|syv|åtte|ti|elleve|tolv|halvparten|\w*(?:tredjedel|fjerdedel|femtedel)\w*)\b"
)
_ADVISES = _words(r"\b(?:bør|burde|anbefaler?|anbefales|foreslår|foreslås|må)\b")
_DENIES = _words(r"\b(?:ikke|ikkje|ingen|uten)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that tell what kind of answer is wanted, whether it is several things, and whether it is studies.

    `counted` are stems of what is to be counted.
    """

    words: str
    several: bool
    studies: bool
    counted: frozenset[str] = frozenset()


def read(question: Question) -> Asked:
    """What a question asks for; one that leans on the question before, and tells nothing itself, is read with it."""
    own = question.typed
    tells = bool(_SEVERAL.search(own)) or any(asked.search(own) for asked, _ in _SHAPES)
    words = own if tells else question.whole
    what = counted(words, question.language)
    return Asked(words, bool(_SEVERAL.search(words)), bool(_STUDIES.search(words)), what)


def fits(asked: Asked, said: str) -> float:
    """The share of the shapes asked for that a statement has, from 0 to 1; 0 where none is asked for."""
    shapes = [answer for question, answer in _SHAPES if question.search(asked.words)]
    return sum(bool(shape.search(said)) for shape in shapes) / len(shapes) if shapes else 0.0


def strays(asked: Asked, said: str) -> bool:
    """Whether a statement tells how a study came about though the question does not ask for that."""
    if asked.studies or _ASKS_FOR_ORIGIN.search(asked.words):
        return False
    return bool(_ORIGIN.search(said))


def is_empty(asked: Asked, said: str) -> bool:
    """Whether a statement asks, or tells only that something was asked, is shown or was published, unasked."""
    if asked.studies or _ASKS_FOR_ORIGIN.search(asked.words):
        return False
    if said.rstrip().endswith("?"):
        return True
    return bool(_EMPTY.search(said)) and len(said.split()) <= _LONGEST_EMPTY and not _SHARE.search(said)


def has_figure(said: str) -> bool:
    """Whether a statement holds a number, in figures or in words, that is no year, paragraph or number of a figure."""
    return bool(_FIGURE.search(_NO_FIGURE.sub(" ", said)))


def advises(said: str) -> bool:
    """Whether a statement says what should be done."""
    return bool(_ADVISES.search(said))


def modality(said: str) -> tuple[bool, bool]:
    """Whether a statement advises, and whether it denies: two that differ in it do not say the same."""
    return advises(said), bool(_DENIES.search(said))
