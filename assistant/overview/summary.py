"""Summaries of a named report or study: study by study, chapter by chapter, in the words that the text itself marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.language.words import YEAR
from assistant.models import Passage, Request, Row, SectionKind
from assistant.overview.context import Context, Gathered
from assistant.overview.looking import looked_through
from assistant.overview.narrowing import without
from assistant.overview.quoting import (
    advice_among,
    best_of,
    called_for,
    can_stand,
    own_advice,
    results_among,
    saying_something,
    told_among,
)
from assistant.overview.rows import Numbered, row_of
from assistant.overview.units import Unit, units_of
from assistant.overview.wording import MENTIONED, ThemeWords
from assistant.question import Source
from assistant.question.theme import theme_of
from assistant.reader.roles import Role, Roles
from assistant.statements import Statement

_CHAPTERS = 30  # that a summary has at most: with more, chapters are taken together under the heading above
_OF_ONE, _OF_ONE_ADVISED = 14, 8  # findings and recommendations of a study that is summed up by itself
_OF_SUMMARY, _SEVERAL = 16, 4  # findings of a report's own summary; with fewer statements it is a chapter
_FIRST = 8  # statements of a section, among which the one that stands for it is
_AT_ONCE = 12  # statements whose roles are read between two words on how far it has come
_WORDS = 45  # of a finding that stands for a study: a second statement is added while there is room


def gather(context: Context) -> Gathered | None:
    """The rows of a summary; None where no report or study is named."""
    sources = _named(context)
    if not sources:
        return None
    documents = {one.document for one in sources}
    units = units_of(_passages(sorted(documents), context), context.index)
    studies = {(one.document, one.study) for one in sources if one.study is not None}
    numbered = Numbered(context.index.manifest)
    if studies:
        units = [one for one in units if one.study and (one.document, one.study.title) in studies]
        rows = [row for one in _summed_up(units, context) for row in _of_one(one, numbered, context.roles)]
    else:
        units = [one for document in sorted(documents) for one in _parts([u for u in units if u.document == document])]
        rows = [row for one in _summed_up(units, context) for row in _lines(one, numbered, context.roles)]
    if not rows:
        return None
    theme = ", ".join(dict.fromkeys(_title(one, context) for one in sources))
    looked = looked_through(context, units)
    own = sum(len(one.statements) for one in units)
    looked = replace(
        looked, reports=len(documents), studies=sum(one.study is not None for one in units), statements=own
    )
    return Gathered(Request.SUMMARY, theme, tuple(rows), tuple(numbered.citations), looked)


def _passages(documents: Sequence[str], context: Context) -> Iterator[Passage]:
    """What the filters leave of the documents, without table rows; tells that none of them is behind yet."""
    for document in documents:
        context.tell(0, len(documents))
        for one in context.index.of_documents([document]):
            if (context.scope is None or context.scope.holds(one.id)) and not one.cells:
                yield one


def _summed_up(units: Sequence[Unit], context: Context) -> Iterator[Unit]:
    """The units, which come report by report; tells at each, and while it is read, how many reports are behind."""
    documents = list(dict.fromkeys(one.document for one in units))
    for one in units:
        said = _to_be_read(one)
        for start in range(0, max(1, len(said)), _AT_ONCE):
            context.tell(documents.index(one.document), len(documents))
            if context.roles:  # which keep what they have read
                context.roles.likely(said[start : start + _AT_ONCE], Role.RESULT)
        yield one
    context.tell(len(documents), len(documents))


def _to_be_read(unit: Unit) -> list[Statement]:
    """The statements whose roles tell what stands for a unit."""
    marked = {SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS}
    marks_findings = any(one.kind is SectionKind.FINDINGS for one in unit.passages)
    return [
        one
        for one in unit.statements
        if can_stand(one)
        and (
            one.passage.kind in marked
            or one.recommends
            or not (marks_findings or one.passage.kind is SectionKind.METHOD)
        )
    ]


def _title(source: Source, context: Context) -> str:
    return source.study or context.index.manifest.reports[source.document].title


def _named(context: Context) -> tuple[Source, ...]:
    """What is to be summed up: a study named beyond doubt, whatever bears a title that says most of the words, or what
    else the question names.
    """
    allowed = {item.report.document for item in context.index.manifest.documents if context.filters.allow(item.report)}
    sure, likely = (
        tuple(one for one in named if one.document in allowed) for named in (context.asked.named, context.asked.sources)
    )
    if len(sure) == 1 and sure[0].study:
        return sure
    sources = sure or likely
    theme = without(theme_of(context.asked.whole), [_maker(one, context) for one in sources])
    if titled := _titled(theme, context, allowed):
        documents = {one.document for one in sources}
        both = [one for one in titled if one in sources] or [one for one in titled if one.document in documents]
        return tuple(both or titled)
    # "NIBR 2016" names studies; "FoU-rapporten 2016" a report, whatever else bears the year.
    reports = tuple(one for one in sources if one.study is None)
    return reports or _nearest(theme, sources, context)


def _maker(source: Source, context: Context) -> str:
    """Who carried a study out; empty for a report."""
    item = context.index.manifest.document(source.document)
    studies = item.studies if item else ()
    return next((one.carried_out_by or "" for one in studies if one.title == source.study), "")


def _nearest(theme: str, studies: tuple[Source, ...], context: Context) -> tuple[Source, ...]:
    """Of several studies of one maker that of the title nearest to the theme; all of them where there is no theme."""
    if len(studies) < 2 or not theme:
        return studies
    titles = context.embedder.embed_passages([one.study or "" for one in studies])
    return (studies[int((titles @ context.embedder.embed_query(theme)).argmax())],)


def _titled(theme: str, context: Context, allowed: set[str]) -> list[Source]:
    """The reports and studies with the title that holds most of the theme, of the years that the request names."""
    wording = ThemeWords(theme, "nb", context.index.lexical)
    years = set(context.asked.years)
    found: list[tuple[float, Source]] = []
    for item in context.index.manifest.documents if wording.parts else ():
        report = item.report
        named = [(report.title, str(report.year), Source(report.document))]
        named += [
            (one.title, one.published or str(report.year), Source(report.document, one.title)) for one in item.studies
        ]
        for title, told, source in named if report.document in allowed else ():
            own = set(YEAR.findall(title)) or set(YEAR.findall(told))
            if not years or years & own:
                found.append((wording.whole(wording.held(title)), source))
    best = max((share for share, _ in found), default=0.0)
    return [source for share, source in found if share == best] if best >= MENTIONED else []


def _parts(units: Sequence[Unit]) -> list[Unit]:
    """A report's studies; where it has none its chapters, taken together until there are few enough."""
    studies = [one for one in units if one.study]
    if studies:
        return studies
    depth = max((len(one.path) for one in units), default=1)
    while depth > 1 and len({one.path[:depth] for one in units}) > _CHAPTERS:
        depth -= 1
    merged: dict[tuple[str, ...], Unit] = {}
    for one in units:
        key = one.path[:depth]
        before = merged.get(key)
        merged[key] = replace(before, passages=(*before.passages, *one.passages)) if before else replace(one, path=key)
    return list(merged.values())


def _lines(unit: Unit, numbered: Numbered, roles: Roles | None) -> Iterator[Row]:
    """A study or chapter in one line; what a report itself says in short, point by point."""
    own_summary = unit.study is None and all(one.kind is SectionKind.FINDINGS for one in unit.passages)
    said = _marked(unit, roles)[0] if own_summary else []
    if len(said) < _SEVERAL:
        yield _line(unit, numbered, roles)
    else:
        for one in _of_each_paragraph(said, roles)[:_OF_SUMMARY]:
            if not numbered.holds(one):
                yield row_of(unit, numbered.manifest, finding=numbered.cite([one]))


def _of_each_paragraph(said: Sequence[Statement], roles: Roles | None) -> list[Statement]:
    """The statement of each paragraph that stands best for it."""
    paragraphs: dict[tuple[str, int], list[Statement]] = {}
    for one in said:
        paragraphs.setdefault((one.passage.id, one.passage.text.rfind("\n", 0, one.start)), []).append(one)
    return [best_of(held, 1, Role.RESULT, roles)[0] for held in paragraphs.values()]


def _line(unit: Unit, numbered: Numbered, roles: Roles | None) -> Row:
    """A study or chapter in one line: its marked finding, and its marked recommendation."""
    findings, advice = _marked(unit, roles)
    told = _short(findings, Role.RESULT, roles)
    advice = own_advice(advice, roles)
    if not advice and not unit.study:
        advice = own_advice([one for one in unit.statements if called_for(one) and one not in told], roles)
    finding = numbered.cite(told)
    recommendation = numbered.cite(_short(advice, Role.ADVICE, roles)[:1])
    return row_of(unit, numbered.manifest, finding=finding, recommendation=recommendation)


def _of_one(unit: Unit, numbered: Numbered, roles: Roles | None) -> Iterator[Row]:
    """A study by itself: its findings one by one, then its recommendations, those among its findings as well."""
    findings, advice = _marked(unit, roles)
    advised = own_advice(advice, roles)
    for said in best_of([one for one in findings if one not in advised], _OF_ONE, Role.RESULT, roles):
        if not numbered.holds(said):
            yield row_of(unit, numbered.manifest, finding=numbered.cite([said]))
    for said in best_of(advice, _OF_ONE_ADVISED, Role.ADVICE, roles):
        if not numbered.holds(said):
            yield row_of(unit, numbered.manifest, recommendation=numbered.cite([said]))
    if not findings and not advice:
        yield row_of(unit, numbered.manifest)


def _marked(unit: Unit, roles: Roles | None) -> tuple[list[Statement], list[Statement]]:
    """The statements under findings and under recommendations; where there are no findings, all that say something."""
    said = [one for one in unit.statements if can_stand(one)]
    advice = advice_among(said, roles)
    findings = [one for one in said if one.passage.kind is SectionKind.FINDINGS]
    if not findings:
        findings = [one for one in said if one not in advice and one.passage.kind is not SectionKind.METHOD]
        told = results_among(findings, roles) or told_among(findings, roles)
        findings = told or ([] if unit.study else findings)  # what a study was to do is no finding
    return saying_something(findings, roles) or findings, advice


def _short(said: Sequence[Statement], role: Role, roles: Roles | None) -> list[Statement]:
    """The statement that stands best for a section, with a second of its passage while there is room."""
    if not said:
        return []
    best = best_of(said[:_FIRST], 1, role, roles)[0]
    rest = [one for one in said if one.passage.id == best.passage.id and not _in_one_line(one, best)]
    both = best_of([best, *best_of(rest, 1, role, roles)], 2, role, roles)
    return both if sum(len(one.text.split()) for one in both) <= _WORDS else [best]


def _in_one_line(one: Statement, other: Statement) -> bool:
    """Whether two statements stand in one paragraph, which a quote of either shows."""
    first, last = sorted((one, other), key=lambda said: said.start)
    return "\n" not in one.passage.text[first.start : last.end]
