"""Manifests of reports that are only named: enough to ask for them."""

from assistant.index.manifest import IndexedDocument, Manifest
from assistant.models import Report, ReportKind, Study


def document(name: str, title: str, year: int, kind: ReportKind, *studies: Study) -> IndexedDocument:
    """One indexed document of the (made) directorate."""
    report = Report(name, title, year=year, publisher="Prøvedirektoratet", kind=kind)
    return IndexedDocument(report, f"/{name}.md", "0" * 64, 3, "2026-01-01T00:00:00+00:00", studies)


def manifest(*documents: IndexedDocument) -> Manifest:
    """A version that holds these documents."""
    return Manifest("v", "fake", 8, "2026-01-01T00:00:00+00:00", "", documents)


SHELF = manifest(
    document("arsrapport-2017", "Årsrapport 2017", 2017, ReportKind.ANNUAL),
    document("arsrapport-2018", "Årsrapport 2018", 2018, ReportKind.ANNUAL),
    document("undersokelsen-2023", "Prøvedirektoratets kommuneundersøkelse 2023", 2023, ReportKind.SURVEY),
    document(
        "fou-2018",
        "FoU-prosjekter 2018",
        2018,
        ReportKind.RESEARCH,
        Study("Kommuneundersøkelsen 2015", carried_out_by="Prøvedirektoratet"),
        Study("Bolig og helse", carried_out_by="Fafo og Testsenteret"),
    ),
    document(
        "fou-2019",
        "FoU-prosjekter 2019",
        2019,
        ReportKind.RESEARCH,
        Study("Skole og fritid", carried_out_by="Fafo"),
        Study("Tolk i retten", carried_out_by="Arbeids- og prøvedirektoratet"),
    ),
)


def shelf(*reports: Report) -> Manifest:
    """A version that holds these reports."""
    return manifest(
        *(IndexedDocument(one, f"/{one.document}.md", "0" * 64, 3, "2026-01-01T00:00:00+00:00", ()) for one in reports)
    )
