from pathlib import Path

import pytest

from evals.errors import QuestionSetError
from evals.questions.goldset import read_questions

LINE = '{"id": "a", "question": "Hva?", "lang": "nb", "type": "fact", "evidence": [{"doc": "d", "quote": "q"}]}'


def _read(tmp_path: Path, text: str):  # type: ignore[no-untyped-def]
    path = tmp_path / "set.jsonl"
    path.write_text(text, encoding="utf-8")
    return read_questions(path)


def test_a_question_is_read(tmp_path: Path) -> None:
    question = _read(tmp_path, LINE + "\n\n")[0]
    assert (question.id, question.group, question.documents) == ("a", "single", ("d",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no questions"),
        ("{", "line 1"),
        ('{"id": "a"}', "`question` is missing"),
        (LINE.replace('"nb"', "3"), "`lang` is not a text"),
    ],
)
def test_what_is_no_question_set_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(QuestionSetError, match=message):
        _read(tmp_path, text)
