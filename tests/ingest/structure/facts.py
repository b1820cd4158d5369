"""What the three collections of studies say about each: by whom, for whom, when it came out, on what sample.

In the order of the studies, read off the reports; None where they do not say. A sample is told by its number.
"""

from typing import NamedTuple


class Facts(NamedTuple):
    """None is a fact too: what a report does not say must not be read out of it."""

    by: str | None = None
    commissioned: str | None = None
    published: str | None = None
    sample: str | None = None


FACTS = {
    "fou-2016": (
        Facts("Uni Research", "IMDi", "2016"),
        Facts("Oxford Research AS"),
        Facts("NIBR", "IMDi", "2016"),
        Facts("NIBR", None, "våren 2017"),
        Facts(None, "Justisdepartementet"),
        Facts("Agenda Kaupang", "IMDi"),
        Facts("Rambøll", "IMDi", "Februar 2017"),
        Facts(
            "Norsk institutt for by- og regionforskning (NIBR)",
            "Kompetansesenter for Distriktsutvikling og IMDi",
            "juni 2015",
        ),
        Facts(),
        Facts(),
        Facts("Institutt for samfunnsforskning", "IMDi og Kommunal- og moderniseringsdepartementet", "2016"),
        Facts("Fafø", "IMDi", "2016", "43"),
        Facts("NIBR", "Helsedirektoratet og IMDi"),
        Facts("Fafo"),
        Facts("IMDi", None, None, "324"),
        Facts(),
        Facts("Beregningsutvalget", None, "august 2016"),
        Facts("Beregningsutvalget", None, "august 2016"),
        Facts(
            "Beregningsutvalget",
            "Justis- og beredskapsdepartementet og Kunnskapsdepartementet",
            "desember 2016",
            "15 kommuner",
        ),
    ),
    "fou-2018": (
        Facts(),
        Facts("NIBR", None, "mars 2018", "9 kommuner"),
        Facts("NTNU Samfunnsforskning", None, "16.mai 2018"),
        Facts("Oxford Research", "IMDi"),
        Facts("Folkehelseinstituttet (FHI)", "IMDi", "7. mai 2018"),
        Facts("Folkehelseinstituttet (FHI)", "IMDi", "12. oktober 2018"),
        Facts("Ideas2evidence"),
        Facts("Fafo", "IMDi", "1.10.2018"),
        Facts("NIBR", "IMDi", "august 2018"),
        Facts("Ideas2evidence og Vista", "IMDi", "27.02.2018"),
        Facts("NOVA", "IMDi", "28.februar 2018", "68 000"),
        Facts("FAFO", "IMDi", "16. januar 2019"),
        Facts("Rambøll", None, "juni 2018"),
        Facts("Proba Samfunnsanalyse", "IMDi og Husbanken", "februar 2018"),
        Facts("ideas2evidence", "IMDi"),
        Facts("Institutt for samfunnsforskning (ISF)", "IMDi", "juni 2018"),
        Facts("Beregningsutvalget", None, "21. august 2018"),
        Facts("IMDi"),
        Facts("IMDi", None, None, "312"),
    ),
    "fou-2019": (
        Facts("NTNU Samfunnsforskning", "Kunnskapsdepartementet", "12. desember 2018"),
        Facts("IMDi", None, "November 2019"),
        Facts(None, None, "Oktober 2019", "45 000"),
        Facts("Fafo og Frischsenteret", "IMDi", "August 2019"),
        Facts("Rambøll", "Integrerings- og mangfoldsdirektoratet (IMDi)", "Mai 2019", "12 deltakere"),
        Facts("Ideas2evidence", None, "20. september 2019"),
        Facts("Norwegian Research Centre (NORCE)", "IMDi", "Juni 2019"),
        Facts("Institutt for samfunnsforskning (ISF)", "IMDi og Arbeids- og velferdsdirektoratet", "16. mai 2019"),
        Facts("IMDi og Arbeids- og velferdsdirektoratet", None, "Januar 2019"),
        Facts("Arbeidsforskningsinstituttet (AFI) ved OsloMet", "IMDi"),
        Facts("Fafo", "IMDi", "November 2019"),
        Facts("Folkehelseinstituttet (FHI)", None, "14. mai 2019", "170"),
        Facts("Fafo", "IMDi", "16. januar 2019"),
        Facts("Høgskolen i Innlandet og Østlandsforskning", None, "Mai 2019", "55 intervjuer"),
        Facts("Beregningsutvalget", None, "August 2019"),
        Facts(None, None, "7. juni 2019", "64 prosent"),
        Facts("Proba samfunnsanalyse", "IMDi", "1. april 2019"),
    ),
}
