"""The assistant, as the terminal, the app and the evals call it."""

import threading
import time
from collections.abc import Sequence

from assistant.answer.compose import compose
from assistant.answer.confidence import confidence
from assistant.answer.select import select
from assistant.embedding import Embedder, load_embedder
from assistant.index.manifest import Manifest
from assistant.index.reader import Index, open_index, pointer_stamp
from assistant.models import Answer
from assistant.question import Question, understand
from assistant.search import search
from assistant.settings import Settings
from assistant.texts import text


class Assistant:
    """Answers questions from one index. One instance serves all threads of a process."""

    def __init__(self, settings: Settings, index: Index, embedder: Embedder, stamp: tuple[int, int]) -> None:
        self.settings = settings
        self._index = index
        self._embedder = embedder
        self._stamp = stamp
        self._lock = threading.Lock()

    @classmethod
    def open(cls, settings: Settings) -> "Assistant":
        """Load the model and open the live index; raises UnusableIndex or EmbeddingError."""
        stamp = pointer_stamp(settings.index_dir)  # before the index is opened, so that no later switch is missed
        index = open_index(settings.index_dir, settings.embedding.model)
        embedder = load_embedder(settings.embedding)
        index.check(embedder)
        return cls(settings, index, embedder, stamp)

    @property
    def manifest(self) -> Manifest:
        """What the live index holds."""
        return self._live().manifest

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer one question; `history` holds the user's earlier ones, oldest first. Raises QuestionError."""
        started = time.perf_counter()
        index = self._live()
        asked = understand(question, history, self.settings.max_question)
        hits = search(asked, index, self._embedder, self.settings.search)
        chosen = select(asked, hits, index.lexical, self.settings.answer)
        sure = confidence(asked, hits, index.lexical)
        abstained = not chosen or sure < self.settings.answer.abstain_below
        points, citations = compose(chosen[:1] if abstained else chosen)
        return Answer(
            question=asked.typed,
            points=points,
            citations=citations,
            hits=tuple(hits),
            notes=_notes(asked, index.manifest),
            abstained=abstained,
            confidence=sure,
            seconds=time.perf_counter() - started,
            language=asked.language,
            asked_as=asked.whole if asked.was_completed else "",
        )

    def _live(self) -> Index:
        """The live index, opened anew where another version has become live since."""
        with self._lock:
            stamp = pointer_stamp(self.settings.index_dir)
            if stamp != self._stamp:
                self._index = open_index(self.settings.index_dir, self.settings.embedding.model)
                self._index.check(self._embedder)
                self._stamp = stamp
            return self._index


def _notes(question: Question, manifest: Manifest) -> tuple[str, ...]:
    language = question.language
    looked = text("looked_through", language, passages=manifest.passages, documents=len(manifest.documents))
    if question.was_completed:
        return (text("understood_as", language, question=question.whole), looked)
    return (looked,)
