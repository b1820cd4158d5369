"""What a request itself narrows an overview to: reports, years, who carried a study out, whom advice is for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.language.words import STOP, stem, words
from assistant.models import Passage, SectionKind, Study
from assistant.overview.context import Context
from assistant.overview.quoting import advice_among
from assistant.overview.rows import year_of
from assistant.overview.units import Unit, units_of
from assistant.question.theme import theme_of

# "Alle undersøkelser om …" names no report, though one of them may be called "undersøkelsen".
_ANY_OF_A_KIND = re.compile(
    r"(?<!-)\b(?:undersøkelser|undersøkingar|rapporter|rapportar|rapportene|rapportane|studier|studiar|prosjekter|prosjekt"
    r"|evalueringer|evalueringar|reports|studies|surveys|projects|evaluations)\b",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"\bikk(?:e|je) (?:\w+ )?(?:ferdig|avslutt|publiser|fullfør)\w*|\bpågå(?:r|ende|ande)\b"
    r"|\bnot (?:yet )?(?:finished|published|completed)|\bongoing\b"
    r"|\b(?:uten|utan|ingen|no|without) (?:\w+ )?(?:funn\b|findings|(?P<advice>(?:anbefal|tilråd|recommend)\w*))",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"\b(?:anbefal\w*|tilråd\w*|råd\w*|krav\w*|forslag\w*|recommendations?|advice)\s+"
    r"(?:til|overfor|for|to)\s+(?:(?:de|dei|the)\s+)?(?P<who>[\w-]+)",
    re.IGNORECASE,
)
# "… som er rettet til staten og statlige organer": all of it says whom advice is for.
_DIRECTED = re.compile(
    r"\b(?:som\s+|that\s+)?(?:(?:er|are)\s+)?(?:rettet|retta|directed|addressed)\s+(?:mot|til|at|to)\s+"
    r"(?:(?:de|dei|the)\s+)?(?P<who>[\w-]+).*?(?=\s(?:om|about)\s|[?.]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """`theme` is what is left to look for; `documents`, `years` and `studies` hold where they are not empty.

    `named` are studies that are in whatever they say; `lacks` wants those without such a part; `audience` is whom
    advice is for.
    """

    theme: str
    documents: frozenset[str] = frozenset()
    years: tuple[str, ...] = ()
    studies: frozenset[tuple[str, str]] = frozenset()
    named: frozenset[tuple[str, str]] = frozenset()
    lacks: SectionKind | None = None
    audience: str = ""

    def holds(self, unit: Unit, context: Context) -> bool:
        """Whether a study or chapter may be in."""
        key = (unit.document, unit.study.title if unit.study else "")
        if self.studies and key not in self.studies:
            return False
        if self.documents and unit.document not in self.documents:
            return False
        if self.lacks and (unit.study is None or _has(unit, unit.study, self.lacks)):
            return False
        reported = context.index.manifest.reports[unit.document].year
        return not self.years or not {str(reported), str(year_of(unit, context.index.manifest))}.isdisjoint(self.years)


def narrowing_of(context: Context) -> Narrowing:
    """What the question's own words narrow it to."""
    asked, manifest = context.asked, context.index.manifest
    theme = theme_of(_DIRECTED.sub(" ", _LACKS.sub(" ", asked.whole)))
    sources = context.names.find(_ANY_OF_A_KIND.sub(" ", asked.whole), asked.years)
    documents = frozenset(one.document for one in sources if one.study is None)
    # "Alt om integreringsmottak" asks for more than the study of that title.
    asked_of = {stem(word) for word in words(asked.whole)}
    made = frozenset(
        (one.document, one.study)
        for one in sources
        if one.study is not None and not {stem(word) for word in words(one.study)} <= asked_of
    )
    makers = [item.report.publisher or "" for item in manifest.documents]
    makers += [
        study.carried_out_by or ""
        for item in manifest.documents
        for study in item.studies
        if (item.report.document, study.title) in made
    ]
    reports = [item.report for item in manifest.documents if item.report.document in documents]
    titles = [name for report in reports for name in (report.title, report.kind.value)]
    left = without(theme, [*makers, *titles])
    directed = _DIRECTED.search(asked.typed)
    match = directed or _AUDIENCE.search(asked.typed)
    audience = match["who"] if match else ""
    lacks = _LACKS.search(asked.typed)
    return Narrowing(
        theme=left or (theme if made else ""),
        documents=documents,
        years=asked.years,
        studies=made if left else frozenset(),
        named=frozenset() if left else made,
        lacks=(SectionKind.RECOMMENDATIONS if lacks["advice"] else SectionKind.FINDINGS) if lacks else None,
        audience=audience if directed or without(left, [audience]) else "",
    )


def _has(unit: Unit, study: Study, part: SectionKind) -> bool:
    advises = part is SectionKind.RECOMMENDATIONS and bool(advice_among(unit.statements, None))
    return advises or part in study.sections


def all_units(context: Context, narrowing: Narrowing) -> list[Unit]:
    """Every study and chapter of what is named, where no theme is left to look for."""
    documents = narrowing.documents or frozenset(document for document, _ in narrowing.named) or context.within
    passages = context.index.of_documents(sorted(documents))
    return units_of(_allowed(passages, context), context.index)


def named_units(context: Context, names: Collection[tuple[str, str]]) -> list[Unit]:
    """The studies of these reports and titles, whatever they say."""
    passages = context.index.whole({study for _, study in names}, ())
    units = units_of(_allowed(passages, context), context.index)
    return [unit for unit in units if unit.study and (unit.document, unit.study.title) in names]


def _allowed(passages: Sequence[Passage], context: Context) -> list[Passage]:
    return [one for one in passages if context.scope is None or context.scope.holds(one.id)]


def without(theme: str, names: Sequence[str]) -> str:
    """The theme without the words of these names; empty where nothing is left that says something."""
    gone = {stem(word) for name in names for word in words(name)}
    tokens = re.findall(r"[\w-]+|,", theme)
    kept = [token for token in tokens if token == "," or not ({stem(word) for word in words(token)} & gone)]
    said = " ".join(kept).replace(" ,", ",").strip(" ,")
    return theme_of(said) if any(word not in STOP for word in words(said)) else ""
