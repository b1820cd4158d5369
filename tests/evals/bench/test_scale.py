"""The bench of scale on a small index: what is made, what is measured, what is told."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.index.manifest import load_manifest
from assistant.models import ReportKind, SectionKind
from assistant.settings import Settings
from evals.bench import scale
from evals.bench.made import Made, made_library, questions
from evals.bench.scale import Measured, ask, build, vectors_of
from tests.making.fakes import FakeEmbedder, FakeReader

PASSAGES = 200


@pytest.fixture(scope="module")
def made() -> Made:
    return made_library(PASSAGES)


def test_as_many_passages_are_made_as_asked_for(made: Made) -> None:
    assert len({passage.id for passage in made.passages}) == PASSAGES
    assert sum(document.passages for document in made.documents) == PASSAGES


def test_each_passage_has_statements_for_the_reader(made: Made) -> None:
    assert all(passage.spans for passage in made.passages)


def test_the_same_seed_makes_the_same(made: Made) -> None:
    assert made_library(PASSAGES).passages == made.passages


def test_the_vocabulary_grows_with_the_text() -> None:
    def types(passages: int) -> int:
        return len({word for passage in made_library(passages).passages for word in passage.text.split()})

    assert types(400) > 1.3 * types(PASSAGES)


def test_what_filters_ask_for_is_there() -> None:
    made = made_library(5000)
    assert len({document.report.year for document in made.documents}) > 15
    assert {document.report.kind for document in made.documents} == set(ReportKind)
    assert {passage.kind for passage in made.passages} >= {SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS}


def test_passages_of_a_study_are_nearest_to_one_another(made: Made) -> None:
    vectors = vectors_of(made, FakeEmbedder())
    studies = np.array(made.studies)
    cosines = vectors @ vectors.T - 2 * np.eye(len(vectors))
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(PASSAGES), abs=1e-5)
    assert np.mean(studies[cosines.argmax(axis=1)] == studies) > 0.9


def test_an_index_is_built_and_asked(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "load_embedder", lambda settings: FakeEmbedder())
    monkeypatch.setattr("assistant.api.load_reader", lambda settings: FakeReader())
    settings = Settings(index_dir=tmp_path)
    built = build(made, settings, FakeEmbedder())
    assert load_manifest(tmp_path).passages == PASSAGES
    assert built.seconds > 0 and built.memory > 0 and built.chroma > built.lexical > 0
    asked = ask(questions(made, 8), settings)
    assert asked.answer.p95 >= asked.answer.p50 > 0
    assert asked.first > 0 and asked.memory > 0


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[Path, str]:
    """What the command writes and prints about two sizes, the measuring itself left out."""
    times = scale.Times(20.0, 40.0, 15.0, 30.0)

    def measured(passages: int, count: int, folder: Path) -> Measured:
        return Measured(passages, scale.Built(2, 1, 300, 20, 5), scale.Asked(3, 0.1, 400, *[times] * 5))

    monkeypatch.setattr(scale, "measure", measured)
    assert scale.main(["--sizes", "1000,200", "--out", str(tmp_path)]) == 0
    return tmp_path, capsys.readouterr().out


def test_the_table_has_a_line_for_each_size_smallest_first(told: tuple[Path, str]) -> None:
    lines = [line for line in told[1].splitlines() if line.startswith(("| 200 ", "| 1,000 "))]
    assert [line.split(" | ")[0] for line in lines] == ["| 200", "| 1,000"] * 2
    assert "20 · 40 (15 · 30)" in told[1]


def test_table_plot_and_figures_are_written(told: tuple[Path, str]) -> None:
    assert (told[0] / "scale.md").read_text(encoding="utf-8") == told[1]
    assert [row["passages"] for row in json.loads((told[0] / "scale.json").read_text())] == [200, 1000]
    assert ET.parse(told[0] / "scale.svg").getroot().tag.endswith("svg")


def test_a_step_in_a_process_of_its_own_hands_back_what_it_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Sequence[str]] = []
    times = {"p50": 1.0, "p95": 2.0, "cpu50": 1.0, "cpu95": 2.0}
    answers = iter(
        (
            {"seconds": 1.0, "cpu": 1.0, "memory": 1.0, "chroma": 1.0, "lexical": 1.0},
            {"opened": 1.0, "first": 1.0, "memory": 9.0}
            | dict.fromkeys(("embedding", "search", "answer", "search_filtered", "answer_filtered"), times),
        )
    )

    def run(command: Sequence[str], **_: object) -> object:
        ran.append(command)
        return type("Done", (), {"stdout": json.dumps(next(answers))})

    monkeypatch.setattr("subprocess.run", run)
    found = scale.measure(PASSAGES, 8, tmp_path)
    assert [command[3] for command in ran] == ["build", "ask"]
    assert (found.asked.answer.p95, found.asked.memory) == (2.0, 9.0)


def test_a_step_leaves_the_users_own_index_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scale, "load_embedder", lambda settings: FakeEmbedder())
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(tmp_path / "own"))
    monkeypatch.setenv("CHROMA_URL", "http://127.0.0.1:9")
    scale._step("build", "30", "2", str(tmp_path / "made"))
    assert json.loads(capsys.readouterr().out)["chroma"] > 0
    assert load_manifest(tmp_path / "made").passages == 30 and not (tmp_path / "own").exists()
