"""Vetted reports are known again by their words, whatever the file is called."""

import random
import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.models import Report, ReportKind
from ingest.catalogue import Catalogue, Entry, apply, describe, fingerprint, load_catalogue, text_of
from ingest.catalogue.isbn import isbns, normal
from ingest.catalogue.known import NAMED, SURE
from ingest.catalogue.sketch import KEPT
from ingest.reading import read_report

CORPUS = Path(__file__).parent.parent.parent / "corpus"
STEMS = ["fou-2016", "fou-2018", "fou-2019", "arsrapport-2017", "kommuneundersokelsen-2023"]
ISBN = "978-82-8246-189-4"
ENTRY = """
[[report]]
stem = "tolk-2021"
title = "Tolking 2021"
year = 2021
publisher = "Prøveinstituttet"
kind = "undersøkelse"
isbn = ["978-82-8246-189-4"]
"""


def prose(seed: int, count: int = 4000) -> str:
    """Words drawn from one vocabulary, in an order of their own for each seed."""
    spell = random.Random(0)
    vocabulary = ["".join(spell.choices("abdefgiklmnoprstuvåø", k=spell.randint(2, 10))) for _ in range(1500)]
    words = random.Random(seed).choices(vocabulary, k=count)
    return "\n\n".join(" ".join(words[i : i + 60]) + "." for i in range(0, count, 60))


def entry(text: str, stem: str = "tolk-2021", **more: object) -> Entry:
    """A catalogue entry of the text."""
    values = {
        "stem": stem,
        "title": "Tolking 2021",
        "year": 2021,
        "publisher": "Prøveinstituttet",
        "kind": ReportKind.SURVEY,
        "fingerprint": fingerprint(text) if text else (),
    }
    return Entry.model_validate(values | more)


def hyphenated(text: str) -> str:
    """Each ninth word cut at a line's end."""
    return " ".join(f"{w[:2]}-\n\n{w[2:]}" if i % 9 == 0 and len(w) > 4 else w for i, w in enumerate(text.split()))


def first_part(text: str) -> str:
    """The first three fifths."""
    return text[: len(text) * 3 // 5]


def reworded(text: str) -> str:
    """Every 20th word another."""
    return " ".join("andreord" if i % 20 == 7 else word for i, word in enumerate(text.split()))


DAMAGE = {
    "whole": str,
    "first 60 %": first_part,
    "every 20th word": reworded,
    "both": lambda text: reworded(first_part(text)),
    "capitals": str.upper,
    "hyphens": hyphenated,
    "lines": lambda text: re.sub(r" (?=\w+ \w+ \w+\b)", " \n", text),
    "bold": lambda text: re.sub(r"\b(\w{8,})\b", r"<b>\1</b>", text),
    "footnote marks": lambda text: re.sub(r"(\w{9,})", r"\1²³ 47", text),
    "running heads": lambda text: "\n\nTolking 2021 side 7\n\n".join(re.findall(r".{1,2500}", text, re.DOTALL)),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_report_is_known_however_its_words_are_set(damage: Callable[[str], str]) -> None:
    catalogue = Catalogue([entry(prose(2), "annen"), entry(prose(1))])
    found = catalogue.recognise(damage(prose(1)))
    assert found is not None
    assert found.stem == "tolk-2021"


def test_another_report_is_not_known() -> None:
    assert Catalogue([entry(prose(1))]).recognise(prose(2)) is None


def test_a_report_of_the_same_series_is_not_known_by_the_pages_they_share() -> None:
    shared = prose(3, 400)
    catalogue = Catalogue([entry(shared + prose(1))])
    assert catalogue.recognise(shared + prose(2)) is None


def test_a_volume_that_holds_the_report_among_much_else_is_not_it() -> None:
    assert Catalogue([entry(prose(1))]).recognise(prose(2, 30_000) + prose(1)) is None


def test_the_report_that_fits_best_is_taken() -> None:
    catalogue = Catalogue([entry(first_part(prose(1)) + prose(2, 1600), "utgave-1"), entry(prose(1), "utgave-2")])
    found = catalogue.recognise(prose(1))
    assert found is not None
    assert found.stem == "utgave-2"


@pytest.mark.parametrize("text", ["", "Kort.", "1 2 3 " * 500, "\ud800\x00" * 99])
def test_a_text_without_words_is_no_report(text: str) -> None:
    assert fingerprint(text) == ()
    assert Catalogue([entry(prose(1))]).recognise(text) is None
    assert Catalogue().recognise(text) is None


def test_a_fingerprint_is_small_and_stays_what_it_is() -> None:
    found = fingerprint(prose(1))
    assert len(found) == KEPT
    assert list(found) == sorted(set(found))
    # Catalogues hold fingerprints that were made before: another value here makes all of them useless.
    assert fingerprint("Kommunene bør leie flere boliger av private eiere i byen.")[0] == "42ed84508cff"


def test_a_few_hashes_kept_by_hand_are_enough() -> None:
    catalogue = Catalogue([entry("", fingerprint=fingerprint(prose(1))[:40])])
    assert catalogue.recognise(prose(1)) is not None
    assert catalogue.recognise(prose(2)) is None


@pytest.mark.parametrize("opening", [f"ISBN: {ISBN}\n", "Rapport\nTolking i\nhelsetjenesten\n2021\n"])
def test_isbn_or_title_page_make_up_for_words_that_are_missing(opening: str) -> None:
    catalogue = Catalogue([entry(prose(1), isbn=[ISBN], phrases=["Rapport", "Tolking i helsetjenesten 2021"])])
    parts = (prose(1)[: len(prose(1)) * share // 100] for share in range(5, 40))
    part = next(part for part in parts if NAMED + 0.02 < catalogue.likeness(part)[0] < SURE)
    assert catalogue.recognise(part) is None
    assert catalogue.recognise(opening + part) is not None


def test_isbn_and_title_without_the_words_are_not_the_report() -> None:
    catalogue = Catalogue([entry(prose(1), isbn=[ISBN], phrases=["Tolking 2021"])])
    assert catalogue.recognise(f"Tolking 2021, ISBN {ISBN}\n{prose(2)}") is None


def test_an_entry_without_a_fingerprint_is_known_by_its_isbn_in_front_or_at_the_end() -> None:
    catalogue = Catalogue([entry("", isbn=["9788282461894"])])
    for text in (f"ISBN {ISBN}\n{prose(2)}", f"{prose(2)}\nISBN 978 82 8246 189 4"):
        assert catalogue.recognise(text) is not None
    assert catalogue.recognise(f"{prose(2)}\nISBN {ISBN}\n{prose(3)}") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"ISBN: {ISBN}", ("9788282461894",)),
        ("978\u201182\u20118246\u2011189\u20114 (pdf)", ("9788282461894",)),
        ("ISBN 0-306-40615-2", ("9780306406157",)),
        ("ISBN-10: 080442957X", ("9780804429573",)),
        ("978-82-8246-189-5", ()),
        ("konto 0306406152", ()),
        ("ISBN 0-306-40615-3", ()),
    ],
)
def test_isbns_are_found_in_all_their_forms(text: str, found: tuple[str, ...]) -> None:
    assert isbns(text) == found


def test_what_is_no_isbn_has_no_normal_form() -> None:
    assert normal("12345") == ""


def test_what_is_vetted_takes_the_place_of_guesses() -> None:
    guessed = ("title", "year", "publisher", "kind", "language", "pages")
    read = Report("nedlasting-3", "Nedlasting 3", 2024, None, ReportKind.OTHER, "en", 12, guessed)
    vetted = tuple((name, "catalogue") for name in guessed[:5])
    assert apply(entry(prose(1), language="nn"), read) == Report(
        "nedlasting-3",
        "Tolking 2021",
        2021,
        "Prøveinstituttet",
        ReportKind.SURVEY,
        "nn",
        12,
        ("pages",),
        origins=vetted,
    )


def test_where_the_publisher_has_a_report_is_told_of_it_alone() -> None:
    at = "https://www.imdi.no/tolking"
    assert apply(entry(prose(1), url=at), Report("fil", "Guess")).url == at
    assert apply(entry(prose(1), url="javascript:alert(1)"), Report("fil", "Guess")).url == ""


def test_without_a_file_the_catalogue_is_empty(tmp_path: Path) -> None:
    assert load_catalogue(tmp_path / "catalogue.toml").entries == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[[report]\n", "not valid TOML"),
        (b"\xff\xfe", "not valid TOML"),
        (b"reports = 1\n", "reports: Extra inputs"),
        (b"report = 1\n", "report: "),
        (b"report = [1]\n", "report 1: "),
        (ENTRY.replace("year = 2021\n", "").encode(), "report 1 (tolk-2021), year: Field required"),
        (ENTRY.replace("2021\n", "21\n").encode(), "report 1 (tolk-2021), year: "),
        (ENTRY.replace("undersøkelse", "brosjyre").encode(), "report 1 (tolk-2021), kind: "),
        (ENTRY.replace("189-4", "189-5").encode(), "report 1 (tolk-2021), isbn.0: '978-82-8246-189-5' is not an ISBN"),
        (ENTRY.replace('"978-82-8246-189-4"', "").encode(), "takes an isbn or a fingerprint"),
        (ENTRY.replace("tolk-2021", "Tolk 2021").encode(), "report 1 (Tolk 2021), stem: "),
        (f'{ENTRY}fingerprint = ["12"]'.encode(), "fingerprint.0: "),
        (f"{ENTRY}{ENTRY}".encode(), "two reports with the stem 'tolk-2021'"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "catalogue.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        load_catalogue(path)
    assert told in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be opened"):
        load_catalogue(tmp_path)


def test_a_drafted_entry_can_be_loaded_and_knows_its_file_again(tmp_path: Path) -> None:
    path = tmp_path / 'Tolking – "øving" 2021.md'
    path.write_text(f"# Tolking i øving 2021\n\nUtgitt: mai 2021\n\nISBN {ISBN}\n\n{prose(1)}", encoding="utf-8")
    draft = describe(path)
    assert max(map(len, draft.splitlines())) <= 120
    assert "# publisher = … not found: fill in" in draft
    (tmp_path / "catalogue.toml").write_text(draft.replace("# publisher = …", 'publisher = "Prøve"  #'), "utf-8")
    catalogue = load_catalogue(tmp_path / "catalogue.toml")
    found = catalogue.recognise(hyphenated(prose(1)))
    assert found is not None
    assert (found.stem, found.year, found.isbn) == ("tolking-oving-2021", 2021, ("9788282461894",))


def test_a_drafted_entry_says_what_was_guessed(tmp_path: Path) -> None:
    path = tmp_path / "rapport_2023.txt"
    path.write_text(prose(1), encoding="utf-8")
    draft = describe(path)
    assert "year = 2023  # guessed: check" in draft
    assert tomllib.loads(draft)["report"][0]["stem"] == "rapport-2023"


def test_recognising_is_quick() -> None:
    text = prose(1, 50_000)
    catalogue = Catalogue(entry(prose(seed, 2000), f"rapport-{seed}") for seed in range(20))
    catalogue.recognise(text)
    seconds = []
    for _ in range(5):
        start = time.process_time()
        catalogue.recognise(text)
        seconds.append(time.process_time() - start)
    assert len(text) > 300_000
    assert min(seconds) < 0.2


@pytest.fixture(scope="module")
def own() -> Catalogue:
    """The project's own catalogue."""
    return load_catalogue(CORPUS / "catalogue.toml")


def test_the_catalogue_has_the_five_reports(own: Catalogue) -> None:
    assert [item.stem for item in own.entries] == STEMS


def test_every_summary_is_of_a_report_in_the_catalogue_and_not_taken_for_it(own: Catalogue) -> None:
    digests = sorted((CORPUS / "digests").glob("*.md"))
    assert digests
    for path in digests:
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"^source: (.+)$", text, re.MULTILINE)[0] in STEMS
        assert own.recognise(text) is None
        assert max(own.likeness(text)) < NAMED


@pytest.fixture(scope="module", params=[(stem, form) for stem in STEMS for form in ("txt", "pdf")], ids="-".join)
def real(request: pytest.FixtureRequest, reports: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A report's stem and its text, read from a copy whose name says nothing."""
    stem, form = request.param
    copy = tmp_path_factory.mktemp("renamed") / f"{random.Random(stem + form).randbytes(6).hex()}.{form}"
    copy.write_bytes((reports / {"txt": "text", "pdf": "pdf"}[form] / f"{stem}.{form}").read_bytes())
    return stem, text_of(read_report(copy))


@pytest.mark.reports
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_the_five_reports_are_known(own: Catalogue, real: tuple[str, str], damage: Callable[[str], str]) -> None:
    stem, text = real
    scores = dict(zip(STEMS, own.likeness(damage(text)), strict=True))
    assert scores.pop(stem) > SURE + 0.1
    assert max(scores.values()) < NAMED / 2
    found = own.recognise(damage(text))
    assert found is not None
    assert found.stem == stem


@pytest.mark.reports
def test_a_report_under_any_name_gets_its_title(own: Catalogue, reports: Path, tmp_path: Path) -> None:
    copy = tmp_path / "nedlasting (3).txt"
    copy.write_bytes((reports / "text" / "fou-2018.txt").read_bytes())
    parsed = read_report(copy)
    found = own.recognise(text_of(parsed))
    assert found is not None
    report = apply(found, parsed.report)
    assert (report.document, report.title, report.year) == ("nedlasting (3)", "FoU-prosjekter 2018", 2018)
    assert report.guessed == ()
