"""The tree of a report as lines of text."""

from ingest.document import BlockKind, ParsedReport, Section

_NAMES = {
    BlockKind.PARAGRAPH: "paragraphs",
    BlockKind.ITEM: "items",
    BlockKind.TABLE: "tables",
    BlockKind.CAPTION: "captions",
    BlockKind.FOOTNOTE: "footnotes",
    BlockKind.NOISE: "noise",
}


def outline(parsed: ParsedReport, *, blocks: bool = False) -> list[str]:
    """The report's tree, a line a heading, with its kind, its page and how much stands under it.

    With `blocks` every block follows under its heading, cut to one line.
    """
    report = parsed.report
    guessed = f" (guessed: {', '.join(report.guessed)})" if report.guessed else ""
    lines = [
        f"{report.title} · {report.year or '?'} · {report.publisher or '?'} · {report.kind} · "
        f"{report.language}{guessed}"
    ]
    told = {"subtitle": report.subtitle, "series": report.series, "by": report.made_by, "for": report.made_for}
    told |= {"read from": ", ".join(f"{name}: {origin}" for name, origin in report.origins)}
    lines += [f"  {name}: {value}" for name, value in told.items() if value]
    for path, section in parsed.root.walk():
        depth = len(path)
        if section.title:
            lines.append(_heading(section, depth))
            if section.study is not None:
                lines += [f"{'  ' * depth}  {line}" for line in _study(section)]
        if blocks:
            lines += [f"{'  ' * depth}    {b.kind:<9} {_short(b.text)}" for b in section.blocks]
    return lines + [f"! {warning}" for warning in parsed.warnings]


def _heading(section: Section, depth: int) -> str:
    counts = {kind: sum(1 for b in section.blocks if b.kind is kind) for kind in BlockKind}
    said = ", ".join(f"{n} {_NAMES[kind]}" for kind, n in counts.items() if n)
    page = f"  p. {section.page}" if section.page else ""
    star = "▸ " if section.study is not None else ""
    return f"{'  ' * depth}{star}{section.title}  [{section.kind}]{page}{f'  ({said})' if said else ''}"


def _study(section: Section) -> list[str]:
    study = section.study
    if study is None:
        return []
    told = {
        "by": study.carried_out_by,
        "for": study.commissioned_by,
        "published": study.published,
        "sample": study.sample,
    }
    return [f"{name}: {_short(value)}" for name, value in told.items() if value]


def _short(text: str, width: int = 100) -> str:
    line = text.replace("\n", " // ")
    return line if len(line) <= width else line[: width - 1] + "…"
