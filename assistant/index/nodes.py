"""Passages as LlamaIndex nodes and back, and the text of a passage that is embedded and searched."""

import json
from typing import Any

from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from assistant.models import PageMark, Passage, SectionKind, Span
from assistant.statements import pairs_of


def searched_text(passage: Passage) -> str:
    """What is embedded and searched: the headings that give a passage its meaning, then its words."""
    heading = " > ".join((passage.title, *passage.path))
    return f"{heading}\n{pairs_of(passage) or passage.text}"


def to_node(passage: Passage, embedding: list[float] | None = None) -> TextNode:
    """The passage as a node; its metadata is flat, as Chroma wants it."""
    metadata = {
        "document": passage.document,
        "title": passage.title,
        "year": passage.year,
        "kind": passage.kind.value,
        "study": passage.study,
        "is_digest": passage.is_digest,
        "is_ocr": passage.is_ocr,
        "page": passage.page,
        "section": passage.section,
        "path": json.dumps(passage.path, ensure_ascii=False),
        "marks": json.dumps([[mark.offset, mark.page, mark.label] for mark in passage.marks]),
        "cells": json.dumps(passage.cells, ensure_ascii=False),
        "remarks": json.dumps(passage.remarks, ensure_ascii=False) if passage.remarks else None,
        "seams": json.dumps([passage.seams, passage.notes]),
        "spans": json.dumps(
            [[one.start, one.end, *one.lead, one.about, int(one.is_item), int(one.asks)] for one in passage.spans],
            ensure_ascii=False,
        ),
    }
    node = TextNode(
        id_=passage.id,
        text=passage.text,
        embedding=embedding,
        metadata={key: value for key, value in metadata.items() if value is not None},
        excluded_embed_metadata_keys=[key for key in metadata if key not in ("title", "section")],
        excluded_llm_metadata_keys=[key for key in metadata if key not in ("title", "year", "section", "page")],
    )
    node.relationships[NodeRelationship.SOURCE] = RelatedNodeInfo(node_id=passage.document)
    return node


def from_metadata(id_: str, text: str, metadata: dict[str, Any]) -> Passage:
    """The passage that a row of the collection holds."""
    seams, notes = json.loads(metadata["seams"])
    return Passage(
        id=id_,
        document=metadata["document"],
        title=metadata["title"],
        text=text,
        path=tuple(json.loads(metadata["path"])),
        year=metadata.get("year") or None,
        study=metadata.get("study") or None,
        kind=SectionKind(metadata["kind"]),
        marks=tuple(PageMark(*mark) for mark in json.loads(metadata["marks"])),
        cells=tuple((heading, value) for heading, value in json.loads(metadata["cells"])),
        remarks=tuple((mark, words) for mark, words in json.loads(metadata.get("remarks", "[]"))),
        seams=tuple(seams),
        notes=tuple(notes),
        spans=tuple(
            Span(start, end, (first, last), about, *map(bool, flags))  # an older index tells less
            for start, end, first, last, about, *flags in json.loads(metadata["spans"])
        ),
        is_digest=bool(metadata["is_digest"]),
        is_ocr=bool(metadata["is_ocr"]),
    )
