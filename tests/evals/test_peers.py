from pathlib import Path

import pytest

from evals.answering.runline import parse_line
from evals.peers.chunks import load_nodes
from evals.peers.dense import DensePeer
from evals.peers.lexical import LexicalPeer
from evals.shell.peers import peers_table
from tests.making.fakes import FakeEmbedder
from tests.making.reports import write_library

QUESTION = "Hvor mange kommuner tilbyr norskopplæring på arbeidsplassen?"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_library(tmp_path / "corpus")


def test_the_dense_peer_answers_with_its_two_best_passages(corpus: Path) -> None:
    line = parse_line(DensePeer(corpus, FakeEmbedder()).ask("q", QUESTION, ()))  # type: ignore[arg-type]
    assert [c.quote for c in line.citations] == [p.text for p in line.passages[:2]]
    assert all(c.quote in line.answer for c in line.citations)


def test_the_lexical_peer_finds_the_words(corpus: Path) -> None:
    line = parse_line(LexicalPeer(corpus, 1024).ask("q", QUESTION, ()))
    assert line.passages[0].document == "norsk-2019"


def test_earlier_questions_are_asked_as_well(corpus: Path) -> None:
    line = parse_line(LexicalPeer(corpus, 1024).ask("q", "Og der?", ["fastlegene skjermtolk"]))
    assert line.passages[0].document == "tolk-2021"


def test_smaller_chunks_are_more(corpus: Path) -> None:
    assert len(load_nodes(corpus, 64)) > len(load_nodes(corpus, 1024))


def test_the_table_leaves_out_what_no_pipeline_has() -> None:
    table = peers_table({"a": {"single.hit@5": 0.5}, "b": {}})
    assert table == "|  | a | b |\n| --- | --- | --- |\n| hit@5 | 0.500 | – |"
