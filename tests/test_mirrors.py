"""Every module has its test: one of its own name in the same place, or the one that `covers.toml` names."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
COVERS: dict[str, str] = tomllib.loads((ROOT / "tests/covers.toml").read_text(encoding="utf-8"))
MODULES = [
    path.relative_to(ROOT)
    for package in ("assistant", "ingest", "evals")
    for path in sorted((ROOT / package).rglob("*.py"))
    if len(ast.parse(path.read_text(encoding="utf-8")).body) > 1
]


def mirror(module: Path) -> Path:
    """Where the test of the module's own name is, or would be."""
    folder = Path("tests", *module.parent.parts)
    if folder.parts[1:3] == ("assistant", "ui"):
        folder = Path("tests", *folder.parts[2:])
    if module.name == "__init__.py":
        return folder.parent / f"test_{folder.name}.py"
    return folder / f"test_{module.stem.strip('_')}.py"


def covered_by(module: Path) -> str:
    """The test that the table names for the module: its own line, or that of the nearest folder."""
    places = [str(module), *(f"{parent}/" for parent in module.parents)]
    return next((COVERS[place] for place in places if place in COVERS), "")


@cache
def imports() -> grimp.ImportGraph:
    """Who imports whom, tests included."""
    graph = grimp.build_graph("assistant", "ingest", "evals", "tests")
    graph.add_import(importer="ingest.apart.pool", imported="ingest.apart.process")  # a process that it starts
    return graph


def dotted(path: Path | str) -> str:
    return ".".join(Path(path).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_it_has_its_test(module: Path) -> None:
    test = covered_by(module)
    assert (ROOT / mirror(module)).exists() or test, f"neither {mirror(module)} nor a line in tests/covers.toml"
    # What only a browser or the page's own script reaches cannot be seen from imports.
    if not (ROOT / mirror(module)).exists() and not str(module).startswith("assistant/ui/"):
        chain = imports().find_shortest_chain(dotted(test), dotted(module))
        assert chain, f"{test} never comes to {module}"


@pytest.mark.parametrize(("place", "test"), COVERS.items())
def test_each_line_of_the_table_is_needed(place: str, test: str) -> None:
    assert (ROOT / place).exists() and (ROOT / test).exists()
    assert place.endswith("/") or not (ROOT / mirror(Path(place))).exists()
