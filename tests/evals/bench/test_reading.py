"""Reading measured beside LlamaIndex's pipeline, on files made here."""

from pathlib import Path

import pytest

from evals.bench.reading import main, peak_memory, time_reading
from tests.making.pdf import write_pdf


def test_both_pipelines_read_every_file(tmp_path: Path) -> None:
    paths = [write_pdf(tmp_path / f"{n}.pdf", [["Bosetting", "Kommunen bosatte ti flyktninger."]]) for n in range(2)]
    timed = time_reading(paths)
    assert timed.files == 2 and timed.ours > 0 and timed.ratio == timed.ours / timed.theirs


def test_memory_is_that_of_a_process_of_its_own() -> None:
    assert peak_memory(1) > 10_000_000


def test_a_folder_without_a_pdf_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["--corpus", str(tmp_path)])
    assert exit_.value.code == 1
