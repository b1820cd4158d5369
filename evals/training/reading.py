"""Questions read over an index of the documents that they were written over: what the weights are fitted to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from assistant.embedding import Embedder
from assistant.index.reader import Index
from assistant.models import Passage
from assistant.question import Names, understand
from assistant.reader import Reader
from assistant.reader.reading import look, of_passages
from assistant.search import find_candidates
from assistant.settings import Settings
from evals.calibration.reader import Case
from evals.documents.folding import squeeze
from evals.system import index_corpus
from evals.training.reports import Asked, read_asked, texts_of

_LARGE = 0.3  # of a place's letters that a statement must hold, where the place goes beyond it


def index_part(part: str, reports: Path, folder: Path, settings: Settings) -> Path:
    """Index the documents of one part of our questions under `folder`; where the index is."""
    corpus = folder / part
    corpus.mkdir(parents=True, exist_ok=True)
    for document in sorted({one.document for one in read_asked(part)}):
        shutil.copy(reports / f"{document}.txt", corpus)
    index_corpus(corpus, folder / f"{part}-index", settings)
    return folder / f"{part}-index"


def read_cases(
    part: str, reports: Path, index: Index, *, embedder: Embedder, reader: Reader, settings: Settings
) -> Iterator[Case]:
    """Each question of a part and each of its near-misses."""
    asked = read_asked(part)
    texts = texts_of(sorted({one.document for one in asked}), reports)
    names = Names(index.manifest)

    def case(question: str, one: Asked, kind: str) -> Case:
        understood = understand(question, names=names)
        candidates = find_candidates(understood, index, embedder, settings.search)
        looked = look(understood, candidates, index.lexical, reader, settings.reader)
        places = [] if kind else [squeeze(texts[one.document][start:end]) for start, end in one.answers]

        def holds(passage: Passage, text: str) -> bool:
            said = squeeze(text)
            return passage.document == one.document and any(
                place in said or (said in place and len(said) >= _LARGE * len(place)) for place in places
            )

        return Case(
            looked.told,
            np.array([holds(held.passage, held.text) for held in looked.statements]),
            of_passages(candidates, looked),
            np.array([holds(held.passage, held.passage.text) for held in candidates]),
            kind,
        )

    for one in asked:
        yield case(one.text, one, "")
        for near, kind in zip(one.near, one.kinds, strict=True):
            yield case(near, one, kind)
