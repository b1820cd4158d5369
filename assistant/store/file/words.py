"""What is kept of the words that users write: the one place that they all pass on their way into the store."""

from dataclasses import replace

from assistant.language.characters import printable
from assistant.models import Answer
from assistant.privacy import find_personal_data, without_personal_data

LONGEST = 2000  # characters of one text


def kept_words(words: str, limit: int = LONGEST) -> str:
    """A user's own words as they are kept: what can be printed and line breaks, and no longer than `limit`."""
    return "\n".join(map(printable, words.splitlines())).strip()[:limit]


def kept_line(words: str, limit: int) -> str:
    """The same in one line, cut at a word where it is too long."""
    line = " ".join(kept_words(words, 4 * limit).split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + " …"


def kept_answer(answer: Answer) -> Answer:
    """The answer with the question that it repeats as it is kept."""
    return replace(answer, question=kept_words(answer.question), asked_as=kept_words(answer.asked_as))


def lightened(answer: Answer) -> Answer:
    """The answer without the hits of its search, which nothing shows where no more is asked."""
    return replace(answer, hits=())


def impersonal(words: str) -> str:
    """A user's words as they are kept to be read by others: without the personal data that is seen in them."""
    kept = kept_words(words)
    return without_personal_data(kept) if find_personal_data(kept) else kept


def impersonal_answer(answer: Answer) -> Answer:
    """The answer with the question that it, its theme and its notes repeat as others may read it."""
    return replace(
        answer,
        question=impersonal(answer.question),
        asked_as=impersonal(answer.asked_as),
        theme=impersonal(answer.theme),
        notes=tuple(impersonal(note) for note in answer.notes),
    )
