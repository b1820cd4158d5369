"""Which libraries are known where, and where output is written; who imports whom stands in `pyproject.toml`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORE = [path for path in sorted((ROOT / "assistant").rglob("*.py")) if "ui" not in path.relative_to(ROOT).parts]
INGEST = sorted((ROOT / "ingest").rglob("*.py"))
ALL = [path for name in ("assistant", "ingest", "evals") for path in sorted((ROOT / name).rglob("*.py"))]


def named(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=[str(path.relative_to(ROOT)) for path in paths])


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports, at its top or later."""
    found: set[str] = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


def _nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@named(CORE)
def test_the_core_knows_no_screen(path: Path) -> None:
    assert "streamlit" not in imported(path)


@named(INGEST)
def test_ingest_knows_no_screen(path: Path) -> None:
    assert "streamlit" not in imported(path)


@named([path for path in INGEST if {"reading", "structure"} & set(path.parts)])
def test_reading_knows_no_index(path: Path) -> None:
    assert imported(path).isdisjoint({"chromadb", "llama_index", "sentence_transformers"})


@named([path for path in ALL if path.name != "__main__.py"])
def test_only_shells_print(path: Path) -> None:
    shell = path.relative_to(ROOT).parts[1:2] == ("shell",)
    calls = [n for n in _nodes(path) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "print"]
    assert shell or not calls


# Patterns that questions and reports are read by, not words for users.
READING = ("words.py", "detect.py", "wanted.py", "story.py")


@named([path for path in CORE if path.name not in ("texts.py", *READING)])
def test_texts_for_users_stand_in_the_table_of_texts(path: Path) -> None:
    words = re.compile(r"\b(ikke|ikkje|rapportene|rapportane|spørsmålet)\b", re.I)
    docstrings = {id(doc) for doc in _docstrings(path)}
    texts = [
        node.value
        for node in _nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    assert [text for text in texts if " " in text and words.search(text)] == []


def _docstrings(path: Path) -> Iterator[ast.AST]:
    for node in _nodes(path):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            yield body[0].value
