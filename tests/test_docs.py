"""What the papers say is there: links, anchors, commands, settings."""

import importlib
import re
from pathlib import Path

import pytest

from assistant.settings import Settings

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "evals/README.md", ROOT / "corpus/README.md"]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *READMES])
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`]+`", re.S)
COMMAND = re.compile(r"python -m ((?:assistant|ingest|evals|docs)[\w.]*)((?: (?!-)[a-z]+)?)")

named = pytest.mark.parametrize("paper", PAPERS, ids=[str(path.relative_to(ROOT)) for path in PAPERS])


def anchors(path: Path) -> set[str]:
    """The anchors of a paper's headings, as they are made on the web."""
    lines = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.S).splitlines()
    heads = [line.lstrip("#").strip().lower() for line in lines if line.startswith("#")]
    return {re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", head)) for head in heads}


@named
def test_links_lead_somewhere(paper: Path) -> None:
    for link in LINK.findall(CODE.sub("", paper.read_text(encoding="utf-8"))):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (paper.parent / name).resolve() if name else paper
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@named
def test_make_targets_exist(paper: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    shown = set(re.findall(r"(?:^    |`)make ([a-z-]+)", paper.read_text(encoding="utf-8"), re.M))
    assert shown <= targets


@named
def test_modules_that_are_run_exist(paper: Path) -> None:
    for module, _ in COMMAND.findall(paper.read_text(encoding="utf-8")):
        path = ROOT / module.rstrip(".").replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


@named
def test_files_that_are_named_exist(paper: Path) -> None:
    if paper.name == "CHANGELOG.md":
        return  # it tells of what is gone, too
    text = paper.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:assistant|ingest|evals|corpus|tests|docs|deploy)/[\w/.]+)`", text):
        assert (ROOT / name).exists() or name.endswith("runs/"), name


@named
def test_settings_that_are_named_exist(paper: Path) -> None:
    for name in re.findall(r"ASSISTANT_[A-Z_]+", paper.read_text(encoding="utf-8")):
        group, _, field = name.removeprefix("ASSISTANT_").lower().partition("__")
        if group.startswith(("test_", "judge_")):
            continue
        assert group in Settings.model_fields, name
        assert not field or field in type(Settings.model_fields[group].default).model_fields, name


@pytest.mark.parametrize("module", ["ingest", "evals", "assistant"])
def test_subcommands_that_are_shown_exist(module: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n".join(paper.read_text(encoding="utf-8") for paper in PAPERS)
    shown = {word.strip() for one, word in COMMAND.findall(text) if one == module and word.strip()}
    with pytest.raises(SystemExit):
        importlib.import_module(f"{module}.__main__").main(["--help"])
    told = capsys.readouterr().out
    assert {word for word in shown if word not in told} == set()


def test_the_readme_is_short() -> None:
    lines = [len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in ("README.md", "README.en.md")]
    assert max(lines) <= 150
