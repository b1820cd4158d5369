"""A letter's head in a web page or Word file: who sends it to whom, when and about what, however it is set."""

import io
from pathlib import Path

import docx
import pytest

from assistant.models import Report
from ingest.reading import read_report

_SUBJECT = "Utfordringer i dagens svømmeopplæring"
_BODY = (
    "<p>Vi takker for invitasjonen til å peke på hvilke utfordringer vi mener er størst i dag.</p>"
    "<p>Den største er at 41 prosent av elevene på små skoler ikke kan svømme i det hele tatt.</p>"
)


def _web(folder: Path, head: str, page: str = "") -> Report:
    path = folder / "2026-02-svar.html"
    path.write_text(f"<html lang='nb'><head><title>Sak</title>{page}</head><body>{head}{_BODY}</body></html>")
    return read_report(path).report


@pytest.mark.parametrize(
    "head",
    [
        f"<p>Fra: Fjordby idrettsråd<br>Til: Svømmeutvalget<br>Dato: 14.10.2025<br>Sak: {_SUBJECT}</p>",
        "<table><tr><td>Avsender</td><td>Fjordby idrettsråd</td></tr><tr><td>Mottaker</td><td>Svømmeutvalget</td></tr>"
        f"<tr><td>Dato</td><td>14.10.2025</td></tr><tr><td>Emne</td><td>{_SUBJECT}</td></tr></table>",
        "<table><tr><td>Fra:</td><td>Fjordby idrettsråd</td><td>Dato:</td><td>14.10.2025</td></tr>"
        f"<tr><td>Til:</td><td>Svømmeutvalget</td><td>Vår ref.:</td><td>25/118</td></tr></table><h1>{_SUBJECT}</h1>",
        "<dl><dt>Avsender</dt><dd>Fjordby idrettsråd</dd><dt>Mottaker</dt><dd>Svømmeutvalget</dd><dt>Dato</dt>"
        f"<dd>14.10.2025</dd></dl><h1>{_SUBJECT}</h1>",
        "<div><b>Fra:</b> Fjordby idrettsråd &lt;post@fjordby.no&gt;<br><b>Sendt:</b> tirsdag 14. oktober 2025 09:12"
        f"<br><b>Til:</b> Svømmeutvalget<br><b>Emne:</b> {_SUBJECT}</div>",
    ],
)
def test_labels_of_a_web_page(tmp_path: Path, head: str) -> None:
    report = _web(tmp_path, head)
    assert (report.title, report.year, report.publisher) == (_SUBJECT, 2025, "Fjordby idrettsråd")
    assert report.made_for == "Svømmeutvalget"


@pytest.mark.parametrize(
    "head",
    [
        "<p>Fjordby idrettsråd<br>Postboks 12, 6700 Fjordby<br>post@fjordby.no</p><p>Svømmeutvalget<br>Postboks 8030"
        f" Dep<br>0030 Oslo</p><p>Fjordby, 14. oktober 2025</p><h1>{_SUBJECT}</h1>",
        "<div>Fjordby idrettsråd</div><div>Org.nr. 999 888 777</div><div>Svømmeutvalget</div>"
        f"<div>Dato: 14.10.2025</div><div><strong>{_SUBJECT}</strong></div>",
        f"<h1>{_SUBJECT}</h1><p>Høringssvar fra Fjordby idrettsråd</p><p>14.10.2025</p>",
    ],
)
def test_the_sender_of_a_web_page(tmp_path: Path, head: str) -> None:
    report = _web(tmp_path, head, "<meta name='author' content='kari.nordmann'>")
    assert (report.title, report.year, report.publisher) == (_SUBJECT, 2025, "Fjordby idrettsråd")


def test_the_receivers_address_is_no_letterhead(tmp_path: Path) -> None:
    head = f"<p>Kulturdepartementet<br>Postboks 8030 Dep<br>0030 Oslo<br>post@kud.dep.no</p><h1>{_SUBJECT}</h1>"
    assert _web(tmp_path, head).publisher is None


def test_what_stands_above_a_letters_title_heads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "svar.html"
    path.write_text(
        "<p>Fjordby idrettsråd<br>Org.nr. 999 888 777</p><p>Svømmeutvalget</p><p>Fjordby, 14. oktober 2025</p>"
        f"<h1>Høringssvar om svømming</h1>{_BODY}{_BODY}"
    )
    assert [s.title for _, s in read_report(path).root.walk() if s.title] == []


def test_line_breaks_are_spaces_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "side.html"
    path.write_text("<h1>Svømming</h1><p>Skolene har svart<br>på spørsmålene.</p>")
    assert [b.text for _, s in read_report(path).root.walk() for b in s.blocks] == ["Skolene har svart på spørsmålene."]


@pytest.mark.parametrize("part", ["header", "body"])
def test_the_letterhead_of_a_word_file(tmp_path: Path, part: str) -> None:
    document = docx.Document()
    sender = ("Fjordby idrettsråd", "Org.nr. 999 888 777 · post@fjordby.no")
    holder = document.sections[0].header if part == "header" else document
    for text in sender:
        holder.add_paragraph(text)
    for text in ("Kulturdepartementet", "Postboks 8030 Dep", "0030 OSLO", "Dato: 12.09.2025"):
        document.add_paragraph(text)
    document.add_paragraph().add_run("Innspill til ny svømmelov").bold = True
    document.add_paragraph("Vi takker for invitasjonen til å peke på hvilke utfordringer vi mener er størst i dag.")
    out = io.BytesIO()
    document.save(out)
    path = tmp_path / "brev.docx"
    path.write_bytes(out.getvalue())
    report = read_report(path).report
    assert (report.title, report.year, report.publisher) == ("Innspill til ny svømmelov", 2025, "Fjordby idrettsråd")
