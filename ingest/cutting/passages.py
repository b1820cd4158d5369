"""A report's tree cut into passages that can be found and cited alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.models import PageMark, Passage, ReportKind, SectionKind, Study
from assistant.statements import BULLET
from ingest.cutting.remarks import notes_below, remarks_on
from ingest.cutting.statements import spans_of
from ingest.document import Block, BlockKind, ParsedReport, Section, Table

_LETTERS = (ReportKind.HEARING, ReportKind.LETTER)


def cut(parsed: ParsedReport, size: int) -> list[Passage]:
    """The report's passages in reading order, each of about `size` characters at most and within one section."""
    report = parsed.report
    passages: list[Passage] = []
    for path, section, study in _with_study(parsed.root):
        for draft in _drafts(section.blocks, size):
            passage = Passage(
                id=f"{report.document}:{len(passages):05d}",
                document=report.document,
                title=report.title,
                text="\n".join(draft.lines),
                path=path,
                year=report.year,
                kind=SectionKind.TABLE if draft.is_table else section.kind,
                marks=tuple(replace(mark, label=parsed.labels.get(mark.page, "")) for mark in draft.marks),
                cells=draft.cells,
                seams=tuple(draft.seams),
                notes=tuple(draft.notes),
                remarks=draft.remarks,
                is_digest=report.digest_of is not None,
                is_ocr=parsed.ocr,
                study=study.title if study else None,
            )
            passages.append(with_spans(passage, report.kind))
    return passages


def with_spans(passage: Passage, kind: ReportKind) -> Passage:
    """The passage with its statements, as they are read in the year and the kind of report that it is of."""
    return replace(passage, spans=spans_of(passage, is_letter=kind in _LETTERS))


def studies_of(parsed: ParsedReport) -> tuple[Study, ...]:
    """The report's studies in reading order, each with the kinds of section that it has."""
    found: dict[int, tuple[Study, list[SectionKind]]] = {}
    for _, section, study in _with_study(parsed.root):
        if study is not None:
            found.setdefault(id(study), (study, []))[1].append(section.kind)
    return tuple(replace(study, sections=tuple(dict.fromkeys(kinds))) for study, kinds in found.values())


def _with_study(
    section: Section, above: tuple[str, ...] = (), study: Study | None = None
) -> Iterator[tuple[tuple[str, ...], Section, Study | None]]:
    """Every section with its heading path and the study that it belongs to."""
    path = (*above, section.title) if section.title else above
    study = section.study or study
    yield path, section, study
    for child in section.children:
        yield from _with_study(child, path, study)


@dataclass(slots=True)
class _Draft:
    lines: list[str] = field(default_factory=list)
    marks: list[PageMark] = field(default_factory=list)
    cells: tuple[tuple[str, str], ...] = ()
    is_table: bool = False
    seams: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    remarks: tuple[tuple[str, str], ...] = ()

    @property
    def length(self) -> int:
        return sum(len(line) + 1 for line in self.lines)

    def add(self, block: Block) -> None:
        prefix = BULLET if block.kind is BlockKind.ITEM else ""
        start = self.length
        body = start + len(prefix)
        for mark in block.marks:
            if not self.marks or self.marks[-1].page != mark.page:
                self.marks.append(PageMark(body + mark.offset if mark.offset else start, mark.page))
        self.seams += [body + offset for offset in block.seams]
        self.notes += [body + note.offset for note in block.notes]
        self.lines.append(prefix + block.text)


def _drafts(blocks: list[Block], size: int) -> Iterator[_Draft]:
    """Running text in pieces of about `size`; a list that needs several has its lead-in in each."""
    draft = _Draft()
    lead_in: Block | None = None
    for at, block in enumerate(blocks):
        if block.table is not None:
            if draft.lines:
                yield draft
            draft, lead_in = _Draft(), None
            yield from _rows(block.table, notes_below(blocks[at + 1 :]))
            continue
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        if block.kind is BlockKind.PARAGRAPH:
            lead_in = block if block.text.endswith(":") else None
        if draft.lines and (draft.length + len(block.text) > size or block is lead_in):
            yield draft
            draft = _Draft()
            if block.kind is BlockKind.ITEM and lead_in is not None:
                draft.add(lead_in)
        draft.add(block)
    if draft.lines:
        yield draft


def _rows(table: Table, notes: Sequence[Block]) -> Iterator[_Draft]:
    """Each row with its table's title and column headings, and what the notes say of it."""
    for row in table.rows:
        heading = " | ".join(cell for cell in table.header if cell)
        above = [line for line in (table.title, heading) if line]
        start = sum(len(line) + 1 for line in above)
        marks = [PageMark(0, row.page)] if row.page is not None else []
        marks += [PageMark(start + mark.offset, mark.page) for mark in row.marks if mark.offset]
        padded = (*table.header, *[""] * (len(row.cells) - len(table.header)))
        cells = tuple(zip(padded, row.cells, strict=False))
        remarks = remarks_on([*above, row.text], notes)
        yield _Draft([*above, row.text], marks, cells, is_table=True, remarks=remarks)
