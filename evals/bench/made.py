"""Made reports in Norwegian, as many passages as are asked for: the shape of real ones, none of their words.

Sentences come from templates; their words follow Zipf's law (a type's share falls as one over its rank), and
compounds of two and three parts keep the vocabulary growing with the text, as Norwegian does. A report holds studies,
a study sections of several kinds, and all that a filter asks for (year, kind, publisher) is there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from assistant.index.manifest import IndexedDocument
from assistant.models import Passage, Report, ReportKind, SectionKind, Study
from ingest.cutting.statements import spans_of

YEARS = (2000, 2024)
_OF_STUDY, _STUDIES = 20, 12  # passages of a study, studies of a report
_SENTENCES = 6  # of a passage: about 700 characters

_FIRST = """arbeids bolig bosettings barnehage barneverns deltaker elev familie flyktning foreldre forsknings fritids
frivillighets fylkes grunnskole helse idretts informasjons innvandrer integrerings introduksjons inntekts
karriere kommune kompetanse kontakt kultur kunnskaps kvalifiserings kvinne leder lokalsamfunns lærer mangfolds
mentor mottaks nabolags norsk nærings opplærings oppfølgings oppvekst permisjons plan praksis psykolog region
rekrutterings ressurs rettighets rådgivings samarbeids samfunns saksbehandler selvbosettings skole sosial språk
stønads styrings sykehus tiltaks tjeneste tolke transport trygde ungdoms utdannings utviklings vaksine
veilednings velferds verdi verksteds vertskaps yrkes økonomi""".split()
_LAST = """andel ansvar arbeid avtale behov bruk deltakelse dekning effekt enhet erfaring evaluering finansiering forløp
forskjell forsøk forventning fravær grad gruppe grunnlag hensyn hindring innsats kapasitet kartlegging kjede
konferanse kostnad krav kurs kvalitet leder løsning mangel metode modell mulighet mål møte nettverk nivå
nettside område oppgave ordning organisering plan plass praksis program prosjekt problem prosess regelverk
resultat rolle rutine råd samling satsing senter situasjon strategi støtte system tjeneste tilbud tilskudd
tiltak undersøkelse utfordring utvalg utvikling veileder verktøy virksomhet vurdering ønske økning årsak""".split()
_ACTORS = """kommunene fylkeskommunene lærerne deltakerne foreldrene veilederne arbeidsgiverne ungdommene flyktningene
lederne rådgiverne skolene barnehagene helsestasjonene forskerne informantene familiene tolkene frivillige
saksbehandlerne elevene kvinnene mennene programrådgiverne bedriftene""".split()
_VERBS = """styrker svekker følger beskriver vurderer etterspør prioriterer planlegger gjennomfører evaluerer
finansierer samordner tilpasser utvider forenkler dokumenterer organiserer kartlegger mangler bruker ønsker utvikler
koordinerer rapporterer begrenser""".split()
_MANNERS = (
    "systematisk", "sjelden", "ofte", "i liten grad", "i stor grad", "langt mer enn før", "uten plan",
    "på tvers av sektorer", "sammen med frivillige", "i samråd med andre", "gjennom hele året",
)  # fmt: skip
_WHY = (
    "fordi {c} er svakt forankret", "selv om {c} er blitt bedre", "slik at {c} når flere", "når {c} er på plass",
    "til tross for at {c} koster mer", "særlig der {c} mangler", "uten at {c} er endret", "mens {c} står stille",
)  # fmt: skip
_SENTENCE = (
    "{A} {v} {c} {m} i {p}, {w}.", "I {p} svarer {n} prosent av {a} at {c} har betydning for {d}.",
    "Studien viser at {a} {v} {c}, {w}.", "{A} i {p} opplever at {c} og {d} henger sammen, {w}.",
    "I {y} brukte {a} {n} millioner kroner på {c}, mot {k} millioner året før.",
    "Mer enn {n} av {k} {a} mener at {c} bør ses i sammenheng med {d}.",
    "Det er store forskjeller mellom {p} og {q} når det gjelder {c}.", "Samtidig {v} {a} {c} og {d} {m}.",
)  # fmt: skip
_ADVICE = (
    "{A} bør få tid til {c}, {w}.", "Det anbefales at {a} {v} {c} i samarbeid med {p}.",
    "Staten bør vurdere {c} som en fast ordning for {a}, {w}.", "{A} bør kartlegge {c} før {d} settes i gang.",
)  # fmt: skip
_PLACE = ("Nord Sør Øst Vest Stor Lille Gammel Ny Berg Fjell Sand Stein Grøn Svart Hvit Lang Brei Elve Fure Granne "
          "Haug Kald Lauv Myr Nes Orre Rogn Selje Tind Ulve Vass Ås").split()  # fmt: skip
_PLACE_END = "vik dal nes sund fjord heim stad ås bygd li moen havn strand åker voll tun".split()
_SECTIONS = (
    (SectionKind.ABOUT, "Om undersøkelsen", 3), (SectionKind.METHOD, "Metode", 2), (SectionKind.FINDINGS, "Funn", 9),
    (SectionKind.RECOMMENDATIONS, "Anbefalinger", 4), (SectionKind.OTHER, "Diskusjon", 2),
)  # fmt: skip
_PUBLISHERS = ("Prøvedirektoratet", "Testsenteret", "Prøveinstituttet", "Eksempelforsk", "Målestiftelsen")
_TYPES = len(_FIRST) * len(_LAST) * (1 + len(_FIRST))


@dataclass(frozen=True, slots=True)
class Made:
    """A library of made reports; `studies` tells for each passage the number of its study."""

    documents: tuple[IndexedDocument, ...]
    passages: list[Passage]
    studies: list[int]
    topics: list[str]  # one a study


def made_library(passages: int, seed: int = 5) -> Made:
    """A library of exactly so many passages, the same for the same seed."""
    words = _Words(seed)
    documents: list[IndexedDocument] = []
    all_passages: list[Passage] = []
    studies: list[int] = []
    topics: list[str] = []
    while len(all_passages) < passages:
        report = _report(len(documents))
        own: list[Passage] = []
        for _ in range(_STUDIES):
            topic = words.topic()
            of_study = list(_study(report, topic, len(own), words))[: passages - len(all_passages) - len(own)]
            own += of_study
            studies += [len(topics)] * len(of_study)
            topics.append(topic)
        titles = dict.fromkeys(passage.study for passage in own)
        documents.append(
            IndexedDocument(
                report,
                f"{report.document}.md",
                f"{len(documents):064x}",
                len(own),
                "2026-01-01T00:00:00+00:00",
                tuple(Study(str(title), carried_out_by=report.publisher) for title in titles),
            )
        )
        all_passages += own
    return Made(tuple(documents), all_passages, studies, topics)


def questions(made: Made, count: int, seed: int = 7) -> list[str]:
    """Questions about studies of the library, none twice, in bokmål, nynorsk and English."""
    forms = (
        "Hva fant de om {}?", "Hva anbefales kommunene om {}?", "Hvor mange prosent mener at {} har betydning?",
        "Korleis går det med {} i kommunane?", "What do the reports say about {}?", "Hva var funnene om {} i {year}?",
        "Hvordan har {} utviklet seg fra 2015 til 2020?", "Hvem bør ha ansvar for {}?",
    )  # fmt: skip
    draw = np.random.default_rng(seed)
    chosen = draw.choice(len(made.topics), count, replace=count > len(made.topics))
    return [
        forms[number % len(forms)].format(made.topics[topic].lower(), year=draw.integers(*YEARS))
        for number, topic in enumerate(chosen)
    ]


def _report(number: int) -> Report:
    kinds = tuple(ReportKind)
    first, last = YEARS
    year = first + number * 7 % (last - first + 1)
    kind = kinds[number % len(kinds)]
    name = f"rapport-{number:05d}"
    return Report(name, f"{kind.value.capitalize()} {year}, nr. {number}", year, _PUBLISHERS[number % 5], kind)


def _study(report: Report, topic: str, start: int, words: "_Words") -> Iterator[Passage]:
    title = f"«{topic.capitalize()} i {words.place()}»"
    number = start
    for kind, heading, count in _SECTIONS:
        for _ in range(count):
            passage = Passage(
                id=f"{report.document}:{number:05d}",
                document=report.document,
                title=report.title,
                text=words.text(topic, _ADVICE if kind is SectionKind.RECOMMENDATIONS else _SENTENCE),
                path=(title, heading),
                year=report.year,
                kind=kind,
                study=title,
            )
            yield replace(passage, spans=spans_of(passage))  # what the reader reads
            number += 1


class _Words:
    """Draws words by Zipf's law."""

    def __init__(self, seed: int) -> None:
        self._draw = np.random.default_rng(seed)
        self._numbers: Iterator[float] = iter(())

    def _share(self) -> float:
        """A random number from 0 to 1; drawn by the thousand, since one by one takes longer than all the rest."""
        for number in self._numbers:
            return number
        self._numbers = iter(self._draw.random(10_000).tolist())
        return next(self._numbers)

    def _rank(self, types: int) -> int:
        """A rank below `types`: the share of each falls as one over itself."""
        return int(types ** self._share()) - 1

    def _of(self, choices: tuple[str, ...] | list[str]) -> str:
        return choices[self._rank(len(choices))]

    def topic(self) -> str:
        """What a study is about: any compound of two parts."""
        return _compound(int(self._share() * len(_FIRST) * len(_LAST)))

    def place(self) -> str:
        """A municipality."""
        start, end = divmod(self._rank(len(_PLACE) * len(_PLACE_END)) * 7 % 480, len(_PLACE_END))
        return _PLACE[start % len(_PLACE)] + _PLACE_END[end]

    def text(self, topic: str, templates: tuple[str, ...]) -> str:
        """A paragraph of a study on `topic`."""
        return " ".join(self._sentence(topic, templates) for _ in range(_SENTENCES))

    def _sentence(self, topic: str, templates: tuple[str, ...]) -> str:
        subject = topic if self._share() < 0.3 else _compound(self._rank(_TYPES))
        actors = self._of(_ACTORS)
        return self._of(templates).format(
            A=actors.capitalize(), a=actors, v=self._of(_VERBS), c=subject, d=_compound(self._rank(_TYPES)),
            w=self._of(_WHY).format(c=_compound(self._rank(_TYPES))), m=self._of(_MANNERS), p=self.place(),
            q=self.place(), n=int(2 + self._share() * 97), k=int(100 + self._share() * 900),
            y=int(YEARS[0] + self._share() * 24),
        )  # fmt: skip


@lru_cache(maxsize=200_000)
def _compound(rank: int) -> str:
    """The compound of this rank: two parts for the frequent ones, three for the rest."""
    pairs = len(_FIRST) * len(_LAST)
    spread = rank * 7919 % pairs  # so that neighbours in rank share no part
    word = _FIRST[spread // len(_LAST)] + _LAST[spread % len(_LAST)]
    return word if rank < pairs else _FIRST[rank // pairs % len(_FIRST)] + word
