"""The tree of errors, and the texts of their codes."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import pytest

from assistant import errors
from assistant.reasons import as_data, from_data, reason
from assistant.texts import TEXTS

ROOT = Path(__file__).parent.parent.parent
PREFIX = "reason_"
CODES = sorted(key.removeprefix(PREFIX) for key in TEXTS if key.startswith(PREFIX))


def tree(kind: type[Exception]) -> Iterator[type[Exception]]:
    for child in kind.__subclasses__():
        yield child
        yield from tree(child)


OWN = [kind for kind in tree(errors.AssistantError) if kind.__module__ == errors.__name__]
MAKERS = {"reason", "refused", "AssistantError", *(kind.__name__ for kind in OWN)}


@dataclass(frozen=True)
class Made:
    """A place in the code where an error or a reason is made: the codes that it may have, and the values it gives."""

    place: str
    codes: frozenset[str]
    values: frozenset[str]


def made() -> Iterator[Made]:
    paths = [*(ROOT / "assistant").rglob("*.py"), *(ROOT / "ingest").rglob("*.py")]
    for path in sorted(paths):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and MAKERS.intersection(called(node.func)):
                names = [word.arg for word in node.keywords]
                if None not in names:  # else it is made again, of one that was made elsewhere
                    place = f"{path.relative_to(ROOT)}:{node.lineno}"
                    yield Made(place, frozenset(codes_in(node.args[0])), frozenset(filter(None, names)))


def called(function: ast.expr) -> Iterator[str]:
    for one in either(function):
        if isinstance(one, ast.Name):
            yield one.id


def codes_in(code: ast.expr) -> Iterator[str]:
    """The codes that are written out: the one, or the two of a condition."""
    for one in either(code):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def either(one: ast.expr) -> tuple[ast.expr, ...]:
    return (one.body, one.orelse) if isinstance(one, ast.IfExp) else (one,)


MADE = list(made())


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.__name__)
def test_every_error_stands_in_the_drawing_with_whether_it_may_pass(kind: type[errors.AssistantError]) -> None:
    line = re.search(rf"─ {kind.__name__}\b.*", errors.__doc__ or "")
    assert line and ("↻" in line[0]) is kind.retryable


def test_every_error_of_the_module_belongs_to_the_tree() -> None:
    named = {value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)}
    assert named == {errors.AssistantError, *OWN}


@pytest.mark.parametrize("one", MADE, ids=lambda one: one.place)
def test_what_is_raised_has_a_text_that_is_filled_by_its_values(one: Made) -> None:
    assert one.codes, "a code is written out where the error is made"
    for code in one.codes:
        assert {name for _, name, _, _ in Formatter().parse(TEXTS[PREFIX + code]["nb"]) if name} == one.values


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_somebodys(code: str) -> None:
    assert any(code in one.codes for one in MADE)


def test_it_is_told_in_each_language() -> None:
    error = errors.IndexMissing("index_missing", index_dir=Path("data/index"))
    assert error.worded("nb") == "Ingenting er indeksert i data/index ennå. Kjør: python -m ingest"
    assert str(error) == error.worded("en") == "Nothing is indexed in data/index yet. Run: python -m ingest"


def test_a_reason_within_one_is_told_in_the_same_language() -> None:
    why = reason("file_changed", file="a.bin")
    error = errors.IndexDamaged("index_damaged_by", index_dir="ix", why=why)
    assert "(a.bin er endra)" in error.worded("nn") and "(a.bin has changed)" in str(error)


def test_it_comes_back_from_json_as_it_was() -> None:
    error = errors.BackupError("backup_damaged", path="b.tar", why=reason("backup_incomplete", count=2))
    assert from_data(json.loads(json.dumps(as_data(error.reason)))) == error.reason


def test_a_file_that_cannot_be_read_says_why() -> None:
    error = errors.ReadError("too_many_pages", pages=6001)
    assert error.code == "too_many_pages" and "6001" in str(error)
