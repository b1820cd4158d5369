"""Nothing of this project is copied from the reports that it is tried on: no eighteen words in a row.

Held where the reports are at hand. Tables and titles are aside: figures and names have one wording.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.reports

ROOT = Path(__file__).parent.parent
RUN = 18
WORD = re.compile(r"[^\W_]+")


def runs(text: str) -> Iterator[str]:
    """Every run of eighteen words."""
    words = WORD.findall(text.lower())
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])


@pytest.fixture(scope="module")
def owned(reports: Path) -> frozenset[str]:
    """The runs of words that are the reports' own."""
    folders = [reports / "text", reports.parent / "training" / "reports"]
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.txt")]
    assert texts
    bare = [re.sub(r"<sup>[^<]*</sup>|<[^>]+>", " ", re.sub(r"(\w)-\s*\n\s*(\w)", r"\1\2", text)) for text in texts]
    return frozenset(run for text in bare for run in runs(text))


def test_no_file_holds_a_sentence_of_a_report(owned: frozenset[str]) -> None:
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode:
        pytest.skip("not a checkout")
    texts = {name: text for name in told.stdout.split("\0") if name and (text := _text(ROOT / name))}
    titles = {run for text in texts.values() for line in text.splitlines() if line[:1] == "#" for run in runs(line)}
    foreign = owned - titles
    copied = {
        name: [run for block in blocks(text) for run in runs(block) if run in foreign] for name, text in texts.items()
    }
    assert {name: found for name, found in copied.items() if found} == {}


def test_the_check_sees_what_is_copied(owned: frozenset[str]) -> None:
    some = sorted(owned)[0]
    assert list(runs(f"Som det heter: {some.upper()}, og så videre."))[3] in owned


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        return ""


def blocks(text: str) -> list[str]:
    """The text parted at headings, rows of tables and blank lines: no run crosses these."""
    return ("\n".join("\n\n" if line.lstrip()[:1] in ("#", "|") else line for line in text.splitlines())).split("\n\n")
