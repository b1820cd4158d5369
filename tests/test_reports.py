"""The five real reports, in both formats: read whole, quoted verbatim, on the right page.

Meaning does not matter here, so the quick model embeds and the quick reader reads: the words of the questions find
their passages.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.index.manifest import load_manifest
from assistant.models import Answer, Passage
from assistant.settings import Settings
from evals.answering.runline import Cited
from evals.documents.folding import squeeze
from evals.documents.reading import load_documents
from evals.documents.source import Documents
from evals.scoring.quotes import page_right, verbatim
from ingest.api import IngestResult, ingest
from tests.making.fakes import FakeEmbedder, FakeReader

pytestmark = pytest.mark.reports

DOCUMENTS = ["arsrapport-2017", "fou-2016", "fou-2018", "fou-2019", "kommuneundersokelsen-2023"]
QUESTIONS = [
    "Hva fant de om norskopplæring for personer i asylmottak?",
    "Hva anbefales om avtalt selvbosetting blant flyktninger?",
    "Hvem gjennomførte undersøkelsen om behovet for tolk i asylkjeden?",
    "Hvor mange kommuner svarte på kommuneundersøkelsen i 2023?",
    "Kva er resultata for introduksjonsprogrammet?",
    "How many refugees were settled in 2017?",
    "bosetting av enslige mindreårige",
    "Hvor stor andel av deltakerne gikk over i arbeid eller utdanning?",
]
# Sentences with something else in their midst in the file (a footnote, a call-out, a picture's text, a page's end),
# nearly word for word, so that they are what is quoted.
CUT_IN_TWO = [
    "informere kommunene om endringene i bosettingsbehovet gjennom året på ulike måter, i kommunemøter og i brev",
    "kommunene hvor kommuneplanens samfunnsdel omtalte innvandrerbefolkningen i 2021",
    "IMDi yter bistand til kommunene i deres lovpålagte arbeid med å registrere opplysninger i NIR",
    "Integreringstilskuddet dekket 95,2 prosent av kommunenes utgifter til bosetting og integrering i 2017",
    "rapporten Norskopplæring for personer i asylmottak: de viktigste årsakene til at en asylsøker",
    "årsakene til den lave bruken av utdanningstiltak, kommunens manglende samarbeid med fylkeskommuner",
    "Fra mottak til arbeidsliv: følge opp det faglige innholdet for kvalifiseringstiltakene i integreringsmottak",
    "I 2017 ble det til sammen bosatt 11 078 flyktninger",
    "klargjøring kan medføre at flere introduksjonsdeltakere kan få tilbud om hurtigspor",
    "Kombinasjonsløp for unge introdeltakere blir også prøvd ut",
    "Eksterne gevinsteiere har forpliktet seg til å realisere gevinster av det nye registeret",
    "Porteføljestyret vil bidra til å sikre hensiktsmessige tverrgående prioriteringer",
    "I delordning B er det igangsatt 20 prosjekter i 19 fylker",
    "egen samarbeidsavtale med KS, rammebetingelser for at flyktninger bosettes så raskt som mulig",
]


@dataclass(frozen=True)
class Library:
    """The five reports in one format, ingested and asked."""

    result: IngestResult
    again: IngestResult
    settings: Settings
    passages: list[Passage]
    answers: list[Answer]
    documents: Documents


@pytest.fixture(scope="module", params=["text", "pdf"])
def five(request: pytest.FixtureRequest, reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The five reports in one format."""
    folder = reports / request.param
    settings = Settings(index_dir=tmp_path_factory.mktemp(request.param))
    with pytest.MonkeyPatch.context() as patch:
        for module in ("ingest.api", "assistant.api"):
            patch.setattr(f"{module}.load_embedder", lambda settings: FakeEmbedder())
        patch.setattr("assistant.api.load_reader", lambda settings: FakeReader())
        result = ingest([folder], settings.index_dir, settings)
        again = ingest([folder], settings.index_dir, settings)
        assistant = Assistant.open(settings)
        answers = [assistant.ask(question) for question in [*QUESTIONS, *CUT_IN_TWO]]
    index = assistant._index
    found = index.passages(index.lexical.ids)
    return Library(result, again, settings, list(found.values()), answers, load_documents(folder))


def cited(answers: list[Answer]) -> list[Cited]:
    return [
        Cited(citation.n, citation.passage.document, citation.quote, page=citation.page)
        for answer in answers
        for citation in answer.citations
    ]


def opening(quote: str) -> str:
    """The letters of a quote by which `score.py` finds its page."""
    return squeeze(re.split(r"…|·|\||\t|\n", quote)[0])[:25]


def test_all_five_are_indexed(five: Library) -> None:
    assert sorted(row.document for row in five.result.rows) == DOCUMENTS
    assert not five.result.left_out


def test_again_nothing_is_embedded(five: Library) -> None:
    assert (five.again.embedded, five.again.written) == (0, False)


def test_every_report_has_its_year(five: Library) -> None:
    years = {item.report.document: item.report.year for item in load_manifest(five.settings.index_dir).documents}
    assert years == {name: int(name[-4:]) for name in DOCUMENTS}


def test_passages_keep_near_the_size(five: Library) -> None:
    long = [p.id for p in five.passages if not p.cells and len(p.text) > 3 * five.settings.passages.size]
    assert len(long) <= len(five.passages) // 100


def test_every_quote_stands_verbatim_in_its_report(five: Library) -> None:
    quotes = cited(five.answers)
    assert len(quotes) >= len(QUESTIONS)
    assert [c.quote for c in quotes if not verbatim(c.quote, five.documents[c.document])] == []


def test_every_quote_begins_on_the_page_that_is_cited(five: Library) -> None:
    paged = [c for c in cited(five.answers) if five.documents[c.document].pages]
    wrong = [c for c in paged if not page_right(c, five.documents[c.document])]
    assert [(c.document, c.page, c.quote) for c in wrong] == []


def test_the_first_25_letters_of_every_quote_stand_on_the_page_that_is_cited(five: Library) -> None:
    paged = [c for c in cited(five.answers) if five.documents[c.document].pages]
    wrong = [c for c in paged if opening(c.quote) not in five.documents[c.document].pages[(c.page or 0) - 1]]
    assert [(c.document, c.page, c.quote) for c in wrong] == []


def test_pages_are_told_where_there_are_pages(five: Library) -> None:
    is_paged = {document: bool(found.pages) for document, found in five.documents.items()}
    assert all((passage.page is not None) is is_paged[passage.document] for passage in five.passages)


def test_findings_and_recommendations_are_told_apart(five: Library) -> None:
    kinds = {passage.kind.value for passage in five.passages if passage.document.startswith("fou-")}
    assert {"findings", "recommendations"} <= kinds
