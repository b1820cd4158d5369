"""Files of one JSON object a line."""

from pathlib import Path

from evals.training.lines import read_lines


def test_each_line_is_an_object_and_empty_ones_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('{"text": "på"}\n\n{"text": "av"}\n', encoding="utf-8")
    assert read_lines(path) == [{"text": "på"}, {"text": "av"}]
