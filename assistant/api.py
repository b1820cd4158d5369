"""The assistant, as the terminal, the app and the evals call it."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from assistant.answer.choose import choose
from assistant.answer.compose import compose
from assistant.answer.evidence import Evidence
from assistant.answer.figures import figures_for
from assistant.answer.notes import looked, notes
from assistant.answer.verdict import judge
from assistant.embedding import Embedder, load_embedder
from assistant.filters import EVERYTHING, Filters
from assistant.index.manifest import Manifest
from assistant.index.reader import Index, open_index, pointer_stamp
from assistant.models import Answer, Citation, Passage, Request, Verdict
from assistant.overview.answering import answer as gone_through
from assistant.overview.context import Context
from assistant.question import Names, Question, understand
from assistant.question.request import Recogniser, load_recogniser, recognise
from assistant.reader import Reader, load_reader
from assistant.reader.reading import Read, read
from assistant.search import find_candidates
from assistant.search.spread import spread
from assistant.settings import Settings
from assistant.writing.wording import Wording, load_wording, warned
from assistant.writing.write import OnWords

_SHOWN_TO_A_MODEL = 600  # words
# Answered by going through all that there is, instead of by the few statements that fit best.
_GONE_THROUGH = frozenset({Request.OVERVIEW, Request.LIST, Request.SUMMARY, Request.COMPARISON})


@dataclass(frozen=True, slots=True)
class _Models:
    """What is loaded once: the embedding model, the reader, a language model where one is set, the recogniser."""

    embedder: Embedder
    reader: Reader | None
    wording: Wording | None
    recogniser: Recogniser | None


class Assistant:
    """Answers questions from one index. One instance serves all threads of a process.

    Without an `embedder` the models are loaded by `load`, or by the first question.
    """

    def __init__(self, settings: Settings, index: Index, embedder: Embedder | None, stamp: tuple[int, int]) -> None:
        self.settings = settings
        self._index = index
        self._names = Names(index.manifest)
        self._stamp = stamp
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._models = self._with(embedder) if embedder else None

    @classmethod
    def open(cls, settings: Settings, *, load: bool = True) -> "Assistant":
        """Open the live index, and load the models unless that is left for later.

        Raises UnusableIndex, EmbeddingError or ReaderError.
        """
        stamp = pointer_stamp(settings.index_dir)  # before the index is opened, so that no later switch is missed
        index = open_index(settings.index_dir, settings.embedding.model, settings.chroma_url)
        assistant = cls(settings, index, None, stamp)
        if load:
            assistant.load()
        return assistant

    def load(self) -> None:
        """Load the models where that has not been done; raises ModelMismatch, EmbeddingError or ReaderError."""
        self._loaded()

    def _loaded(self) -> _Models:
        with self._loading:  # who comes meanwhile waits, instead of loading them again
            if self._models is None:
                models = self._with(load_embedder(self.settings.embedding))
                with self._lock:
                    self._index.check(models.embedder)
                    self._models = models
            return self._models

    def _with(self, embedder: Embedder) -> _Models:
        reader, wording = load_reader(self.settings.reader), load_wording(self.settings, embedder)
        return _Models(embedder, reader, wording, load_recogniser(embedder))

    @property
    def manifest(self) -> Manifest:
        """What the live index holds."""
        return self._live()[0].manifest

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        filters: Filters = EVERYTHING,
        on_words: OnWords | None = None,
        request: Request | None = None,
    ) -> Answer:
        """Answer one question; `history` holds the user's earlier ones, oldest first.

        `filters` narrow what is searched; where they leave nothing, the answer abstains and says so. Where a language
        model is set, `on_words` is told which sentences stand so far. `request` is what is wanted, where that need not
        be recognised. Raises QuestionError.
        """
        models = self._loaded()
        started = time.perf_counter()
        with self._in_use() as (index, names):
            asked = understand(question, history, self.settings.max_question, names)
            wanted = request or recognise(models.recogniser, models.embedder, asked.typed, history)[0]
            context = Context(
                asked, index, names, models.embedder, models.reader, filters, index.scope(filters), self.settings
            )
            answer = gone_through(context, wanted) if wanted in _GONE_THROUGH else None
            if answer is None:
                answer = replace(self._answered(context, models, history, on_words), request=_as_question(wanted))
        return replace(warned(answer), seconds=time.perf_counter() - started)

    def _answered(self, context: Context, models: _Models, history: Sequence[str], on_words: OnWords | None) -> Answer:
        """A question's answer: the statements that fit it best."""
        asked, index, filters, scope = context.asked, context.index, context.filters, context.scope
        candidates = find_candidates(asked, index, models.embedder, self.settings.search, scope)
        reading = read(asked, candidates, index.lexical, models.reader, self.settings.reader)
        hits = spread(asked, reading.hits)[: self.settings.search.results]
        chosen = choose(asked, reading.statements, self.settings.answer)
        judged = judge(asked, chosen, reading, index.lexical, self.settings.answer)
        abstained = judged.verdict in (Verdict.NOT_ANSWERED, Verdict.WRONG_PREMISE)
        points, citations = compose(chosen[:1] if abstained else chosen)
        reports = index.manifest.reports
        evidence = Evidence(asked, hits, () if abstained else citations, index.lexical, reports, index.table)
        figures = figures_for(evidence)
        citations = (*citations, *figures.added)
        searched = looked(index.manifest, filters, scope.passages if scope else None)
        answer = Answer(
            question=asked.typed,
            points=points,
            citations=tuple(_with_source(citation, index.manifest) for citation in citations),
            hits=tuple(hits),
            notes=notes(evidence, searched, (*judged.notes, *figures.disagreements)),
            series=figures.series,
            abstained=abstained,
            verdict=judged.verdict,
            confidence=judged.confidence,
            language=asked.language,
            asked_as=asked.whole if asked.was_completed else "",
        )
        if models.wording:
            shown = self._shown_to_a_model(asked, reading.statements, index)
            answer = models.wording.worded(answer, shown, index.lexical, history, on_words)
        return answer

    def _shown_to_a_model(self, asked: Question, read: Sequence[Read], index: Index) -> list[Citation]:
        """More statements than an answer of quotes has room for, as numbered sources."""
        wider = {"points": self.settings.model.evidence, "words": _SHOWN_TO_A_MODEL}
        chosen = choose(asked, read, self.settings.answer.model_copy(update=wider))
        return [_with_source(citation, index.manifest) for citation in compose(chosen)[1]]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The indexed passages with these ids, by id; those that are gone are left out."""
        with self._in_use() as (index, _):
            return index.passages(ids)

    @contextmanager
    def _in_use(self) -> Iterator[tuple[Index, Names]]:
        """The live index and its names, which stays open until the block ends, also where another becomes live."""
        with ExitStack() as stack:
            with self._lock:
                index, names = self._renewed()
                stack.enter_context(index.in_use())
            yield index, names

    def _live(self) -> tuple[Index, Names]:
        """The live index, opened anew where another version has become live since, and what its reports go by."""
        with self._lock:
            return self._renewed()

    def _renewed(self) -> tuple[Index, Names]:
        stamp = pointer_stamp(self.settings.index_dir)
        if stamp != self._stamp:
            before = self._index
            self._index = open_index(self.settings.index_dir, self.settings.embedding.model, self.settings.chroma_url)
            if self._models:
                self._index.check(self._models.embedder)
            self._names = Names(self._index.manifest)
            self._stamp = stamp
            before.let_go()
        return self._index, self._names


def _as_question(request: Request) -> Request:
    """What was answered as a question is one, whatever was recognised; talk and series keep their names."""
    return Request.QUESTION if request in _GONE_THROUGH else request


def _with_source(citation: Citation, manifest: Manifest) -> Citation:
    """The citation with the report and the study that its passage is a part of."""
    document = manifest.document(citation.passage.document)
    if document is None:
        return citation
    return replace(citation, report=document.report, study=manifest.study_of(citation.passage))
