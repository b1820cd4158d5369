"""What is known beyond a file itself: the vetted catalogue, and digests whose reports are there too."""

import dataclasses
from collections.abc import Sequence

from ingest.catalogue import Catalogue, apply
from ingest.cutting.passages import with_spans
from ingest.gathering.plan import Planned
from ingest.gathering.reports import ReadFile


def catalogued(file: ReadFile, catalogue: Catalogue) -> ReadFile:
    """The file described as a person has set it right, where the catalogue knows it by its words."""
    if file.report.digest_of:  # its original may be had from its publisher
        url = next((entry.address for entry in catalogue.entries if entry.stem == file.report.digest_of), "")
        return dataclasses.replace(file, report=dataclasses.replace(file.report, url=url))
    entry = catalogue.recognise("\n".join(passage.text for passage in file.passages))
    if entry is None:
        return file
    report = dataclasses.replace(apply(entry, file.report), known_as=entry.stem)
    passages = [dataclasses.replace(passage, title=report.title, year=report.year) for passage in file.passages]
    if (report.year, report.kind) != (file.report.year, file.report.kind):  # what "i fjor" and "vi ber om" rest on
        passages = [with_spans(passage, report.kind) for passage in passages]
    return dataclasses.replace(file, report=report, passages=tuple(passages))


def supersede(planned: Sequence[Planned]) -> None:
    """Mark the digests of reports that are there themselves: they stay known, but nothing of them is indexed."""
    reports = [item.file.report for item in planned if not item.file.report.digest_of]
    there = {name for report in reports for name in (report.document, report.known_as) if name}
    for item in planned:
        item.superseded = item.file.report.digest_of in there
