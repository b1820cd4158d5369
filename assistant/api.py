"""The assistant, as the terminal, the app and the evals call it."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial

from assistant import knowledge
from assistant.answer.answering import answer_from, told_of_in, with_source
from assistant.answer.choose import choose
from assistant.answer.compose import compose
from assistant.answer.found import Finder, Found, find_answer
from assistant.embedding import Embedder, Vectors, load_embedder
from assistant.filters import EVERYTHING, Filters
from assistant.index.manifest import Manifest
from assistant.index.reader import Index, open_index, pointer_stamp
from assistant.language.detect import tells
from assistant.library.similar import StudyName, middles
from assistant.models import TABLES, TALK, Answer, Citation, Hit, Passage, Request
from assistant.overview.advised import advised
from assistant.overview.answering import answer as gone_through
from assistant.overview.context import Context, Progress, untold
from assistant.question import Names, Question, asked_before, understand
from assistant.question.length import length_of
from assistant.question.wanted import Wanted, asks_who_studied
from assistant.reader import Reader, load_reader
from assistant.reader.requests import Recogniser, load_recogniser, recognise
from assistant.settings import Settings, changed
from assistant.turns.about import REWORDED, about
from assistant.turns.kinds import Kinds, load_kinds
from assistant.turns.replies import reply
from assistant.writing.wording import Wording, load_wording, warned
from assistant.writing.write import OnWords

_SHOWN_TO_A_MODEL = 600  # words


@dataclass(frozen=True, slots=True)
class _Models:
    """What takes long to load: the models, and what tells requests apart."""

    embedder: Embedder
    reader: Reader | None
    wording: Wording | None
    recogniser: Recogniser | None
    kinds: Kinds | None


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

        Raises UnusableIndex, EmbeddingError, ReaderError, or SettingsError where a file of knowledge is wrong.
        """
        knowledge.use(settings.knowledge_dir)
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
        return _Models(embedder, reader, wording, load_recogniser(), load_kinds(embedder))

    @property
    def manifest(self) -> Manifest:
        """What the live index holds."""
        with self._lock:
            return self._renewed()[0].manifest

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        filters: Filters = EVERYTHING,
        on_words: OnWords | None = None,
        *,
        before: Answer | None = None,
        request: Request | None = None,
        language: str = "nb",
        on_progress: Progress = untold,
    ) -> Answer:
        """Answer one question; `history` holds the user's earlier ones, oldest first, `before` the last answer that
        shows something (made anew where it is needed and not given). Turns that could not be asked are passed over.

        `filters` narrow what is searched; where they leave nothing, the answer abstains and says so. Where a language
        model is set, `on_words` is told which sentences stand so far. `request` is what is wanted, where that need not
        be recognised, `language` the page's that it is asked on; of an overview `on_progress` is told how many of the
        reports have been gone through, and what it raises ends it. Raises QuestionError.
        """
        models = self._loaded()
        started = time.perf_counter()
        history = asked_before(history, self.settings.max_question)
        with self._in_use() as (index, names):
            searched = self._without_talk(history, models)
            asked = understand(question, searched, self.settings.max_question, names, language)
            wanted = request or _wanted(asked, searched, models.recogniser)
            if wanted in TALK:
                if wanted is Request.ABOUT_ANSWER and searched:
                    before = self._last(before, searched, filters)
                talk = self._talked(asked, wanted, history, before, on_words, models=models, index=index, page=language)
                return replace(warned(talk), seconds=time.perf_counter() - started)
            scope = index.scope(filters)
            context = Context(
                asked, index, names, models.embedder, models.reader, filters, scope, self.settings, on_progress
            )
            by_itself = replace(context, asked=replace(asked, context=""))  # the same request gives the same table
            gone = gone_through(by_itself, wanted) if wanted in TABLES else None
            if gone and gone.request is Request.LIST and not gone.rows and not request:
                gone = None  # "hva er de fem stegene i …" names things, and lists nothing that was said of them
            if gone is None and (asked.asks_their_advice or asked.asks_their_findings) and searched:
                gone = advised(context, self._last(before, searched, filters))
            if gone is None:
                finder = Finder(index, names, models.embedder, models.reader, self.settings)
                found = self._answered(asked, searched, filters, on_words, before=before, models=models, finder=finder)
                gone = replace(found, request=_as_question(wanted))
        return replace(warned(gone), seconds=time.perf_counter() - started)

    def search(self, question: str, filters: Filters = EVERYTHING) -> tuple[Hit, ...]:
        """The passages that fit a question best, ranked by the reader, without an answer made of them.

        Raises QuestionError.
        """
        models = self._loaded()
        with self._in_use() as (index, names):
            asked = understand(question, (), self.settings.max_question, names)
            finder = Finder(index, names, models.embedder, models.reader, self.settings)
            return tuple(find_answer(asked, filters, finder).hits)

    def _without_talk(self, history: Sequence[str], models: _Models) -> Sequence[str]:
        """The turns that asked for something in the reports: a greeting between two questions changes nothing."""
        return [turn for turn in history if recognise(models.recogniser, turn)[0] is not Request.CONVERSATION]

    def _talked(
        self,
        asked: Question,
        wanted: Request,
        history: Sequence[str],
        before: Answer | None,
        on_words: OnWords | None,
        *,
        models: _Models,
        index: Index,
        page: str,
    ) -> Answer:
        """A turn that searches for nothing: conversation, or the last answer arranged anew."""
        vector = models.embedder.embed_query(asked.typed)
        kind = models.kinds.kind_of(wanted, asked.typed, vector) if models.kinds else ""
        language = asked.language if any(map(tells, (asked.typed, *history))) else page
        if wanted is Request.CONVERSATION:
            return reply(kind, asked.typed, language, self.manifest, self.settings.app)
        if models.wording and kind in REWORDED and before and before.points:
            anew = replace(before, question=asked.typed, request=wanted, notes=(), written_by="")
            return models.wording.worded(anew, before.citations, index.lexical, history, on_words)
        return about(kind, asked.typed, before, before.language if before else language)

    def _last(self, before: Answer | None, history: Sequence[str], filters: Filters) -> Answer:
        """The last answer that shows something; made anew where `before` does not."""
        if before is not None and not before.is_word:
            return before
        made = self.ask(history[-1], history[:-1], filters)
        if not made.is_word:
            return made
        told_apart = partial(recognise, self._loaded().recogniser)
        asked = [turn for number, turn in enumerate(history) if told_apart(turn, history[:number])[0] not in TALK]
        return self.ask(asked[-1], asked[:-1], filters) if asked else made

    def _answered(
        self,
        asked: Question,
        history: Sequence[str],
        filters: Filters,
        on_words: OnWords | None,
        *,
        before: Answer | None,
        models: _Models,
        finder: Finder,
    ) -> Answer:
        told_of = told_of_in(self._last(before, history, filters)) if asked.points_back and history else ()
        found = find_answer(asked, filters, finder, told_of)
        answer = answer_from(found, filters, finder)
        if models.wording:
            shown = self._shown_to_a_model(found, finder.index)
            answer = models.wording.worded(answer, shown, finder.index.lexical, history, on_words)
        return answer

    def _shown_to_a_model(self, found: Found, index: Index) -> list[Citation]:
        """More statements than an answer of quotes has room for, as numbered sources."""
        wider = changed(self.settings.answer, points=self.settings.model.evidence, words=_SHOWN_TO_A_MODEL)
        citations = compose(choose(found.question, found.statements, wider))[1]
        return [with_source(citation, index.manifest) for citation in citations]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The indexed passages with these ids, by id; those that are gone are left out."""
        with self._in_use() as (index, _):
            return index.passages(ids)

    def study_middles(self) -> dict[StudyName, Vectors]:
        """The mean of the vectors of each study's passages, by its document and title, for `similar.like`."""
        with self._in_use() as (index, _):
            return middles(index.study_vectors())

    @contextmanager
    def _in_use(self) -> Iterator[tuple[Index, Names]]:
        """The live index and its names, which stays open until the block ends, also where another becomes live."""
        with ExitStack() as stack:
            with self._lock:
                index, names = self._renewed()
                stack.enter_context(index.in_use())
            yield index, names

    def _renewed(self) -> tuple[Index, Names]:
        """The live index, opened anew where another version has become live since, and what its reports go by."""
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


def _wanted(asked: Question, history: Sequence[str], recogniser: Recogniser | None) -> Request:
    """What is asked for; after an overview "og i 2016?" asks for another, and "hvem har forsket på …" for a list."""
    found = recognise(recogniser, asked.typed, history)[0]
    if found in TABLES and asked.sources and length_of(asked.typed) and Wanted.OVERVIEW in asked.wants:
        return Request.SUMMARY  # "oppsummer … i fem punkter" asks for no list of points
    if found is not Request.QUESTION or recogniser is None:
        return found
    if asks_who_studied(asked.typed):
        return Request.LIST
    return recognise(recogniser, asked.whole)[0] if asked.carries else found


def _as_question(request: Request) -> Request:
    """What was answered as a question is one, whatever was recognised; a series keeps its name."""
    return Request.QUESTION if request in TABLES else request
