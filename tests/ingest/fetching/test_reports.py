"""Reports of the catalogue fetched into the folder of reports, each once for as long as it is the same."""

from pathlib import Path

import pytest

from assistant.errors import IngestError
from assistant.settings import FetchSettings, Settings
from ingest.fetching import Fetched, fetch_reports
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import documents, run
from tests.making.servers.website import Page, Website

PDF = b"%PDF-1.7 av en slags"


@pytest.fixture
def known(settings: Settings, asking: FetchSettings, site: Website) -> Settings:
    """Settings with a catalogue of two reports that have an address."""
    catalogue = settings.corpus_dir / "catalogue.toml"
    settings.corpus_dir.mkdir()
    catalogue.write_text("".join(_entry(stem, f"{site.url}/{stem}.pdf") for stem in ("en", "to")), encoding="utf-8")
    site.pages |= {"/en.pdf": _pdf("1"), "/to.pdf": _pdf("2")}
    return settings.model_copy(update={"catalogue": catalogue, "fetch": asking})


def _entry(stem: str, url: str) -> str:
    return (
        f'[[report]]\nstem = "{stem}"\ntitle = "Rapport {stem}"\nyear = 2024\npublisher = "IMDi"\n'
        f'kind = "FoU-rapport"\nurl = "{url}"\n'
    )


def _pdf(mark: str, **headers: str) -> Page:
    return Page(PDF + mark.encode(), headers={"Content-Type": "application/pdf", "ETag": f'"{mark}"', **headers})


def states(fetched: list[Fetched]) -> list[str]:
    return [one.state for one in fetched]


def folder(settings: Settings) -> Path:
    return settings.corpus_dir / "fetched"


def test_each_is_fetched_under_its_own_name(known: Settings) -> None:
    assert states(fetch_reports(known)) == ["new", "new"]
    assert (folder(known) / "en.pdf").read_bytes() == PDF + b"1"


def test_what_has_not_changed_does_not_travel_again(known: Settings, site: Website) -> None:
    fetch_reports(known)
    assert states(fetch_reports(known)) == ["unchanged", "unchanged"]
    assert [headers.get("if-none-match") for path, headers in site.asked if path == "/en.pdf"] == [None, '"1"']


def test_what_has_changed_is_written_anew(known: Settings, site: Website) -> None:
    fetch_reports(known)
    site.pages["/en.pdf"] = _pdf("3")
    assert states(fetch_reports(known)) == ["changed", "unchanged"]
    assert (folder(known) / "en.pdf").read_bytes() == PDF + b"3"


def test_a_server_that_tells_no_versions_is_seen_through(known: Settings, site: Website) -> None:
    site.pages["/en.pdf"] = Page(PDF, headers={"Content-Type": "application/pdf"})
    fetch_reports(known)
    assert states(fetch_reports(known)) == ["unchanged", "unchanged"]


def test_one_whose_file_is_gone_is_fetched_again(known: Settings) -> None:
    fetch_reports(known)
    (folder(known) / "en.pdf").unlink()
    assert states(fetch_reports(known)) == ["new", "unchanged"]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(status=404), "says 404"),
        (Page(status=503), "later"),
        (Page(b"<p>Ikke funnet", headers={"Content-Type": "text/html"}), "comes as .html now, as .pdf before"),
        (Page(b"<p>Ikke funnet", headers={"Content-Type": "application/pdf"}), "not PDF"),
        (Page(b"\x89PNG", headers={"Content-Type": "image/png"}), "not PDF"),
    ],
)
def test_what_fails_leaves_the_file_from_before(known: Settings, site: Website, page: Page, reason: str) -> None:
    fetch_reports(known)
    site.pages["/en.pdf"] = page
    failed, other = fetch_reports(known)
    assert failed.state == "failed" and reason in failed.reason
    assert other.state == "unchanged"
    assert (folder(known) / "en.pdf").read_bytes() == PDF + b"1"


def test_some_are_fetched_alone(known: Settings, site: Website) -> None:
    assert [one.stem for one in fetch_reports(known, ["to"])] == ["to"]
    with pytest.raises(IngestError, match="no address"):
        fetch_reports(known, ["tre"])


def test_nothing_is_left_behind_but_reports(known: Settings, site: Website) -> None:
    site.pages["/to.pdf"] = Page(status=500)
    fetch_reports(known)
    assert sorted(path.name for path in folder(known).iterdir()) == [".fetched.json", "en.pdf"]


def test_an_ingestion_takes_them_in(known: Settings, site: Website, fake: FakeEmbedder) -> None:
    words = "# Bibliotek på Toten\n\n## Funn\n\nBiblioteket på Toten har 1 200 bøker på ukrainsk.\n"
    site.pages["/en.pdf"] = Page(words.encode(), headers={"Content-Type": "text/markdown"})
    fetch_reports(known, ["en"])
    run(known)
    assert documents(known) == ["en"]
