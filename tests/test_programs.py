"""The example in docs/programs.md runs as it stands there."""

import re
from pathlib import Path

import pytest

from assistant.settings import Settings

PAPER = Path(__file__).parent.parent / "docs" / "programs.md"


def test_the_python_example_answers(
    library: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAPER.read_text(encoding="utf-8"), re.S)
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(library.index_dir))
    known: dict[str, object] = {}
    exec(compile(example, str(PAPER), "exec"), known)
    assert "tolk" in capsys.readouterr().out
    assert known["hits"]
