from pathlib import Path

import pytest

from evals.answering.running import Origin, scored
from evals.answering.runs import Run, read_run_folder, write_run
from evals.errors import RunError
from tests.evals.making import DOCUMENTS, NOTHING, QUESTION, raw

ORIGIN = Origin({"a": 1}, {"python": "3"}, {"sha256": "0"})


def run_of(*lines: dict[str, object], name: str = "run") -> Run:
    return scored(name, [QUESTION, NOTHING], lines, DOCUMENTS, ORIGIN)[0]


def test_a_run_comes_back_as_it_was_written(tmp_path: Path) -> None:
    run, found = scored("r", [QUESTION, NOTHING], [raw()], DOCUMENTS, ORIGIN)
    write_run(tmp_path / "r", run, found)
    assert read_run_folder(tmp_path / "r") == run


def test_what_is_no_run_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no run"):
        read_run_folder(tmp_path)


def test_a_damaged_run_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "results.jsonl").write_text("{}\n")
    for name in ("config", "versions", "corpus"):
        (tmp_path / f"{name}.json").write_text("{}")
    with pytest.raises(RunError, match="damaged"):
        read_run_folder(tmp_path)
