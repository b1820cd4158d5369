"""Passages as LlamaIndex nodes and back."""

import pytest
from llama_index.core.schema import MetadataMode

from assistant.index.nodes import from_metadata, searched_text, to_node
from assistant.models import PageMark, Passage, SectionKind, Span

FULL = Passage(
    id="tolk-2021:00003",
    document="tolk-2021",
    title="Tolking i helsetjenesten 2021",
    text="Fastlegene bestiller tolk.\n• Barn brukes fortsatt.",
    path=("«Tolk på legekontoret»", "Hovedfunn"),
    year=2021,
    kind=SectionKind.FINDINGS,
    marks=(PageMark(0, 4), PageMark(27, 5)),
    spans=(Span(0, 26), Span(29, 51, (0, 26), "Ås", is_item=True, asks=True)),
)
ROW = Passage("r:1", "r", "Tall", "Tabell 1\nFylke | Andel\nOslo | 12", cells=(("Fylke", "Oslo"), ("Andel", "12")))
BARE = Passage("r:2", "r", "Rapport", "Et avsnitt.")


@pytest.mark.parametrize("passage", [FULL, ROW, BARE], ids=["full", "table row", "bare"])
def test_a_passage_comes_back_as_it_was(passage: Passage) -> None:
    node = to_node(passage)
    assert from_metadata(node.node_id, node.get_content(), node.metadata) == passage


def test_statements_of_an_older_index_are_read() -> None:
    node = to_node(FULL)
    node.metadata["spans"] = '[[29, 51, 0, 26, "Ås", 1]]'
    assert from_metadata(node.node_id, node.get_content(), node.metadata).spans == (
        Span(29, 51, (0, 26), "Ås", is_item=True),
    )


@pytest.mark.parametrize("passage", [FULL, ROW, BARE], ids=["full", "table row", "bare"])
def test_metadata_is_flat_as_chroma_wants_it(passage: Passage) -> None:
    assert all(isinstance(value, str | int | float) for value in to_node(passage).metadata.values())


def test_a_node_belongs_to_its_document() -> None:
    assert to_node(FULL).ref_doc_id == "tolk-2021"


def test_a_language_model_sees_title_section_and_page_but_no_bookkeeping() -> None:
    shown = to_node(FULL).get_content(MetadataMode.LLM)
    assert "Tolking i helsetjenesten 2021" in shown and "Hovedfunn" in shown and "page: 4" in shown
    assert "marks" not in shown and "cells" not in shown


def test_headings_are_searched_with_the_words_below_them() -> None:
    searched = searched_text(FULL)
    assert searched.startswith("Tolking i helsetjenesten 2021 > «Tolk på legekontoret» > Hovedfunn\n")
    assert searched.endswith(FULL.text)


def test_each_value_of_a_table_row_is_searched_behind_its_heading() -> None:
    assert "Fylke: Oslo · Andel: 12" in searched_text(ROW)
