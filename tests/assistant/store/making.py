"""An answer with every kind of thing that an answer can hold, and a clock that is set by hand."""

from assistant.filters import Filters
from assistant.models import (
    Answer,
    Citation,
    Figure,
    Hit,
    PageMark,
    Part,
    Passage,
    Point,
    Report,
    ReportKind,
    SectionKind,
    Series,
    Study,
    Verdict,
)
from assistant.store.conversations import KeptConversation, KeptTurn

PASSAGE = Passage(
    id="tolk:00001",
    document="tolk",
    title="Tolking 2021",
    text="Bare 26 prosent har retningslinjer.\nBarn brukes som tolk.",
    path=("«Tolk»", "Funn"),
    year=2021,
    kind=SectionKind.FINDINGS,
    marks=(PageMark(0, 4), PageMark(36, 5, "3")),
    cells=(("År", "2021"), ("Andel", "26")),
    study="«Tolk»",
    seams=(35,),
    notes=(12, 14),
    is_ocr=True,
)
ANSWER = Answer(
    question="Hvor mange har retningslinjer for tolk?",
    points=(Point("Bare 26 prosent har retningslinjer.", (1,), Part.FINDINGS),),
    citations=(
        Citation(
            1,
            PASSAGE,
            "Bare 26 prosent har retningslinjer.",
            4,
            0,
            35,
            Report("tolk", "Tolking 2021", 2021, "IMDi", ReportKind.SURVEY, pages=9, guessed=("year",)),
            Study("«Tolk»", "Fafo", "IMDi", "Mai 2021", sections=(SectionKind.FINDINGS,)),
        ),
    ),
    hits=(Hit(PASSAGE, 1.5, 0.83), Hit(PASSAGE, 0.5)),
    notes=("Lette gjennom 3 avsnitt.",),
    confidence=0.7,
    seconds=0.02,
    asked_as="Hvor mange kommuner har retningslinjer for tolk?",
    verdict=Verdict.PARTLY,
    series=(Series("andel", "prosent", (Figure("2021", "26", 26.0, "kommuner", 1),), ("nye spørsmål i 2021",)),),
)
FILTERS = Filters(years=(2019, None), kinds=(ReportKind.SURVEY,), documents=("tolk",))


class Clock:
    """Seconds since 1970, as they are set."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def turn(name: str = "t1", question: str = ANSWER.question) -> KeptTurn:
    return KeptTurn(name, question, ANSWER, filters=FILTERS)


def talk(name: str = "c1", *turns: KeptTurn) -> KeptConversation:
    return KeptConversation(name, turns or (turn(),), FILTERS)
