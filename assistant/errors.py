"""Everything that can go wrong in a way a user can do something about. ↻: the same may go well a moment later.

AssistantError
├── SettingsError            a setting, the catalogue or a file of knowledge is missing, unknown or out of range
├── EmbeddingError           the embedding model cannot be loaded
│   └── ModelMismatch        the index was made with another model
├── ReaderError              the reader cannot be loaded
├── EntailmentError          the entailment model that is set cannot be loaded, or is none
├── UnusableIndex
│   ├── IndexMissing         nothing has been indexed here yet
│   ├── IndexOutdated        the index has an older form than this program reads, or a newer one
│   ├── IndexDamaged         the index is there, but cannot be read
│   ├── IndexUnreachable ↻   its vectors are elsewhere, or on a server that does not answer
│   └── IndexBusy ↻          another ingestion is running
├── ReadError                one file cannot be read (the rest go on)
├── IngestError              an ingestion cannot go on (disk full, nothing to read)
├── StoreError               the kept conversations cannot be read or written
│   └── StoreUnreachable ↻   another program has the database, or its disk is away
├── BackupError              a backup cannot be made, or none can be restored from this file
├── FilterError              a search is narrowed to what the index does not have
├── AddressError             the service cannot listen where it is set
├── UnknownName              a source or a model that a program asks for by its name is not there
├── ModelError ↻             the language model gives no answer (slow, busy, unreachable, garbled)
└── QuestionError            a question that cannot be asked (empty, too long)
    └── NotNow ↻             nor any other at this moment (too many are asking, the service stops)

An error is a code and its values, never a sentence: the text `reason_CODE` of `texts.toml` says in each language what
is wrong and what to do about it, in one line that is fit to be shown as it stands. A new code needs its text there.
"""

from assistant.reasons import Reason, Value, reason


class AssistantError(Exception):
    """Base of all errors of this project, of which a user is told by `worded(language)`; `str(error)` is English.

    `reason` holds the code and its values; values of other kinds than a reason's are taken as they print. `retryable`
    says whether the same may go well a moment later.
    """

    retryable = False

    def __init__(self, code: str, **values: object) -> None:
        self.reason: Reason = reason(code, **{name: _plain(value) for name, value in values.items()})
        super().__init__(self.reason)

    @property
    def code(self) -> str:
        """What went wrong, for a program."""
        return self.reason.code

    def __str__(self) -> str:
        return self.worded("en")

    def worded(self, language: str) -> str:
        """What went wrong, and what to do about it, in one line."""
        return self.reason.worded(language)


def _plain(value: object) -> Value:
    return value if isinstance(value, str | int | Reason) else str(value)


class SettingsError(AssistantError):
    """A setting, the catalogue or a file of knowledge is missing, unknown or out of range."""


class EmbeddingError(AssistantError):
    """The embedding model cannot be loaded."""


class ModelMismatch(EmbeddingError):
    """The index was made with another embedding model than the one that is set."""


class ReaderError(AssistantError):
    """The reader, which scores statements, cannot be loaded."""


class EntailmentError(AssistantError):
    """The entailment model, which checks a language model's sentences, cannot be loaded."""


class UnusableIndex(AssistantError):
    """The index cannot be used."""


class IndexMissing(UnusableIndex):
    """Nothing has been indexed at the given place yet."""


class IndexOutdated(UnusableIndex):
    """The index has a form that this version of the program does not read."""


class IndexDamaged(UnusableIndex):
    """The index is there, but cannot be read."""


class IndexUnreachable(UnusableIndex):
    """The vectors are kept elsewhere than is set, or on a server that does not answer."""

    retryable = True


class IndexBusy(UnusableIndex):
    """Another ingestion is writing to the same index."""

    retryable = True


class ReadError(AssistantError):
    """One file cannot be read: the reason says why, without the file's name."""


class IngestError(AssistantError):
    """An ingestion cannot go on."""


class FilterError(AssistantError):
    """A filter names what the index does not have; the message says what it has."""


class QuestionError(AssistantError):
    """A question that cannot be asked."""


class NotNow(QuestionError):
    """A question that cannot be asked at this moment, as no other can."""

    retryable = True


class StoreError(AssistantError):
    """The kept conversations and feedback cannot be read or written."""


class StoreUnreachable(StoreError):
    """The database is held by another program, or cannot be reached."""

    retryable = True


class BackupError(AssistantError):
    """A backup cannot be made, or a file is none that this program can restore."""


class AddressError(AssistantError):
    """The service cannot listen where it is set."""


class UnknownName(AssistantError):
    """A source or a model that is asked for by its name is not there."""


class ModelError(AssistantError):
    """The language model gives no answer."""

    retryable = True
