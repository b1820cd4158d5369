"""A few made passages, held against questions without a model."""

from pathlib import Path

from assistant.answer.fit.asked import Asked, asked_of
from assistant.answer.fit.verdict import Judgement, judge, measure
from assistant.index.lexical import Lexical, build_lexical
from assistant.index.manifest import IndexedDocument, Manifest
from assistant.index.nodes import searched_text
from assistant.models import Hit, Passage, Report, ReportKind, SectionKind, Study
from assistant.question import understand

STUDIES = (
    Study("Tolk på legekontoret", "Prøvesenteret", sections=(SectionKind.ABOUT, SectionKind.FINDINGS)),
    Study("Lek i barnehagen", "Prøvesenteret", sections=(SectionKind.ABOUT,)),
)
PASSAGES = (
    ("Andelen kommuner med retningslinjer for tolk var 25 prosent i 2016 og 32 prosent i 2017.", STUDIES[0]),
    ("Prøvesenteret fant at enslige mindreårige venter 3 måneder på bolig i Hamar.", STUDIES[0]),
    ("Fastlegene bestiller tolk ved hver tredje konsultasjon, og ordningen videreføres.", STUDIES[0]),
    ("Lek i barnehagen er et prosjekt som skal undersøke språktrening. Rapporten vil foreligge senere.", STUDIES[1]),
)


class Bench:
    """Questions held against the made passages, every passage found, the first the nearest."""

    def __init__(self, folder: Path) -> None:
        self.passages = [
            Passage(
                str(i), "prover-2018", "Prøver 2018", words, path=(study.title, "Funn"), year=2018, study=study.title
            )
            for i, (words, study) in enumerate(PASSAGES)
        ]
        build_lexical([passage.id for passage in self.passages], [*map(searched_text, self.passages)], folder)
        self.lexical = Lexical(folder)
        report = Report("prover-2018", "Prøver 2018", 2018, kind=ReportKind.RESEARCH)
        document = IndexedDocument(report, "prover-2018.md", "", len(PASSAGES), "", STUDIES)
        self.manifest = Manifest("1", "none", 1, "", "", (document,))

    def asked(self, question: str) -> Asked:
        return asked_of(understand(question), self.lexical)

    def gaps(self, question: str) -> dict[str, float]:
        match = measure(understand(question), self._hits(), self.lexical, self.manifest)
        assert match is not None
        return dict(match.gaps)

    def judged(self, question: str, below: float) -> Judgement:
        return judge(understand(question), self._hits(), self.lexical, self.manifest, below)

    def _hits(self) -> list[Hit]:
        return [Hit(passage, 3.0 - rank / 10, 0.92) for rank, passage in enumerate(self.passages)]
