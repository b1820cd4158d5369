"""A table that lists a collection's studies with who carried each out, for whom and when it was published."""

import re
from dataclasses import replace

from assistant.models import Study
from ingest.document import Section, Table
from ingest.reading.characters import squeezed
from ingest.structure.forms import date_in

_COLUMNS = (
    ("title", re.compile(r"(?:prosjekt|undersøkelse|undersøking|studie|rapport|tittel|study|project)\w*", re.I)),
    ("carried_out_by", re.compile(r"(?:utført av|utførende|utfører|gjennomført av|carried out by)", re.I)),
    ("commissioned_by", re.compile(r"(?:oppdragsgiver|oppdragsgjevar|på oppdrag fra|commissioned by)", re.I)),
    ("published", re.compile(r"(?:utgitt|publisert|utgjeve|published)", re.I)),
)
_UNKNOWN = re.compile(r"(?:ikke|ikkje) (?:oppgitt|oppgjeve|kjent)|[-–?]*|not (?:given|stated)", re.I)
_WORK = re.compile(r"\b(?:undersøkelse|undersøking|kartlegging|egne?|program|prosjekt|anbefaling)\w*", re.I)


def add_overview(root: Section) -> None:
    """Fills in what the studies' own sections do not say from a table that lists the studies."""
    tables = [b.table for _, s in root.walk() for b in s.blocks if b.table is not None]
    known = [row for table in tables for row in _listed(table)]
    for _, section in root.walk():
        if section.study is not None and known:
            section.study = _completed(section.study, known)


def _listed(table: Table) -> list[dict[str, str]]:
    """The table's rows by what their columns tell; none where it is no such table."""
    places = {
        name: next((i for i, cell in enumerate(table.header) if pattern.match(cell)), -1) for name, pattern in _COLUMNS
    }
    if places["title"] < 0 or max(places["carried_out_by"], places["commissioned_by"]) < 0:
        return []
    rows = [{name: row.cells[i] for name, i in places.items() if 0 <= i < len(row.cells)} for row in table.rows]
    return [row for row in rows if len(squeezed(row["title"])) > 4]


def _completed(study: Study, known: list[dict[str, str]]) -> Study:
    title = squeezed(study.title)
    rows = [row for row in known if _same(squeezed(re.sub(r"\([^()]*\)", "", row["title"])), title)]
    if len(rows) != 1:
        return study
    row = rows[0]
    return replace(
        study,
        carried_out_by=study.carried_out_by or _name(row.get("carried_out_by", "")),
        commissioned_by=study.commissioned_by or _name(row.get("commissioned_by", "")),
        published=study.published or date_in(row.get("published", "")),
    )


def _same(listed: str, title: str) -> bool:
    return len(listed) > 4 and (listed in title or title in listed)


def _name(cell: str) -> str | None:
    """The name in the cell; None where it says that it is not known, or tells of something else than a name."""
    cell = cell.strip()
    named = cell[:1].isupper() or (bool(cell) and " " not in cell)
    return cell if named and not _UNKNOWN.fullmatch(cell) and not _WORK.search(cell) else None
