"""Everything that can go wrong in a way a user can do something about.

AssistantError
├── SettingsError            a setting is missing, unknown or out of range
├── EmbeddingError           the embedding model cannot be loaded
│   └── ModelMismatch        the index was made with another model
├── ReaderError              the reader cannot be loaded
├── EntailmentError          the entailment model that is set cannot be loaded, or is none
├── UnusableIndex
│   ├── IndexMissing         nothing has been indexed here yet
│   ├── IndexOutdated        the index has an older form than this program reads
│   ├── IndexDamaged         the index is there, but cannot be read
│   ├── IndexUnreachable     its vectors are elsewhere, or on a server that does not answer
│   └── IndexBusy            another ingestion is running
├── ReadError                one file cannot be read (the rest go on)
├── IngestError              an ingestion cannot go on (disk full, nothing to read)
├── StoreError               the kept conversations cannot be read or written
├── BackupError              a backup cannot be made, or none can be restored from this file
├── FilterError              a search is narrowed to what the index does not have
├── AddressError             the service cannot listen where it is set
├── ModelError               the language model gives no answer (slow, busy, unreachable, garbled)
└── QuestionError            a question that cannot be asked (empty, too long)

Each message is one line, fit to show to a user as it stands: what is wrong and what to do about it.
"""

from assistant.reasons import reason


class AssistantError(Exception):
    """Base of all errors of this project; `str(error)` is one line that a user can act on."""


class SettingsError(AssistantError):
    """A setting is missing, unknown or out of range."""


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


class IndexBusy(UnusableIndex):
    """Another ingestion is writing to the same index."""


class ReadError(AssistantError):
    """One file cannot be read: `reason` says why, without the file's name."""

    def __init__(self, code: str, **values: str | int) -> None:
        self.reason = reason(code, **values)
        super().__init__(str(self.reason))


class IngestError(AssistantError):
    """An ingestion cannot go on."""


class FilterError(AssistantError):
    """A filter names what the index does not have; the message says what it has."""


class QuestionError(AssistantError):
    """A question that cannot be asked."""


class StoreError(AssistantError):
    """The kept conversations and feedback cannot be read or written."""


class BackupError(AssistantError):
    """A backup cannot be made, or a file is none that this program can restore."""


class AddressError(AssistantError):
    """The service cannot listen where it is set."""


class ModelError(AssistantError):
    """The language model gives no answer; the message is the key of a text for the user."""
