"""Reports that a question may name by who sent them, or by a word of their file's name: "hva foreslår NSF"."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.index.manifest import Manifest
from assistant.language.places import named
from assistant.language.words import STOP, words
from assistant.models import Report

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ACCORDING = re.compile(r",?\s*\b(?:ifølge|ifølgje|according to)\s*(?=[?,.]|$)")
_MOST = 0.34  # of the reports; a name that more of them bear tells none from another
_COUNTRY = frozenset({"norge", "noreg", "norway"})
_ACRONYM = 6  # letters at most
_OPENS = re.compile(r"(?:^|[.?!:]\s+)\W*$")  # what stands before a word that begins a sentence


class Senders:
    """The words that tell one report of an index from the others, made once for each version."""

    def __init__(self, manifest: Manifest) -> None:
        self._reports = [item.report for item in manifest.documents]
        self._known: dict[str, set[str]] = {}
        for report in self._reports:
            for word in _words_of(report):
                self._known.setdefault(word, set()).add(report.document)

    def find(self, text: str) -> tuple[str, ...]:
        """The documents that most of the names in the text point to; none where nothing does."""
        found = Counter(document for name in _names(text) for document in self._of(name))
        most = max(found.values(), default=0)
        return tuple(sorted(document for document, count in found.items() if count == most))

    def without(self, text: str) -> str:
        """The text without the names that point to documents, and without "ifølge" where nothing follows it."""
        names = {name for name in _names(text) if self._of(name)}
        left = _COMPOUND.sub(lambda match: "" if names.intersection(_WORD.findall(match[0])) else match[0], text)
        return " ".join(_ACCORDING.sub("", left).split())

    def _of(self, name: str) -> set[str]:
        """The documents that a name points to; none where it points to many."""
        documents = {one.document for one in self._reports if _stands_for(name, one)}
        for word in {name.casefold(), name.casefold().removesuffix("s")}:
            documents |= self._known.get(word, set())
        return documents if len(documents) <= _MOST * len(self._reports) else set()


def _words_of(report: Report) -> Iterator[str]:
    """What a report's file, title and makers are called, word by word."""
    of_file = (word.casefold() for word in _WORD.findall(report.document))
    yield from (word for word in of_file if len(word) > 1 and word not in STOP)
    yield from (name.casefold() for name in _names(report.title))
    for maker in (report.publisher or "", report.made_by or ""):
        yield from (word.casefold() for word in _WORD.findall(maker) if _may_name(word))


def _names(text: str) -> Iterator[str]:
    """Words written as names: in capitals, or with one where no sentence begins."""
    for match in _WORD.finditer(text):
        word = match[0]
        if _may_name(word) and (word.rstrip("s").isupper() or not _OPENS.search(text[: match.start()])):
            yield word


def _may_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word.casefold() not in STOP | _COUNTRY and not named(word)


def _stands_for(name: str, report: Report) -> bool:
    """Whether letters in capitals stand in order in the name of who made the report: FHI, Folkehelseinstituttet."""
    letters = name.removesuffix("s").casefold()
    if not name.removesuffix("s").isupper() or not 2 <= len(letters) <= _ACRONYM:
        return False
    return any(_in_order(letters, told) for told in (report.publisher, report.made_by) if told)


def _in_order(letters: str, name: str) -> bool:
    """Whether the letters begin the name's words in order; between them there may be more of the longer words."""
    pattern = "".join(f"{re.escape(letter)}.*?" for letter in letters)
    initials = [word[0] for word in words(name) if word not in STOP]
    rest = iter(letters)
    return bool(re.match(pattern, name.casefold())) and all(initial in rest for initial in initials)
