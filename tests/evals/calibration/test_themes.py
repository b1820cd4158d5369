"""What is told of every study and chapter of a made document beside whether it deals with a theme."""

from pathlib import Path

from assistant.embedding import load_embedder
from assistant.index.reader import open_index
from assistant.overview.weighing import FILE, TOLD
from assistant.reader.scorer import Scorer
from assistant.settings import load_settings
from evals.calibration.themes import index_themes, judged
from evals.training.themes import Theme
from tests.evals.training.test_reports import ADVICE, CHILDREN, DOCUMENT, folder, place

__all__ = ["folder"]  # a fixture


def test_chapters_with_a_statement_on_the_theme_deal_with_it(folder: Path, tmp_path: Path) -> None:
    def at(words: str) -> tuple[str, int, int]:
        start, end = place(words)
        return DOCUMENT, start, end

    themes = [
        Theme("barn som tolk", "nb", (DOCUMENT,), (at(CHILDREN),), (), (at(CHILDREN),)),
        Theme("skjermtolk", "nb", (DOCUMENT,), (at(ADVICE),), (), ()),
    ]
    settings = load_settings()
    index = open_index(index_themes(themes, folder, tmp_path / "made", settings), settings.embedding.model)
    embedder, scorer = load_embedder(settings.embedding), Scorer.load(FILE)
    first, second = judged(themes, folder, index, embedder=embedder, scorer=scorer, settings=settings)
    assert first.told.shape == (len(first.deals), len(TOLD))
    assert (first.deals.sum(), first.core.sum(), first.missed) == (1, 1, 0)
    assert (second.deals.sum(), second.core.sum()) == (1, 0)
    index.close()
