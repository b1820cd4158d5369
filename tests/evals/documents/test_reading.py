import zipfile
from pathlib import Path

import pytest

from evals.documents.reading import load_documents
from evals.errors import EvalError


def test_texts_are_found_by_their_stem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hei på deg")
    (tmp_path / "under").mkdir()
    (tmp_path / "under" / "b.md").write_text("# Hei")
    assert set(load_documents(tmp_path)) == {"a", "b"}


def test_markup_and_scripts_of_a_page_are_not_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Hei &aring;</p><script>skjult()</script><p>Ha</p>")
    assert load_documents(tmp_path)["a"].versions[0].squeezed == "heiåha"


def test_a_word_file_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w:p><w:t>Hei</w:t></w:p><w:tc>En</w:tc><w:tc>To &amp; tre</w:tc>")
    assert load_documents(tmp_path)["a"].versions[0].plain == "hei\nen\tto & tre\t"


def test_footnote_marks_may_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("29 000<sup>25</sup> personer")
    assert load_documents(tmp_path)["a"].holds("29000personer")


def test_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="no folder"):
        load_documents(tmp_path / "none")


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="no documents"):
        load_documents(tmp_path)
