"""Kinds of report can be made to weigh differently; as the settings stand, they do not."""

import pytest

from assistant.api import Assistant
from assistant.models import ReportKind
from assistant.settings import Settings
from tests.making.fakes import FakeEmbedder

QUESTION = "Hva fant de om tolk, norskopplæring og bustad?"


@pytest.fixture
def kinds(quick: Settings, fake: FakeEmbedder) -> dict[str, ReportKind]:
    """The kind of each report that can be found."""
    return {item.report.document: item.report.kind for item in Assistant.open(quick).manifest.documents}


def first_of(settings: Settings, weights: dict[ReportKind, float]) -> str:
    search = settings.search.model_copy(update={"weight_source_kind": weights})
    return Assistant.open(settings.model_copy(update={"search": search})).ask(QUESTION).hits[0].passage.document


def test_a_kind_that_weighs_most_comes_first(quick: Settings, fake: FakeEmbedder, kinds: dict[str, ReportKind]) -> None:
    assert len(set(kinds.values())) > 1
    assert all(kinds[first_of(quick, {kind: 100.0})] is kind for kind in set(kinds.values()))


def test_kinds_weigh_alike_where_nothing_is_set() -> None:
    assert Settings().search.weight_source_kind == {}
