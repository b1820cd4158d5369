"""Pages of PDF files: their letters, pictures and boxes."""

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from assistant.errors import ReadError
from assistant.evidence.finding import find
from assistant.evidence.pdf import boxes_of, letters_of, letters_on, page_count, picture_of, text_of
from tests.making.pdf import LINE, write_pdf

HEAD = "Testrapport 2020"
PAGES = [
    [HEAD, "Innledning om tolking i kommunene."],
    [HEAD, "Kommunene bør bestille tolk i god tid, og", "de bør betale for tolken"],
    [HEAD, "uansett hvor lang samtalen er."],
    [HEAD, "Takk til alle som svarte."],
]


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pdf(tmp_path_factory.mktemp("pdf") / "rapport.pdf", PAGES)


def test_a_quote_over_a_page_end_is_marked_on_both_pages(pdf: Path) -> None:
    stream = letters_of(pdf)
    boxes = boxes_of(pdf, stream, find(stream, "betale for tolken uansett hvor lang", 2))
    assert sorted(boxes) == [2, 3]


def test_running_heads_are_left_out_of_the_whole_file(pdf: Path) -> None:
    assert "testrapport" not in letters_of(pdf).letters


def test_one_page_alone_is_read_as_it_is(pdf: Path) -> None:
    stream = letters_on(pdf, 2)
    assert set(stream.pages) == {2}
    assert "bestilletolk" in stream.letters


def test_a_box_lies_on_the_line_that_holds_the_words(pdf: Path) -> None:
    stream = letters_on(pdf, 2)
    boxes = boxes_of(pdf, stream, find(stream, "bestille tolk i god tid", 2))[2]
    base = 842 - (760 - LINE)  # the line's, in points from the top of the page
    (box,) = boxes
    assert 842 * box.top < base < 842 * (box.top + box.height) + 3
    assert 595 * box.left > 70  # it does not begin with the line


def test_a_box_holds_ink(pdf: Path) -> None:
    stream = letters_on(pdf, 2)
    (box,) = boxes_of(pdf, stream, find(stream, "bestille tolk i god tid", 2))[2]
    picture = picture_of(pdf, 2)
    image = Image.open(io.BytesIO(picture.png)).convert("L")
    x, y = box.left * picture.width, box.top * picture.height
    inside = image.crop((int(x), int(y), int(x + box.width * picture.width), int(y + box.height * picture.height)))
    assert inside.getextrema()[0] < 100


def test_a_turned_page_is_marked_where_it_is_shown(tmp_path: Path, pdf: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(pdf))
    writer.pages[1].rotate(90)
    writer.write(tmp_path / "turned.pdf")
    stream = letters_on(tmp_path / "turned.pdf", 2)
    (box,) = boxes_of(tmp_path / "turned.pdf", stream, find(stream, "bestille tolk i god tid", 2))[2]
    assert box.height > box.width * 3  # the line runs down the page


def test_a_picture_has_the_page_s_shape(pdf: Path) -> None:
    picture = picture_of(pdf, 1, 700)
    assert Image.open(io.BytesIO(picture.png)).size == (picture.width, picture.height)
    assert picture.height / picture.width == pytest.approx(842 / 595, rel=0.01)


def test_the_text_of_a_page_can_be_read(pdf: Path) -> None:
    assert "uansett hvor lang samtalen er." in text_of(pdf, 3)


def test_a_page_beyond_the_last_is_told(pdf: Path) -> None:
    with pytest.raises(ReadError):
        picture_of(pdf, page_count(pdf) + 1)


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing else")
    with pytest.raises(ReadError):
        page_count(broken)


def test_pages_can_be_asked_for_by_many_at_once(pdf: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        widths = list(pool.map(lambda n: picture_of(pdf, n % 4 + 1, 200 + n).width, range(24)))
    assert widths == pytest.approx([200 + n for n in range(24)], abs=1)
