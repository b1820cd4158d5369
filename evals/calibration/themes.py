"""What is told of every study and chapter beside whether it deals with a theme: what the weights are fitted to."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.embedding import Embedder
from assistant.filters import Filters
from assistant.index.reader import Index
from assistant.overview.context import Context
from assistant.overview.units import Unit, units_about
from assistant.overview.weighing import look
from assistant.overview.wording import ThemeWords
from assistant.question import Names, understand
from assistant.reader.scorer import Scorer
from assistant.reader.weights import Floats
from assistant.settings import Settings
from evals.documents.folding import squeeze
from evals.system import index_corpus
from evals.training.reports import texts_of
from evals.training.themes import Theme, by_document


@dataclass(frozen=True, slots=True)
class Judged:
    """One theme: what is told of each unit, shape (n, TOLD), which of them deal with it and of which it is the subject.

    `missed` are statements on the theme whose units were not among those that were fetched.
    """

    told: Floats
    deals: NDArray[np.bool_]
    core: NDArray[np.bool_]
    missed: int


def index_themes(themes: Sequence[Theme], reports: Path, folder: Path, settings: Settings) -> Path:
    """Index the documents of the themes under `folder`; where the index is."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for document in sorted({document for one in themes for document in one.documents}):
        shutil.copy(reports / f"{document}.txt", corpus)
    index_corpus(corpus, folder / "index", settings)
    return folder / "index"


def judged(
    themes: Sequence[Theme], reports: Path, index: Index, *, embedder: Embedder, scorer: Scorer, settings: Settings
) -> Iterator[Judged]:
    """Every theme, over the units that an overview of it would look at."""
    texts = texts_of(sorted({document for one in themes for document in one.documents}), reports)
    names = Names(index.manifest)
    for one in themes:
        asked = understand(one.theme, names=names)
        filters = Filters(documents=one.documents)  # elsewhere nobody has marked what is said on it
        context = Context(asked, index, names, embedder, None, filters, index.scope(filters), settings)
        wording = ThemeWords(one.theme, one.language, index.lexical)
        units = units_about(one.theme, wording, context, context.scope)
        told = look(units, wording, one.theme, context, scorer).features
        on, core = (_said(places, texts) for places in (one.on, one.core))
        deals = np.array([bool(_statements(unit) & on) for unit in units], dtype=np.bool_)
        subject = np.array([bool(_statements(unit) & core) for unit in units], dtype=np.bool_)
        yield Judged(told, deals, subject & deals, len(on - {said for unit in units for said in _statements(unit)}))


def _said(places: Sequence[tuple[str, int, int]], texts: dict[str, str]) -> set[tuple[str, str]]:
    return {
        (document, squeeze(texts[document][start:end]))
        for document, some in by_document(places).items()
        for start, end in some
    }


def _statements(unit: Unit) -> set[tuple[str, str]]:
    return {(unit.document, squeeze(one.text)) for one in unit.statements}
