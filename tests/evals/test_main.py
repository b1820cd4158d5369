"""The shell end to end, on three small reports and a stand-in for the model."""

import json
from pathlib import Path

import pytest

from evals.__main__ import main
from tests.making.fakes import FakeEmbedder
from tests.making.reports import write_library

QUOTE = "Bare 37 prosent av kommunene tilbyr norskopplæring på arbeidsplassen."
QUESTIONS = [
    {
        "id": "s1",
        "question": "Hvor mange kommuner tilbyr norskopplæring på arbeidsplassen?",
        "lang": "nb",
        "type": "fact",
        "evidence": [{"doc": "norsk-2019", "quote": QUOTE}],
        "facts": ["37"],
    },
    {
        "id": "s2",
        "question": "Hva kostet månelandingen?",
        "lang": "nb",
        "type": "unanswerable",
        "evidence": [],
        "facts": [],
        "why": "Ingen omtaler den.",
    },
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_library(tmp_path / "corpus")


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps(q, ensure_ascii=False) + "\n" for q in QUESTIONS), encoding="utf-8")
    return path


@pytest.fixture
def run(corpus: Path, questions: Path, tmp_path: Path, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run folder made by the command; that the stand-in finds nothing near keeps it from no answer."""
    monkeypatch.setenv("ASSISTANT_ANSWER__ABSTAIN_BELOW", "0")
    out = tmp_path / "run"
    assert main(["run", "--questions", str(questions), "--corpus", str(corpus), "--out", str(out)]) == 0
    return out


def test_a_run_folder_holds_all_that_it_was_made_from(run: Path) -> None:
    assert {"config.json", "versions.json", "corpus.json", "results.jsonl", "figures.json"} <= {
        path.name for path in run.iterdir()
    }
    assert len(json.loads((run / "corpus.json").read_text())["sha256"]) == 64


def test_the_assistants_answers_are_verbatim_and_supported(run: Path) -> None:
    figures = json.loads((run / "figures.json").read_text())["figures"]
    assert figures["citations.verbatim"]["value"] == figures["answers.numbers_supported"]["value"] == 1


def test_an_index_that_is_there_is_used_with_the_files_it_was_made_from(run: Path, questions: Path) -> None:
    out = run.parent / "again"
    assert main(["run", "--questions", str(questions), "--index", str(run / "index"), "--out", str(out)]) == 0
    assert not (out / "index").exists()
    assert json.loads((out / "figures.json").read_text())["figures"]["citations.verbatim"]["value"] == 1


def test_answers_that_are_there_are_scored(run: Path, questions: Path, corpus: Path) -> None:
    answers = run.parent / "answers.jsonl"
    lines = [json.loads(line)["answer"] for line in (run / "results.jsonl").read_text().splitlines()]
    answers.write_text("".join(json.dumps(line) + "\n" for line in lines))
    arguments = ["--questions", str(questions), "--answers", str(answers), "--corpus", str(corpus)]
    assert main(["run", *arguments, "--out", str(run.parent / "scored")]) == 0
    assert (run.parent / "scored" / "results.jsonl").read_text() == (run / "results.jsonl").read_text()


def test_a_run_does_not_differ_from_itself(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = run.parent / "page.html"
    assert main(["compare", str(run), str(run), "--html", str(page)]) == 0
    out = capsys.readouterr().out
    assert "no difference shown" in out
    assert "0 of 2 questions changed side." in out
    assert page.read_text().startswith("<!doctype html>")


def test_a_run_has_a_page(run: Path) -> None:
    assert main(["report", str(run)]) == 0
    assert "Hvor mange kommuner tilbyr" in (run / "report.html").read_text()


def test_an_index_does_not_drift_from_itself(run: Path, questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (run / "index" / "x").parent.mkdir(exist_ok=True)
    index = str(run / "index")
    assert main(["drift", index, index, "--questions", str(questions)]) == 0
    assert "│ answers changed                 │ 0" in capsys.readouterr().out


def test_a_sound_set_passes(questions: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(questions), "--corpus", str(corpus)]) == 0
    assert "2 questions, 0 errors, 0 warnings." in capsys.readouterr().out


def test_a_set_with_errors_fails(questions: Path, corpus: Path) -> None:
    questions.write_text(questions.read_text().replace('"37"', '"38"'))
    assert main(["check", str(questions), "--corpus", str(corpus)]) == 1


def test_the_gate_names_what_is_below_its_floor(
    questions: Path,
    corpus: Path,
    fake: FakeEmbedder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("evals.shell.gate.read_floors", lambda: {"single.hit@5": 1.01})
    assert main(["gate", "--questions", str(questions), "--corpus", str(corpus)]) == 1
    assert "single.hit@5 is 1.000, and should be at least 1.010" in capsys.readouterr().out


def test_peers_make_a_table_with_ours(
    questions: Path,
    corpus: Path,
    fake: FakeEmbedder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("assistant.embedding.load_embedder", lambda settings: fake)
    arguments = ["--questions", str(questions), "--corpus", str(corpus), "--out", str(corpus.parent / "peers")]
    assert main(["peers", *arguments]) == 0
    assert "|  | ours | LlamaIndex defaults | BM25, 1024 | BM25, 256 |" in capsys.readouterr().out


def test_a_failure_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path / "none")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_wrong_use_is_two() -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["compare", "one"])
    assert exit_.value.code == 2


def test_a_set_is_written_with_places_and_with_quotes_again(questions: Path, corpus: Path, tmp_path: Path) -> None:
    placed, quoted = tmp_path / "placed.jsonl", tmp_path / "quoted.jsonl"
    assert main(["check", str(questions), "--corpus", str(corpus), "--places", str(placed)]) == 0
    assert QUOTE not in placed.read_text()
    assert main(["check", str(placed), "--corpus", str(corpus), "--quotes", str(quoted)]) == 0
    assert QUOTE.rstrip(".") in quoted.read_text()
