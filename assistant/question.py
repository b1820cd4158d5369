"""From what was typed to what is searched for: checked, and made whole from the history."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.errors import QuestionError
from assistant.language.detect import detect_language
from assistant.language.words import STOP, words
from assistant.models import SectionKind

# Words that point back to what was asked before.
_POINTERS = re.compile(
    r"^(og|men|hva med|kva med|and|what about)\b"
    r"|\b(det|den|dette|denne|disse|dei|de|dem|deres|deira|der|sånn|slik|it|they|them|that|those|there)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 6
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:-|–|til|to)\s*((?:19|20)\d\d)(?!\d)")


class Wanted(StrEnum):
    """What kind of answer a question asks for."""

    FIGURE = "figure"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    WHO = "who"
    ANYTHING = "anything"

    @property
    def section(self) -> SectionKind | None:
        """The kind of section that holds such answers; None where any may."""
        return {Wanted.FINDINGS: SectionKind.FINDINGS, Wanted.RECOMMENDATIONS: SectionKind.RECOMMENDATIONS}.get(self)


_WANTED = (
    (
        Wanted.RECOMMENDATIONS,
        r"anbefal|tilråd|\bråd\b|foreslå|føreslå|forslag|\bbør\b|recommend|\badvi[cs]e|should\b",
    ),
    (
        Wanted.FIGURE,
        r"(hvor|kor) (mange|mye|mykje|stor|høy|høg|lang|vanlig|vanleg)|prosent|andel|\bantall?\b|\btal+\b"
        r"|how (much|many|large|long)|what share|percent",
    ),
    (Wanted.WHO, r"^(hvem|kven|who)\b|utført av|på oppdrag"),
    (
        Wanted.FINDINGS,
        r"\bfunn|\bfant\b|\bfann\b|viser|resultat|konklu|hvorfor|kvifor|årsak|grunn|effekt|why\b|findings?\b",
    ),
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question ready to be searched for. `whole` is `typed` with what it leans on from the history."""

    typed: str
    whole: str
    language: str
    wanted: Wanted = Wanted.ANYTHING
    years: tuple[str, ...] = ()

    @property
    def was_completed(self) -> bool:
        """Whether something of the history was added."""
        return self.whole != self.typed


def understand(typed: str, history: Sequence[str] = (), max_length: int = 2000) -> Question:
    """Check a question and make it whole; raises QuestionError with the key of a text for the user."""
    text = clean(typed)
    if not text:
        raise QuestionError("question_empty")
    if len(text) > max_length:
        raise QuestionError("question_long")
    if not any(character.isalpha() for character in text):
        raise QuestionError("question_symbols")
    whole = _whole(text, [earlier for one in history if (earlier := clean(one))])
    return Question(text, whole, detect_language(text), wanted(text), years(whole))


def wanted(text: str) -> Wanted:
    """The kind of answer that the question's words ask for; the first that fits."""
    return next((kind for kind, pattern in _WANTED if re.search(pattern, text, re.IGNORECASE)), Wanted.ANYTHING)


def clean(text: str) -> str:
    """One line without control characters and lone surrogates, which neither models nor databases take."""
    text = text.encode("utf-8", "ignore").decode("utf-8")
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    # Soft hyphens and zero-width marks stand within words, so they go without leaving a space.
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return re.sub(r"\s+", " ", text).strip()


def _whole(text: str, history: Sequence[str]) -> str:
    """Put the nearest earlier question that stands by itself, and those after it, before one that does not."""
    if not history or not _leans(text):
        return text
    start = len(history) - 1
    while start > 0 and _leans(history[start]):
        start -= 1
    return " ".join([*history[start:], text])


def _leans(text: str) -> bool:
    content = [word for word in words(text) if word not in STOP]
    return len(content) < _FEW_WORDS and (bool(_POINTERS.search(text)) or len(content) < 3)


def years(text: str) -> tuple[str, ...]:
    """The years that a question names, those within "2015–2018" among them, oldest first."""
    found = set(_YEAR.findall(text))
    for first, last in _SPAN.findall(text):
        found |= {str(year) for year in range(int(first), int(last) + 1)}
    return tuple(sorted(found))
