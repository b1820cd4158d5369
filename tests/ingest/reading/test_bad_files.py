"""Files that are damaged, locked, empty or something else than their name says: a ReadError, or what can be read."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import ReadError
from assistant.reasons import Reason, reason
from ingest.reading import read_report
from tests.ingest.reading.test_own_reports import numbered


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("a.txt", "b")
    return file.getvalue()


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(numbered()))
    writer.encrypt("hemmelig", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def blank() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("tom.pdf", b"", reason("empty")),
        ("tom.txt", b" \n\0", reason("empty")),
        ("pakke.pdf", archive(), reason("other_kind", kind="PDF")),
        ("side.pdf", b"<html><body>hei</body></html>", reason("other_kind", kind="PDF")),
        ("ord.docx", b"ikke Word", reason("other_kind", kind="Word")),
        ("pakke.docx", archive(), reason("other_kind", kind="Word")),
        ("rapport.txt", numbered(), reason("other_kind", kind="txt")),
        ("bytes.txt", bytes(range(256)) * 40, reason("encoding")),
        ("last.pdf", locked(), reason("encrypted")),
        ("blank.pdf", blank(), reason("scanned")),
        ("halv.pdf", numbered()[:300], reason("damaged")),
        ("bilde.png", b"\x89PNG", reason("unknown_kind", kind=".png")),
    ],
)
def test_says_why_it_cannot_be_read(tmp_path: Path, name: str, data: bytes, why: Reason) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_report(path)
    assert caught.value.reason == why


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_reads_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "blåbær æøå.txt"
    path.write_bytes("Blåbærsyltetøy er godt på brød.\n\nDet synes «alle» her.".encode(encoding))
    found = [b.text for _, s in read_report(path).root.walk() for b in s.blocks]
    assert found == ["Blåbærsyltetøy er godt på brød.", "Det synes «alle» her."]


def test_a_wrong_cross_reference_table_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "xref.pdf"
    path.write_bytes(numbered().replace(b"startxref", b"startxxxx"))
    assert read_report(path).root.children


def test_a_missing_file_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        read_report(tmp_path / "finnes ikke.pdf")


_bounded = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _survives(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        read_report(path)
    except ReadError as error:
        assert str(error)
        assert "\n" not in str(error)


@_bounded
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=60), end=st.integers(0, 6000))
def test_damaged_pdfs_fail_in_order(tmp_path: Path, changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(numbered())
    for at, value in changes:
        data[at % len(data)] = value
    _survives(tmp_path / "skade.pdf", bytes(data[: len(data) - end % 900]))


@_bounded
@given(text=st.text(max_size=400), suffix=st.sampled_from([".txt", ".md", ".html", ".docx", ".pdf"]))
def test_any_text_fails_in_order_or_is_read(tmp_path: Path, text: str, suffix: str) -> None:
    _survives(tmp_path / f"tekst{suffix}", text.encode("utf-8", "surrogatepass"))


@_bounded
@given(
    lines=st.lists(
        st.sampled_from(
            [
                "# a",
                "## 1 b",
                "Hovedfunn",
                "- x",
                "1. y",
                "a\tb",
                "|c|d|",
                "",
                "tekst og så",
                "---",
                "Innhold",
                "z ..... 3",
            ]
        )
    )
)
def test_any_order_of_forms_is_read(tmp_path: Path, lines: list[str]) -> None:
    _survives(tmp_path / "former.md", "\n".join(lines).encode())
