"""Knowledge that an operator replaces: read from where it is said to be, and refused where it is wrong."""

from pathlib import Path

import pytest

from assistant import knowledge
from assistant.answer.series.known import load_known
from assistant.errors import SettingsError
from assistant.language.outdated import load_outdated
from assistant.language.places import places
from assistant.language.terms import load_terms

LOADERS = {"terms.toml": load_terms, "outdated.toml": load_outdated, "series.toml": load_known, "places.txt": places}


def test_a_file_of_the_folder_takes_the_place_of_the_bundled_one_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "places.txt").write_text("# none\nFjordøya\n", encoding="utf-8")
    knowledge.use(tmp_path)
    assert places() == {"Fjordøya"}
    assert load_terms().norwegian


def test_without_a_folder_the_bundled_files_are_read() -> None:
    knowledge.use(None)
    assert load_terms().norwegian and load_outdated() and not load_known().breaks


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("outdated.toml", "[[outdated]]\nold = ['x']\nsince = 2020\nsource = 'y'\nnb = 'a'\nnn = 'b'", "outdated.0.en"),
        ("series.toml", "[[break]]\nwords = ['x']\nuntil = 'then'\nfrom = 2020\nnb = ''\nnn = ''\nen = ''", "until"),
        ("series.toml", "[[brake]]\n", "brake"),
        ("terms.toml", "[[renamed]]\nterm = ['a']", "renamed.0.term"),
        ("terms.toml", "[", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    knowledge.use(tmp_path)
    with pytest.raises(SettingsError, match=f"{name}.*{said}"):
        LOADERS[name]()


def test_a_file_that_nothing_reads_is_refused(tmp_path: Path) -> None:
    (tmp_path / "breaks.toml").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"breaks\.toml"):
        knowledge.use(tmp_path)
