"""The feed of the newest reports."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

from assistant.export.feed import as_atom
from assistant.index.manifest import IndexedDocument
from assistant.models import ReportKind
from tests.making.manifests import document, manifest

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ADDRESS = "https://kunnskap.example.no/"


def came(name: str, when: str, title: str = "Årsrapport <2017> & mer\x0b") -> IndexedDocument:
    return replace(document(name, title, 2017, ReportKind.ANNUAL), indexed=when)


def entries(*documents: IndexedDocument) -> list[dict[str, str]]:
    feed = fromstring(as_atom(manifest(*documents), ADDRESS))
    return [
        {child.tag.partition("}")[2]: child.text or "" for child in entry} for entry in feed.findall("a:entry", ATOM)
    ]


def test_the_newest_comes_first_and_says_what_it_is() -> None:
    old, new = came("a", "2026-01-01T00:00:00+00:00"), came("b", "2026-02-01T00:00:00+00:00")
    found = entries(old, new)
    assert [entry["updated"] for entry in found] == [new.indexed, old.indexed]
    assert found[0]["title"] == "Årsrapport <2017> & mer"
    assert found[0]["summary"] == "Prøvedirektoratet, 2017, årsrapport"


def test_a_report_that_has_changed_is_another_entry_and_one_that_has_not_is_the_same() -> None:
    one = came("a", "2026-01-01T00:00:00+00:00")
    first, again, changed = (entries(item)[0]["id"] for item in (one, one, replace(one, sha256="1" * 64)))
    assert first == again != changed


def test_white_space_that_xml_cannot_hold_leaves_a_space() -> None:
    (entry,) = entries(came("a", "2026-01-01T00:00:00+00:00", "Kapittel\x0b5\tog\u00a06"))
    assert entry["title"] == "Kapittel 5 og 6"


def test_an_index_without_reports_has_a_feed() -> None:
    assert entries() == []


def test_what_a_feed_must_have_is_there() -> None:
    feed = fromstring(as_atom(manifest(came("a", "2026-01-01T00:00:00+00:00")), ADDRESS))
    assert all(feed.find(f"a:{name}", ATOM) is not None for name in ("id", "title", "updated", "author/a:name"))
