"""Follow-ups made whole from what was asked before: subject, year, place, group, source each held or exchanged."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.language.words import STOP, YEAR, words
from assistant.question.facets import Span, exchanged, facets, placed, without
from assistant.question.theme import theme_of
from assistant.question.wanted import Wanted, all_wanted

# Words that point back to what was asked before.
_OPENING = re.compile(r"^(og|men|hva med|kva med|enn|and|but|what about|how about)\b", re.IGNORECASE)
_POINTER = re.compile(
    r"\b(det|den|dette|denne|disse|desse|dei|de|dem|deres|deira|der|sånn|slik|ho|hun|han|it|they|them|that|those|there|their|she|he)\b",
    re.IGNORECASE,
)
# "Hva er det som …", "finnes det …": here the pointer points at nothing.
_EXPLETIVE = re.compile(
    r"\b(er|var|finnes|fins|finst|blir|ble|vart|har|is|are|was|were) (det|there)\b"
    r"|\b(det|there) (er|var|finnes|fins|finst|is|are|som)\b"
    r"|\b(de|dei|the) (siste|fleste|flest|ulike|enkelte|seinare|senere)\b"
    r"|\b(den|det|de|dei) \w+(e|a) \w+(en|et|ene|ane|a)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 6
_TWO = 2
# What a question can hold without having a subject of its own.
_NO_SUBJECT = re.compile(
    r"^(\d+|anbefal\w*|tilråd\w*|råd|foresl\w*|føresl\w*|funn\w*|fant|fann|resultat\w*|konkl\w*|gjennomfør\w*|studi\w*"
    r"|undersøk\w*|rapport\w*|prosjekt\w*|utgi\w*|skr[ei]\w*|sier|seier|si|stå\w*|mener|meiner|gjorde|ga|gav|handl\w*"
    r"|flere|fleire|færre|mange|mer|meir|mindre|andel\w*|prosent\w*|tall\w*|antall\w*|år|året|siste|første|samme"
    r"|forsk(?:er|ar)\w*|forfatt\w*|researchers?|authors?|suggest\w*|recommend\w*|found|find|findings?|report\w*|stud(y|ies)|survey\w*|said|say|says|more|fewer|year|share|result\w*"
    r"|evidens\w*|evidence|god|godt|metod\w*|method|utvalg\w*|utval\w*|kjem|kommer|nummer|best\w*|verst\w*|minst\w*|størst\w*|mest|egne|eigne|kost\w*|worst|least|most|cost"
    r"|blei|blitt|vorte|become|ut|etterpå|også|igjen|enn|than|før|tidle?gare|tidligere|before|earlier|nok|enough"
    r"|bedre|betre|verre|dårlegare|dårligere|better|worse|hvorfor|kvifor|grunn\w*|årsak\w*|bare|kun|hele|annet|andre|else|other)$"
)
_COMPARES = re.compile(
    r"\b(flere|fleire|færre|mer|meir|mindre|høyere|høgare|lavere|lågare|bedre|betre|more|fewer|less|higher|lower|better)\b",
    re.IGNORECASE,
)
# "Hvorfor det?", and no more.
_WHY = re.compile(
    r"^(?:(?:og|men|and|but)\s+)?(?P<why>hvorfor|kvifor|why)"
    r"(?:\s+(?:det|er det(?: (?:slik|sånn))?|så \w+|is (?:that|it)(?: so)?|so \w+|that))?[\s?!.]*$",
    re.IGNORECASE,
)
# What opens a question of how much or what: what is left says what is so.
_HOW_MUCH = re.compile(
    r"^(?:(?:hvor|kor)\s+(?:mange|mye|mykje|stor(?:t)? andel(?: av)?|stor del(?: av)?|ofte|lenge)"
    r"|how (?:many|much|often|long)|(?:hva|hvem|kva|kven) (?:er|var)|what (?:is|are|was|were)|hvordan|korleis"
    r"|hva|kva|what|how)\s+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[\s?!.]+$")
_NEXT = re.compile(r"\b(året|the year) (før|etter|before|after)\b", re.IGNORECASE)


_OPENER = re.compile(
    r"^(?:(?:og|men|enn|and|but|so)\b[ ,]*)?(?:(?:hva|kva) (?:med|om)\b|(?:what|how) about\b"
    r"|(?:gjelder|gjeld) (?:det|dette|det samme|det same)(?: (?:også|òg|og))?\b"
    r"|does (?:it|that|this)(?: also)? (?:apply|hold|go) (?:to|for)\b"
    r")?\s*",
    re.IGNORECASE,
)
_TOO = re.compile(r"\s+(?:også|òg|og|too|as well)[\s?!.]*$", re.IGNORECASE)
_GOES_FOR = re.compile(r"^(?:(?:og|men|and|but)\s+)?(?:gjeld|does)", re.IGNORECASE)
# What is compared, as far as the last thing: another is put behind it.
_COMPARED = re.compile(
    r"(?=.*\b(?:sammenlign|sammenlikn|samanlikn|forskjell|skilnad|compar|differen|mellom\b|between\b|best\b))"
    r".*?\s(?P<joint>og|and|eller|or|mot|versus|vs\.?|med|with)\s+.+?(?=\s*(?:[,:;?!]|\.?$|\b(?:om|about|når|i|på|for|ved|in|on)\b))",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:om|about|regarding|angående)\s+(?P<subject>.+?)(?=\s*(?:[,?!]|\.(?:\s|$)|$))", re.IGNORECASE)
_LED = re.compile(r"^(?:om|about)\s+", re.IGNORECASE)
_WITHIN = re.compile(r"^(?:i|på|for|fra|frå|hos|blant|in|from|among)\s", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?:hva|hvem|hvor\w*|hvilke\w*|når|kva|kven|kor\w*|kvifor|what|who|how|why|which|where|when|er|var|har|ble|blei|vart"
    r"|finn?es|finst|gjelder|gjeld|kan|is|are|was|were|has|have|do|does|did|can)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Whole:
    """A question made whole.

    `instead` is how it reads where the new subject takes the old one's place (empty: it can be read in one way);
    `points_back` says that it asks of the study that was told of, `is_bare` that it says nothing of its own: no
    subject, no year, no name ("og hva anbefalte de?"). `carries` where it is the earlier one with something exchanged
    or added ("og i 2016?"): what was wanted then is wanted now.
    """

    text: str
    instead: str = ""
    points_back: bool = False
    is_bare: bool = False
    carries: bool = False


class History:
    """Makes questions whole; `sources` finds the places of the names of reports and studies in a text."""

    def __init__(self, sources: Callable[[str], list[Span]] = lambda text: []) -> None:
        self._facets = facets(sources)

    def leans(self, text: str) -> bool:
        """Whether a question needs what was asked before: it points back, or has no subject of its own."""
        content = [word for word in words(text) if word not in STOP]
        if len(content) >= _FEW_WORDS:
            return False
        if _OPENING.search(text):
            return True
        subject = self._subject(text)
        if not subject:
            return True
        return bool(_POINTER.search(_EXPLETIVE.sub(" ", text))) or (len(subject) == 1 and bool(_POINTER.search(text)))

    def whole(self, text: str, history: Sequence[str]) -> Whole:
        """The question with what it leans on of the nearest earlier one that stands by itself and those after it.

        A year, place, group or source that the follow-up names takes the place of the earlier one, unless they are to
        be compared.
        """
        if not history or not self.leans(text):
            return Whole(text)
        start = len(history) - 1
        while start > 0 and self.leans(history[start]):
            start -= 1
        earlier = history[start]
        for turn in history[start + 1 :]:
            joined = self._joined(earlier, turn)
            earlier = joined.instead or joined.text
        is_bare = not self._subject(text) and without(text, self._facets) == text
        return replace(self._joined(earlier, text), is_bare=is_bare)

    def context(self, text: str, history: Sequence[str]) -> str:
        """What came before a short question that stands by itself: it may be meant along, so it helps to search."""
        if not history or self.leans(text) or sum(word not in STOP for word in words(text)) >= _FEW_WORDS:
            return ""
        return self.whole(history[-1], history[:-1]).text

    def _joined(self, earlier: str, turn: str) -> Whole:
        turn = _with_year(earlier, turn)
        if why := _WHY.match(turn):
            return Whole(_reason(earlier, why["why"]), points_back=True)
        points_back = bool(_POINTER.search(_EXPLETIVE.sub(" ", turn))) or not self._subject(turn)
        if _COMPARES.search(turn):
            return Whole(f"{earlier} {turn}", points_back=points_back)
        opener = _OPENER.match(turn)
        is_opened = bool(opener and opener[0])
        if is_opened and (beside := self._beside(earlier, _bare(turn))):
            return Whole(beside, carries=True)
        replaced, left = exchanged(earlier, turn, self._facets)
        core = _bare(left)
        is_bare = is_opened and not _ASKS.match(core)
        if _POINTER.search(without(core, self._facets)) or not (is_bare or replaced != earlier):
            return Whole(f"{replaced} {turn}", points_back=points_back)
        if not self._subject(core):
            return Whole(self._with_facets(replaced, turn, core), carries=True)
        if is_bare and _GOES_FOR.match(turn):
            return Whole(_narrowed(replaced, f" – {core}") or f"{replaced} {turn}")
        return self._with_subject(replaced, turn, core) if is_bare else Whole(f"{replaced} {turn}")

    def _beside(self, earlier: str, core: str) -> str:
        """A comparison with one more thing in it; empty where nothing is compared, or nothing is named."""
        compared = _COMPARED.match(earlier)
        if not compared or not core or _ASKS.match(core) or _POINTER.search(core):
            return ""
        years = YEAR.findall(core) if len(YEAR.findall(earlier)) > 1 else []
        if not years and (_WITHIN.match(core) or any(k.of(core) and len(k.of(earlier)) < _TWO for k in self._facets)):
            return ""
        said = " ".join(years) or core
        joint = "and" if compared["joint"].casefold() in ("and", "or", "with") else "og"
        return f"{compared[0]} {joint} {said}{earlier[compared.end() :]}"

    def _with_facets(self, earlier: str, turn: str, core: str) -> str:
        """The earlier question with what it had nothing of: a place, a year, a group."""
        if not any(kind.of(core) for kind in self._facets):
            return earlier
        return _narrowed(earlier, f" {core}" if _WITHIN.match(core) else f", {core}") or f"{earlier} {turn}"

    def _with_subject(self, earlier: str, turn: str, core: str) -> Whole:
        """A new subject: in the old one's place where that has one, and else, or beside it, to be tried."""
        if _WITHIN.match(core) and (there := placed(earlier, core)):
            return Whole(there, carries=True)
        about, said = _ABOUT.search(earlier), _LED.sub("", core)
        if about is None or _WITHIN.match(core):
            if instead := _on_theme(earlier, said):
                return Whole(instead, carries=True)
            return Whole(f"{earlier} {turn}", f"{said[:1].upper()}{said[1:]}?")
        instead = f"{earlier[: about.start('subject')]}{said}{earlier[about.end('subject') :]}"
        return Whole(instead, carries=True) if _LED.match(core) else Whole(f"{earlier} {turn}", instead)

    def _subject(self, text: str) -> list[str]:
        """The words that a question is about: neither empty, nor of what is exchanged by itself."""
        bare = without(text, self._facets)
        return [word for word in words(bare) if word not in STOP and not _NO_SUBJECT.match(word)]


def _with_year(earlier: str, turn: str) -> str:
    """ "Og året før?" with the year that is meant."""
    match, named = _NEXT.search(turn), YEAR.findall(earlier)
    if not match or not named:
        return turn
    year = int(named[-1]) + (-1 if match[2].casefold() in ("før", "before") else 1)
    return f"{turn[: match.end()]} ({year}){turn[match.end() :]}"


def _bare(turn: str) -> str:
    """What a turn names, without what opens and ends it."""
    return _TOO.sub("", _OPENER.sub("", turn)).strip(" ?!.,")


def _narrowed(earlier: str, more: str) -> str:
    """A single question with more at its end; empty where the earlier turns are several."""
    is_one = earlier.count("?") <= 1 and earlier.rstrip().find("?") in (-1, len(earlier.rstrip()) - 1)
    return f"{_ENDS.sub('', earlier)}{more}{'?' if '?' in earlier else ''}" if is_one else ""


def _reason(earlier: str, why: str) -> str:
    """What is so, by the question that was asked of it, and why it is so."""
    said = _HOW_MUCH.sub("", earlier.partition("? ")[0])
    said = _ENDS.sub("", said)
    return f"{said[:1].upper()}{said[1:]} – {why.lower()}?"


def _on_theme(earlier: str, said: str) -> str:
    """An overview or a list of something else; empty where the earlier turn asks for none."""
    theme = theme_of(earlier)
    is_request = not {Wanted.OVERVIEW, Wanted.LIST}.isdisjoint(all_wanted(earlier))
    return earlier.replace(theme, said, 1) if is_request and theme and theme in earlier else ""
