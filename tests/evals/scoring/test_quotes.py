import pytest

from evals.documents.source import document
from evals.scoring.quotes import is_heading, page_right, verbatim
from tests.evals.making import GOLD, PEOPLE, REPORT, cited


@pytest.mark.parametrize(
    "quote",
    [
        GOLD,
        PEOPLE,  # its footnote mark folded
        GOLD.upper(),
        "Bare 37,5 prosent av kommunene … flere kurs for lærerne.",
        "Storevik · 2018 · 835 000",
        "Kommune\t2017\t2018\nLillevik\t209\t214",
    ],
)
def test_the_reports_own_words_are_verbatim(quote: str) -> None:
    assert verbatim(quote, REPORT)


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "…",
        "kommuner",
        "Bare 375 prosent av kommunene tilbyr norskopplæring",  # the decimal comma lost
        "Bare 37 5 prosent av kommunene tilbyr norskopplæring",
        "norskopplæring på arbeidsplassen. I alt deltok 2",  # a number cut in two
        "600 personer det året. Tolken var ukvalifisert",
        "kvalifisert i hver fjerde samtale, og kommunene ønsker",  # a word cut in two
        "Tolken … ønsker … samtale … lærerne",  # words from here and there
        "Alle kommunene tilbyr norskopplæring på arbeidsplassen.",
    ],
)
def test_other_words_are_not(quote: str) -> None:
    assert not verbatim(quote, REPORT)


def test_a_rows_figures_stay_apart_where_they_stand_side_by_side() -> None:
    table = document("d", ["| År | Anmodet | Vedtatt |\n| 2017 | 401 | 382 | om lag 12 700 |"])
    assert verbatim("2017 · 401 · 382 · om lag 12 700 … År · Anmodet · Vedtatt", table)


def test_a_word_may_be_cut_where_a_page_ends_if_another_version_has_it_whole() -> None:
    both = document(
        "d",
        [
            "Rundskrivet12 kan med-\nÅrsrapport 52\nføre flere kurs i 2018.",
            "Rundskrivet kan medføre flere kurs i 2018.",
        ],
    )
    assert verbatim("Rundskrivet … kan med … føre flere kurs i 2018.", both)


def test_parts_from_far_apart_are_not_one_quote() -> None:
    far = document("d", ["Kommunene svarte på undersøkelsen.\n" + "fyll " * 5000 + "\nTolkene ble ikke spurt om noe."])
    assert not verbatim("Kommunene svarte på undersøkelsen … Tolkene ble ikke spurt om noe", far)


def test_a_short_heading_is_a_whole_line() -> None:
    assert is_heading("Lillevik", REPORT)


def test_a_number_in_running_text_is_no_heading() -> None:
    assert not is_heading("31", REPORT)


PAGES = ["Innhold og forord. Tabell over kommuner 2017", f"Kapittel 2. {GOLD}", "Lillevik 209 214"]
PAGED = document("norsk-2019", ["\n".join(PAGES)], PAGES)


def test_a_quote_begins_on_its_page() -> None:
    assert page_right(cited(page=2), PAGED)


@pytest.mark.parametrize("page", [None, 0, 1, 3, 4])
def test_a_quote_does_not_begin_on_another_page(page: int | None) -> None:
    assert not page_right(cited(page=page), PAGED)


def test_a_short_beginning_needs_the_rest_of_the_quote_nearby() -> None:
    assert not page_right(cited("2017 · Lillevik", page=1), document("d", ["x"], [PAGES[0], "", "", PAGES[2]]))


def test_a_quote_may_run_over_to_the_next_page() -> None:
    pages = ["Bare 37,5 prosent av kommunene 12", "Rapport 2019 tilbyr norskopplæring på arbeidsplassen."]
    assert page_right(cited(page=1), document("d", ["x"], pages))
