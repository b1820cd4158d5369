"""The pages of a report beside what was read from them."""

import re
from pathlib import Path

from ingest.pages import pages_html
from ingest.reading import read_report
from tests.ingest.fixtures.pdfs import Page, pdf

_SAID = ["Kommunene bruker kvalifisert tolk oftere enn før.", "Barn skal ikke brukes som tolk."]


def _report(folder: Path) -> Path:
    page, other = Page(), Page()
    page.put(60, 780, "Bruk av tolk", 18, bold=True)
    page.put(60, 740, "Hovedfunn", 14, bold=True)
    page.paragraph(60, 710, _SAID)
    other.paragraph(60, 740, ["Her står noe <annet> om bosetting i kommunen.", "Det er nok å lese."])
    path = folder / "tolk.pdf"
    path.write_bytes(pdf([page, other]))
    return path


def test_each_page_stands_as_a_picture_with_what_was_read_drawn_over_it(tmp_path: Path) -> None:
    path = _report(tmp_path)
    shown = pages_html(path, read_report(path))
    assert shown.count("data:image/png;base64,") == 2
    told = dict(re.findall(r'<li id="t(\d+-\d+)" class="(\w+)">', shown))
    drawn = dict(re.findall(r'<a id="b(\d+-\d+)" href="#t\d+-\d+" class="(\w+)"', shown))
    assert "heading" in told.values() and "paragraph" in told.values()
    assert told == drawn


def test_a_box_lies_where_the_words_stand(tmp_path: Path) -> None:
    path = _report(tmp_path)
    shown = pages_html(path, read_report(path))
    left, top = re.findall(r'id="b1-1"[^>]*style="left:([\d.]+)%;top:([\d.]+)%', shown)[0]
    assert abs(float(left) - 100 * 60 / 595) < 2 and abs(float(top) - 100 * (842 - 740 - 11) / 842) < 3


def test_what_was_read_is_no_markup(tmp_path: Path) -> None:
    path = _report(tmp_path)
    shown = pages_html(path, read_report(path))
    assert "&lt;annet&gt;" in shown and "<annet>" not in shown


def test_what_has_no_pages_is_told_without_pictures(tmp_path: Path) -> None:
    path = tmp_path / "tolk.md"
    path.write_text("# Tolk\n\n" + " ".join(_SAID) + "\n\n| År | Andel |\n|---|---|\n| 2017 | 38 |\n", encoding="utf-8")
    shown = pages_html(path, read_report(path))
    assert "<img" not in shown and _SAID[0] in shown and "<td>38</td>" in shown
