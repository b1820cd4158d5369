"""From what was typed to what is searched for: checked, and made whole from the history."""

import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from assistant.errors import QuestionError
from assistant.language.detect import detect_language, tells_within
from assistant.language.places import named
from assistant.language.words import YEAR
from assistant.question.history import History
from assistant.question.sources import Names, Source
from assistant.question.story import asked_of
from assistant.question.wanted import Wanted, all_wanted
from assistant.question.years import asks_of_now, years

__all__ = [
    "Names",
    "Question",
    "Source",
    "Wanted",
    "asked_before",
    "clean",
    "read_instead",
    "understand",
    "wanted",
    "years",
]

# Nobody is asked of: "hva anbefales?"
_IMPERSONAL = re.compile(r"\b(?:anbefales|anbefalast|tilrådes|tilrås|foreslås|bør|should)\b", re.IGNORECASE)
_FOUND = re.compile(r"\b(?:fant|fann|funne(?:t)?|found|find|konklu\w+|conclude\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question ready to be searched for. `whole` is `typed` with what it leans on from the history.

    `wanted` is the kind of answer that is wanted most, `wants` all that the words ask for; `years`, `places` and
    `sources` (reports, studies) are what it may name, `context` what came before a short one: they steer a search, but
    exclude nothing. `named` are the sources that it names beyond doubt: an answer holds nothing from elsewhere;
    `senders` the documents whose senders it seems to name: they are looked through first. `instead` is
    how a follow-up reads where its subject takes the old one's place, `points_back` whether it asks of the study that
    was told of, `is_bare` whether it says no subject, year or name of its own, `carries` whether it is the turn before
    with something exchanged or added.
    """

    typed: str
    whole: str
    language: str
    wanted: Wanted = Wanted.ANYTHING
    years: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    sources: tuple[Source, ...] = ()
    wants: tuple[Wanted, ...] = ()
    context: str = ""
    named: tuple[Source, ...] = ()
    senders: tuple[str, ...] = ()
    instead: str = ""
    points_back: bool = False
    is_bare: bool = False
    carries: bool = False

    @property
    def was_completed(self) -> bool:
        """Whether something of the history was added."""
        return self.whole != self.typed

    @property
    def asks_of_now(self) -> bool:
        """Whether it asks of how things are now: of what is said equally well, the newest answers."""
        return asks_of_now(self.whole)

    @property
    def compares(self) -> bool:
        """Whether years or reports are to be seen side by side."""
        return Wanted.COMPARISON in self.wants

    @property
    def asks_their_advice(self) -> bool:
        """Whether it asks what those recommend who were told of: "og hva anbefalte de?", not "hva anbefales?"."""
        return self.is_bare and wanted(self.typed) is Wanted.RECOMMENDATIONS and not _IMPERSONAL.search(self.typed)

    @property
    def asks_their_findings(self) -> bool:
        """Whether it asks what those found who were told of: "hva fant de?"."""
        return self.is_bare and bool(_FOUND.search(self.typed))


def understand(
    typed: str, history: Sequence[str] = (), max_length: int = 2000, names: Names | None = None, page: str = "nb"
) -> Question:
    """Check a question and make it whole; raises QuestionError with the key of a text for the user.

    `names` are what the index's reports go by; without them no sources are recognised. `page` is the language of the
    page that it was typed on.
    """
    # A follow-up's year takes the place of the one asked of, not of a year that tells of who asks.
    earlier = [asked_of(one) if YEAR.search(one) else one for one in asked_before(history, max_length)]
    text = _checked(typed, earlier, max_length)
    turns = History(names.spans) if names else History()
    made = turns.whole(text, earlier)
    question = Question(
        typed=text,
        whole=made.text,
        language=_language(text, earlier, page),
        context=turns.context(text, earlier),
        instead=made.instead,
        points_back=made.points_back,
        is_bare=made.is_bare,
        carries=made.carries,
    )
    return _read(question, names)


def asked_before(history: Sequence[str], longest: int = 2000) -> list[str]:
    """The turns of a history that could be asked: no picture without words, no "?!", none that is too long."""
    kept: list[str] = []
    for turn in history:
        with suppress(QuestionError):
            kept.append(_checked(turn, kept, longest))
    return kept


def _checked(typed: str, earlier: Sequence[str], longest: int) -> str:
    text = clean(typed)
    if not text:
        raise QuestionError("question_empty")
    if len(text) > longest:
        raise QuestionError("question_long", limit=longest)
    # "2016?" is no question by itself, but a follow-up.
    if not any(character.isalpha() or (earlier and character.isdigit()) for character in text):
        raise QuestionError("question_symbols")
    return text


def read_instead(question: Question, names: Names | None = None) -> Question:
    """A follow-up read in its other way: its subject in the old one's place."""
    return _read(replace(question, whole=question.instead, instead=""), names)


def _read(question: Question, names: Names | None) -> Question:
    """The question with what it names and wants as a whole."""
    whole = question.whole
    asked = asked_of(whole)
    told = years(asked, names.years if names else ())
    sources = names.find(whole, told) if names else ()
    sure = names.named(whole, told) if names else ()
    several = len(told) > 1 or len({one.document for one in sources if one.study is None}) > 1
    wants = all_wanted(question.typed, several)
    if wants[0] in (Wanted.ANYTHING, Wanted.COMPARISON) and question.was_completed:
        wants = all_wanted(whole, several)
    return replace(
        question,
        wanted=wants[0],
        wants=wants,
        years=told,
        places=named(asked),
        sources=sources,
        named=sure,
        senders=names.senders.find(whole) if names and not sure else (),
    )


def _language(text: str, earlier: Sequence[str], page: str) -> str:
    """The question's own language, or that of the conversation where its words do not tell."""
    if not earlier or tells_within(text):
        return detect_language(text, page)
    return detect_language(next((turn for turn in reversed(earlier) if tells_within(turn)), earlier[0]), page)


def wanted(text: str) -> Wanted:
    """The kind of answer that the question's words ask for most."""
    return all_wanted(text)[0]


def clean(text: str) -> str:
    """One line without control characters and lone surrogates, which neither models nor databases take."""
    text = text.encode("utf-8", "ignore").decode("utf-8")
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    # Soft hyphens and zero-width marks stand within words, so they go without leaving a space.
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return re.sub(r"\s+", " ", text).strip()
