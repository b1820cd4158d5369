"""What a report is called, by whom, from when and of what kind: read from the document, whatever its file is called."""

from pathlib import Path

import pytest

from assistant.models import Report, ReportKind
from ingest.metadata import Line, Properties, describe
from ingest.reading import read_report
from tests.ingest.fixtures.pdfs import Page, pdf

BODY = "Kommunene melder at de ikke har nok lærere, og at bussreisene er for lange."
FRONT = ["Tolking i helsetjenesten 2021", "Prøvedirektoratet", "Utgitt: mai 2021"]


def told(*front: str, name: str = "fil", properties: Properties | None = None, body: str = BODY) -> Report:
    """The particulars of a document of these first lines, each a size where it is written "24|Tittel"."""
    lines = [
        Line(text.partition("|")[2] or text, float(text.partition("|")[0]) if "|" in text else 0) for text in front
    ]
    if any(line.size for line in lines):
        lines = [Line(line.text, line.size or 10.0) for line in lines]
    texts = [line.text for line in lines]
    return describe(name, properties or Properties(), [*lines, Line(body, lines[0].size and 10.0)], [*texts, body])


def test_a_title_in_the_files_properties_is_taken_where_the_text_has_it() -> None:
    report = told(*FRONT, properties=Properties(title="Tolking i helsetjenesten"))
    assert (report.title, "title" in report.guessed) == ("Tolking i helsetjenesten", False)


@pytest.mark.parametrize("title", ["Microsoft Word - utkast.docx", "untitled", "", "12", "Mal for brev"])
def test_a_title_that_says_nothing_is_passed_over(title: str) -> None:
    assert told(*FRONT, name="tolking-2021", properties=Properties(title=title)).title == FRONT[0]


def test_a_sentence_that_holds_the_files_name_is_no_title() -> None:
    front = ["Tolking i helsetjenesten 2021", "Her er det noe om tolk i helsetjenesten.", "Om tolk:"]
    assert told(*front, name="tolk").title == "Tolking i helsetjenesten 2021"


@pytest.mark.parametrize(
    ("front", "title", "subtitle"),
    [
        (("24|Svømming i Fjordby 2022", "18|Rapport", "12|Fjordby kommune"), "Svømming i Fjordby 2022", ""),
        (("30|RAPPORT", "22|Trygg på", "22|skoleveien", "14|En kartlegging"), "Trygg på skoleveien", "En kartlegging"),
        (("20|Fjordby kommune", "18|Plan for symjing", "Vedteke i mai"), "Plan for symjing", ""),
        (
            ("Oslo, 3. mai 2025", "14|Bedre busser i Indre Fjord-", "14|bygda", "Til rådet"),
            "Bedre busser i Indre Fjordbygda",
            "",
        ),
    ],
)
def test_the_largest_type_is_the_title(front: tuple[str, ...], title: str, subtitle: str) -> None:
    report = told(*front, name="rapport-endelig-v2")
    assert (report.title, report.subtitle, "title" in report.guessed) == (title, subtitle, False)


LETTER = ("Fjordbyutvalget", "Postboks 12", "0030 OSLO", "Deres ref.:", "Dato:", "16.10.2025")


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (
            (*LETTER, "Innspill til Fjordbyutvalget fra Prøveforbundet for", "helse og omsorg"),
            "Innspill til Fjordbyutvalget fra Prøveforbundet for helse og omsorg",
        ),
        (
            ("NOTAT", "Til: Utvalget Fra: Fjordby idrettsråd Dato: 14.10.2025 Sak: Utfordringer i dag"),
            "Utfordringer i dag",
        ),
        (
            (
                "Til:",
                "Fra:",
                "Dato:",
                "Sak:",
                "Ola Nordmann",
                "Prøverådet",
                "14.10.2025",
                "Symjing i dag – innspel til",
                "utvalet",
            ),
            "Symjing i dag – innspel til utvalet",
        ),
        (
            ("Til Fjordbyutvalget", "v/ leder Kari Nordmann", "Bergen, 3. mars 2026", "Høringssvar om svømming"),
            "Høringssvar om svømming",
        ),
        (("Innspill om busser til", "Fjordbyutvalget", "1.", "Bakgrunn"), "Innspill om busser til Fjordbyutvalget"),
    ],
)
def test_a_letters_subject_is_its_title(front: tuple[str, ...], title: str) -> None:
    assert told(*front, name="2026-01-brev-1").title == title


@pytest.mark.parametrize(("document", "year"), [("fou-2016", 2016), ("rapport_2023_endelig", 2023)])
def test_a_year_in_the_name_is_a_guess(document: str, year: int) -> None:
    report = told("Uten år", name=document)
    assert (report.year, "year" in report.guessed) == (year, True)


def test_without_any_year_there_is_none() -> None:
    assert told("Uten år", name="rapport").year is None


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Dato: 14.10.2025", 2025),
        ("Dato: 30.3.25", 2025),
        ("Oslo, 20.11 2025", 2025),
        ("Bergen 26.03. 2025", 2025),
        ("Fjordby, 18. des 2025", 2025),
        ("APRIL, 2025", 2025),
        ("Februar/mars 2025", 2025),
        ("Utgitt av Prøverådet, 2025", 2025),
        ("© Prøverådet 2025", 2025),
        ("23-04-2025", 2025),
    ],
)
def test_what_the_text_says_comes_before_the_month_of_the_upload(line: str, year: int) -> None:
    report = told("Innspill til rådet", line, name="2026-01-innspill", properties=Properties(year=2026))
    assert (report.year, "year" in report.guessed) == (year, False)


def test_a_span_of_years_in_the_title_is_no_year() -> None:
    assert told("24|Plan for symjing 2024–2027", "1. mars 2023", name="plan").year == 2023


def test_a_date_in_running_text_is_no_date_of_the_document() -> None:
    body = "Ordningen ble publisert og åpnet av Oslo kommune i 2012, og har siden vokst mye hvert eneste år."
    assert told("Innspill til rådet", name="brev", body=body, properties=Properties(year=2026)).year == 2026


@pytest.mark.parametrize(
    "author", ["ola.nordmann (Elev)", "Kari Nordmann", "Nordmann, Kari", "bruker", "kn0123", "HP-bruker"]
)
def test_a_person_or_log_in_is_no_publisher(author: str) -> None:
    assert told("24|Svømming i Fjordby", properties=Properties(author=author)).publisher is None


@pytest.mark.parametrize(
    ("front", "body", "publisher"),
    [
        (("Fra: Fjordby idrettsråd", "Dato: 14.10.2025", "Om svømming"), BODY, "Fjordby idrettsråd"),
        (("Om svømming", "Utgitt av: Prøvedirektoratet"), BODY, "Prøvedirektoratet"),
        (("Innspill til utvalget fra Prøve Tech AS",), BODY, "Prøve Tech AS"),
        (("Prøveforeningens innspill til utvalget",), BODY, "Prøveforeningen"),
        (("Prøve fylkeskommune", "Org.nr. 991 324 968", "Om svømming"), BODY, "Prøve fylkeskommune"),
        (
            ("Innspill til utvalget",),
            "Norges Prøvemakere takker for muligheten til å gi innspill.",
            "Norges Prøvemakere",
        ),
        (("PRØVE KOMMUNE", "Innspill til utvalget"), BODY, "Prøve kommune"),
        (("SØR-PRØVE KOMMUNE", "Innspill til utvalget"), BODY, "Sør-Prøve kommune"),
        (("Fra Tannhelsetjenesten i Fjordby til utvalget",), BODY, "Tannhelsetjenesten i Fjordby"),
        (("Vedlegg 2. Prøveforeningens innspill til utvalget",), BODY, "Prøveforeningen"),
        (("24|Behovet for hall", "Kari Nordmann", "Område for idrett, Prøvedirektoratet"), BODY, "Prøvedirektoratet"),
        (("Om svømming",), "Prøvedirektoratet har kartlagt hvordan elevene lærer å svømme.", "Prøvedirektoratet"),
        (
            ("Om svømming", "Svar fra medlemmene i Svømmerne"),
            "Svømmerne mener at flere haller trengs. Derfor er det dyrt. Svømmerne foreslår flere busser.",
            "Svømmerne",
        ),
        (
            ("Om svømming", "Svar fra Svømmerne og Løperne"),
            "Svømmerne mener at flere haller trengs. Løperne mener at hallene er dyre. "
            "Svømmerne foreslår flere busser. Løperne foreslår flere løyper.",
            None,
        ),
        (("Om svømming",), "Vi takker for muligheten.\nMed vennlig hilsen\nFjordby idrettsråd", "Fjordby idrettsråd"),
        (("Kontakt: post@ssb.no", "Om svømming"), BODY, "Statistisk sentralbyrå"),
        (("Helse- og omsorgsdepartementet", "Postboks 8011 Dep", "0030 Oslo", "Om svømming"), BODY, None),
        (("Til: Prøvedirektoratet", "Fra: Kari Nordmann", "Om svømming"), BODY, None),
    ],
)
def test_the_publisher_is_the_body_that_stands_for_it(front: tuple[str, ...], body: str, publisher: str | None) -> None:
    assert told(*front, body=body).publisher == publisher


def test_the_date_behind_a_body_on_a_cover_is_no_part_of_its_name() -> None:
    for dated in ("Fjordby kommune, mars 2023", "Fjordby kommune · mars 2023", "Fjordby kommune – 2023"):
        report = told("24|Svømming for alle", "14|Sluttrapport", dated)
        assert (report.publisher, report.year) == ("Fjordby kommune", 2023)


def test_who_made_it_for_whom_on_one_line() -> None:
    report = told("24|Evaluering av leirskolene", "Utført av Analysehuset AS for Fjordby kommune", "August 2020")
    assert (report.made_by, report.made_for) == ("Analysehuset AS", "Fjordby kommune")
    assert report.publisher == "Analysehuset AS"


def test_what_goes_on_in_a_municipality_is_no_body() -> None:
    report = told("30|Fritid i Fjordby kommune", "14|En kartlegging", "Elvedalen ungdomsforskning")
    assert (report.title, report.publisher) == ("Fritid i Fjordby kommune", "Elvedalen ungdomsforskning")


@pytest.mark.parametrize("series", ["Rapport 12/2022", "NIPH Notat 2015:4", "Meld. St. 14"])
def test_a_series_below_the_title_has_no_word_of_it(series: str) -> None:
    assert told("24|Bading i norske svømmehaller", series, "Helseinstituttet").series == series


def test_two_sentences_are_no_title() -> None:
    said = "Veilederen gjelder for alle skoler. Den erstatter veilederen fra 2014 og gjelder fra nå."
    front = ("Utdanningsdirektoratet", "Trygg svømmeopplæring i skolen", "Sist oppdatert: 4. september 2020", said)
    assert told(*front).title == "Trygg svømmeopplæring i skolen"


def test_the_year_of_a_white_paper_is_that_of_its_first_lines() -> None:
    body = "Tilråding frå Kunnskapsdepartementet 18. mars 2022, godkjend i statsråd same dagen."
    report = told("24|Trygg i vatn", "Meld. St. 14", "(2021–2022)", properties=Properties(year=2026), body=body)
    assert report.year == 2022


def test_who_it_was_made_by_and_for_is_told() -> None:
    report = told("24|Evaluering av tolking", "Utarbeidet av Prøveinstituttet på oppdrag fra Fjordby kommune")
    assert (report.made_by, report.made_for) == ("Prøveinstituttet", "Fjordby kommune")


def test_who_made_the_studies_that_a_report_tells_of_did_not_make_the_report() -> None:
    first, second = "Tolk: utført av Prøveinstituttet, utgitt 12. mai.", "Bolig: utført av Testinstituttet."
    assert told("24|Prosjekter 2018", first).made_by == "Prøveinstituttet"
    assert told("24|Prosjekter 2018", first, second).made_by is None


@pytest.mark.parametrize(
    ("front", "kind"),
    [
        (("Årsrapport 2017",), ReportKind.ANNUAL),
        (("Kommuneundersøkelsen 2023",), ReportKind.SURVEY),
        (("Evaluering av introduksjonsprogrammet",), ReportKind.EVALUATION),
        (("FoU-prosjekter 2016",), ReportKind.RESEARCH),
        (("Meld. St. 9", "(2023–2024)", "Melding til Stortinget", "En ny vår"), ReportKind.WHITE_PAPER),
        (("Innspill til utvalget om undersøkelser",), ReportKind.HEARING),
        (("NOTAT", "Til: Utvalget", "Om vann og vei"), ReportKind.NOTE),
        (("Veileder i trygg svømming",), ReportKind.GUIDE),
        (("Lov om svømming",), ReportKind.LAW),
        (("24|Svømming i Fjordby", "Rapport"), ReportKind.REPORT),
        (("Notater",), ReportKind.OTHER),
    ],
)
def test_the_kind_is_what_the_document_is(front: tuple[str, ...], kind: ReportKind) -> None:
    assert told(*front).kind is kind


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Det er ikke mange som vet hva de gjør, og de får ikke hjelp.", "nb"),
        ("Det er ikkje mange som veit kva dei gjer, og dei får ikkje hjelp frå kommunen.", "nn"),
        ("The municipalities that were asked have not answered with numbers.", "en"),
    ],
)
@pytest.mark.parametrize("claimed", ["nb", "nn", ""])
def test_the_text_tells_the_language_whatever_the_file_claims(body: str, language: str, claimed: str) -> None:
    assert told("Tittel her", body=body, properties=Properties(language=claimed)).language == language


def test_a_pdf_is_described_by_its_pages(tmp_path: Path) -> None:
    page = Page()
    page.put(60, 760, "Trygg på skoleveien", 26)
    page.put(60, 725, "Rapport", 16)
    page.put(60, 690, "Fjordby kommune", 12)
    page.paragraph(60, 600, [BODY, BODY])
    path = tmp_path / "2026-01-dokument.pdf"
    path.write_bytes(pdf([page], "Microsoft Word - Dokument1"))
    report = read_report(path).report
    assert (report.title, report.publisher, report.kind) == (
        "Trygg på skoleveien",
        "Fjordby kommune",
        ReportKind.REPORT,
    )
    assert dict(report.origins)["title"] == "cover"


def test_a_log_in_in_the_files_properties_is_no_title() -> None:
    assert (
        told(*LETTER, "Innspill om busser", properties=Properties(title="ola.nordmann")).title == "Innspill om busser"
    )


def test_the_title_of_a_cover_with_little_else_on_it() -> None:
    front = (
        "11|Fjordby kommune",
        "28|Trygg på skoleveien –",
        "28|kartlegging av busser",
        "28|i ytre Fjordby",
        "12|Juni",
    )
    lines = [Line(t.partition("|")[2], float(t.partition("|")[0])) for t in front]
    report = describe("endelig_v7", Properties(), lines, [line.text for line in lines])
    assert report.title == "Trygg på skoleveien – kartlegging av busser i ytre Fjordby"


def test_the_year_of_a_series_number_is_no_year_of_the_study() -> None:
    front = ("20|Svømming blant eldre", "12|Fra en undersøkelse høsten 2019", "12|FF-rapport 2020:7")
    report = told(*front)
    assert (report.year, "year" in report.guessed) == (2020, False)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2026-05-til-prøveutvalget", "Til prøveutvalget"),
        ("2026-06-15-06-2026-brev-til-utvalget", "Brev til utvalget"),
        ("fou-2018", "FoU 2018"),
        ("2024-05", "2024 05"),
    ],
)
def test_the_month_of_an_upload_is_no_part_of_a_title(name: str, title: str) -> None:
    assert told("Vi er med på dette.", name=name, body="Vi er med på dette. " * 20).title == title


def test_a_long_first_line_without_a_verb_is_the_title() -> None:
    line = "Forslag til en forbedret organisering av bussreiser i indre og ytre Fjordby. Presentasjon av en modell."
    assert told(line, name="presentasjon", body="Mitt navn er Kari, og jeg kjører buss. " * 9).title == line.rstrip(".")


_ADDRESSEE = ("Utdanningsdirektoratet", "Postboks 9359 Grønland", "0135 OSLO")


@pytest.mark.parametrize(
    ("front", "publisher"),
    [
        (("14|Havnes Elevråd", *_ADDRESSEE, "4. september 2023", "14|Høringssvar om ny plan"), "Havnes Elevråd"),
        (
            (
                "14|FRIVILLIGHET SØR",
                "Storgata 5, post@sor.no, org.nr. 912 345 678",
                "Kulturdepartementet",
                "7.5.2021",
            ),
            "Frivillighet Sør",
        ),
        (("28|Kostnader ved skolebygg", "14|Analyse for Fjordby kommune", "13|Analysehuset AS"), "Analysehuset AS"),
        (("28|Trygg skolevei", "Type kommune:", "412 elever"), None),
        (
            ("8|IMDi", "28|Skolevei", "11|Integrerings- og mangfoldsdirektoratet"),
            "Integrerings- og mangfoldsdirektoratet",
        ),
        (("28|Trygg skolevei", "© Nordnes institutt 2020"), "Nordnes institutt"),
        (("28|Plan mot mobbing", "Vedtatt av Fjordby bystyre 19.06.2019"), "Fjordby bystyre"),
    ],
)
def test_who_publishes_is_no_receiver_and_no_document(front: tuple[str, ...], publisher: str | None) -> None:
    assert told(*front).publisher == publisher


def test_a_letters_foot_names_its_sender_and_the_commune_is_nobody() -> None:
    foot = "Fjellvik kommune, Rådhusvegen 1, 6000 Fjellvik, post@fjellvik.kommune.no"
    words = "Kommunen meiner at alle bør få skyss. Kommunen meiner at øyane er gløymde."
    lines = [Line("Fråsegn om skuleskyss", 13.0), Line("Me viser til brevet om skyss for elevar på øyane.", 10.0)]
    assert describe("brev", Properties(), lines, [words]).publisher is None
    assert describe("brev", Properties(), [*lines, Line(foot, 8.0)], [words, foot]).publisher == "Fjellvik kommune"


def test_text_after_a_numbered_heading_is_no_title() -> None:
    lines = ["18|4 Reisemåte", "Flere elever enn før tar buss til skolen om vinteren", "og færre blir kjørt i bil."]
    assert told(*lines, "De andre går.", "Og noen sykler.", name="vedlegg-3").title == "Vedlegg 3"


@pytest.mark.parametrize(
    ("front", "kind"),
    [
        (("30|Barn og unges fritid", "15|Kartlegging i tre bydeler", "Rapport 2021:7"), ReportKind.SURVEY),
        (("24|Safe roads", "Ministry of Education and Research"), ReportKind.OTHER),
        (("14|Comments on the proposed rules", "Our ref: 22/19"), ReportKind.HEARING),
        (("28|Skolebygg", "Forfattere: Lise Moe", "ISBN 978-82-7000-111-2", "Dato: 12.11.2019"), ReportKind.OTHER),
    ],
)
def test_the_kind_is_what_the_cover_says_of_the_document(front: tuple[str, ...], kind: ReportKind) -> None:
    assert told(*front).kind is kind


def test_a_year_below_an_annual_reports_title_is_of_it() -> None:
    report = told("40|Årsrapport", "40|2020", "14|Fjellvik politidistrikt")
    assert (report.title, report.year) == ("Årsrapport 2020", 2020)


def test_the_year_of_an_official_report_is_that_of_its_number() -> None:
    front = ("30|NOU 2019: 23", "26|En skole for framtida", "Utvalg oppnevnt 22. september 2017.")
    assert told(*front).year == 2019


def test_words_far_apart_on_a_cover_are_no_one_name(tmp_path: Path) -> None:
    cover = Page(paper="0 0 960 540")
    for x, y, text, size in ((60, 330, "Lesing i småskolen", 44), (60, 80, "Nasjonalt lesesenter", 16)):
        cover.put(x, y, text, size)
    cover.put(700, 80, "Mari Lie", 16)
    (tmp_path / "a.pdf").write_bytes(pdf([cover]))
    assert read_report(tmp_path / "a.pdf").report.publisher == "Nasjonalt lesesenter"
