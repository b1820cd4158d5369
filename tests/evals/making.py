"""A small document, a gold question on it and answers, for the tests of the evals."""

from dataclasses import replace

from evals.answering.runline import Cited, Retrieved, RunLine
from evals.documents.source import Document, document
from evals.questions.goldset import Evidence, Question

TEXT = """\
Norskopplæring 2019

Kapittel 1 Om undersøkelsen

Testsenteret spurte 40 kommuner i mai 2019. Av dem svarte 31.

Kapittel 2 Funn

Bare 37,5 prosent av kommunene tilbyr norskopplæring på arbeidsplassen.
I alt deltok 2 600 personer<sup>4</sup> det året.
Tolken var ukvalifisert i hver fjerde samtale, og kommunene ønsker flere kurs for lærerne.

Kapittel 3 Tall
Kommune\t2017\t2018
Lillevik\t209\t214
Storevik\t829 000\t835 000
"""
GOLD = "Bare 37,5 prosent av kommunene tilbyr norskopplæring på arbeidsplassen."
PEOPLE = "I alt deltok 2 600 personer det året."

REPORT: Document = document("norsk-2019", [TEXT])
DOCUMENTS = {"norsk-2019": REPORT}

QUESTION = Question(
    id="q1",
    text="Hvor mange kommuner gir opplæring på jobben?",
    type="fact",
    language="nb",
    evidence=(Evidence("norsk-2019", GOLD),),
    facts=("37,5",),
)
NOTHING = Question("q2", "Hva kostet det i 2031?", "unanswerable", "nb", why="Ingen tall for 2031.")


def cited(quote: str = GOLD, n: int = 1, **other: object) -> Cited:
    """A citation of the report."""
    return replace(Cited(n, "norsk-2019", quote), **other)  # type: ignore[arg-type]


def passage(text: str = GOLD) -> Retrieved:
    """A passage of the report."""
    return Retrieved("norsk-2019", text)


def answer(text: str = f"{GOLD} [1]", *citations: Cited, **other: object) -> RunLine:
    """An answer to the question, right unless told otherwise."""
    line = RunLine("q1", text, abstained=False, citations=citations or (cited(),), passages=(passage(),))
    return replace(line, **other)  # type: ignore[arg-type]


def raw(id_: str = "q1", text: str = f"{GOLD} [1]", **other: object) -> dict[str, object]:
    """The same as a line of a run."""
    citation = {"n": 1, "document": "norsk-2019", "quote": GOLD, "text": GOLD, "page": None}
    passages = [{"document": "norsk-2019", "text": GOLD}]
    line = {"id": id_, "answer": text, "abstained": False, "citations": [citation], "passages": passages}
    return line | {"seconds": 0.1, "confidence": 0.8} | other
