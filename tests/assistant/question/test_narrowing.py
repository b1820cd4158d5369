"""Filters as they are named, and what is said of names that are not there."""

from typing import Any

import pytest

from assistant.errors import FilterError
from assistant.filters import EVERYTHING, Filters
from assistant.index.manifest import Manifest, load_manifest
from assistant.models import ReportKind, SectionKind
from assistant.question.narrowing import filters_as_json, filters_from
from assistant.settings import Settings


@pytest.fixture(scope="module")
def manifest(quick: Settings) -> Manifest:
    """What the index of the three small reports holds."""
    return load_manifest(quick.index_dir)


@pytest.mark.parametrize(
    ("span", "years"),
    [
        ("2019", (2019, 2019)),
        ("2019-2023", (2019, 2023)),
        ("2019 – 2023", (2019, 2023)),
        ("2019-", (2019, None)),
        ("-2018", (None, 2018)),
        ([2019, None], (2019, None)),
    ],
)
def test_a_span_of_years(manifest: Manifest, span: Any, years: tuple[int | None, int | None]) -> None:
    assert filters_from({"years": span}, manifest).years == years


@pytest.mark.parametrize("span", ["19", "2019-20", "i fjor", "2023-2019", [2019], ["2019", "2020"], 2019])
def test_what_is_no_span_is_refused(manifest: Manifest, span: Any) -> None:
    with pytest.raises(FilterError):
        filters_from({"years": span}, manifest)


def test_names_may_be_written_in_any_case(manifest: Manifest) -> None:
    kind = manifest.documents[0].report.kind
    named = {"documents": "Tolk-2021", "kinds": [kind.value.upper()], "sections": "FINDINGS"}
    filters = filters_from(named, manifest)
    assert filters == Filters(kinds=(kind,), documents=("tolk-2021",), sections=(SectionKind.FINDINGS,))


@pytest.mark.parametrize(
    ("field", "there"),
    [("documents", "tolk-2021"), ("without_documents", "bustad-2022"), ("sections", "recommendations")],
)
def test_an_unknown_name_is_refused_with_what_there_is(manifest: Manifest, field: str, there: str) -> None:
    with pytest.raises(FilterError, match=f"'nowhere'.*{there}"):
        filters_from({field: ["nowhere"]}, manifest)


@pytest.mark.parametrize("field", ["documents", "years", "x" * 100_000])
def test_a_value_of_any_length_is_not_repeated_whole(manifest: Manifest, field: str) -> None:
    with pytest.raises(FilterError) as refused:
        filters_from({field: "9" * 100_000}, manifest)
    assert len(str(refused.value)) < 1000


def test_a_kind_that_no_indexed_report_has_is_refused(manifest: Manifest) -> None:
    assert all(item.report.kind is not ReportKind.ANNUAL for item in manifest.documents)
    with pytest.raises(FilterError, match="årsrapport"):
        filters_from({"kinds": ["årsrapport"]}, manifest)


@pytest.mark.parametrize("named", [{"year": "2019"}, {"documents": 3}, {"sections": [None]}, {"kinds": {"a": 1}}])
def test_a_filter_of_a_wrong_form_is_refused(manifest: Manifest, named: dict[str, Any]) -> None:
    with pytest.raises(FilterError):
        filters_from(named, manifest)


@pytest.mark.parametrize(
    "filters",
    [
        EVERYTHING,
        Filters(years=(None, 2020)),
        Filters(documents=("tolk-2021",), sections=(SectionKind.ABOUT,), without_passages=("norsk-2019:00001",)),
    ],
)
def test_filters_come_back_from_json(manifest: Manifest, filters: Filters) -> None:
    assert filters_from(filters_as_json(filters), manifest) == filters


def test_nothing_named_narrows_nothing(manifest: Manifest) -> None:
    assert filters_from({}, manifest) == EVERYTHING
