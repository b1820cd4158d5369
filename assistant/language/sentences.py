"""Norwegian text cut into sentences, with the place of each."""

import re
from dataclasses import dataclass

_ABBREVIATIONS = frozenset(
    """
    adm adr al art avd bl bl.a ca dir dvs d.v.s eks ekskl evt f.eks f.o.m feks fom fr hhv inkl iflg jf jfr kap kl
    kgl kr max maks meld mfl m.fl m.m m.v mht mill min mm mrd mv nr o.a o.l obs off ol osv pga pkt pr prof prop pst
    ref resp s s.k sek sm sml st st.meld stk str sv t.d t.d t.o.m tab tlf tom ung utg vs årg
    """.split()
)
_MONTHS = r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
# From the first mark of several alone, and without going back: a text may hold thousands in a row.
_END = re.compile(r"(?<![.!?…])[.!?…]++[»”\"')\]]*+(?=\s)")
_NEAR = 300  # characters before and after a mark that tell whether a sentence ends there
_LAST_TOKEN = re.compile(r"[^\s(«\[]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it begins in the text that it was cut from."""

    text: str
    start: int


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of one paragraph; a line break always parts two."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text + " "):
        if "\n" in text[match.end() : match.end() + 1] or _ends(text, match):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    offset = start
    for line in text[start:end].split("\n"):
        if stripped := line.strip():
            found.append(Sentence(stripped, offset + line.index(stripped)))
        offset += len(line) + 1


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether the mark ends a sentence: what follows begins one, and what precedes is no abbreviation or ordinal."""
    after = text[match.end() : match.end() + _NEAR].lstrip()
    if not after:
        return True
    if after[0].islower():
        return False
    if match.group(0)[0] != ".":
        return True
    before = text[max(0, match.start() - _NEAR) : match.start()]
    token = _LAST_TOKEN.search(before)
    word = token.group(0).casefold() if token else ""
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit():
        # "1. Kommunen …" and "15. januar" are ordinals; "… i 2016. I 2017 …" ends a sentence.
        return len(word) == 4 or (not re.match(_MONTHS, after.casefold()) and len(before.split()) > 2)
    return True
