"""An answer as lines for a terminal."""

from assistant.models import Answer, Citation, Passage, Point, Study, Verdict
from assistant.shell.common import shown

_PASSAGE = Passage("r:0", "r", "FoU-prosjekter 2016", "Et svar.", ("Selvbosetting", "Funn"), year=2016)
_STUDY = Study("Selvbosetting", carried_out_by="NIBR")


def _answer(verdict: Verdict, *citations: Citation) -> Answer:
    return Answer("?", (Point("Et svar.", (1,)),), citations, (), verdict=verdict)


def test_an_answer_in_part_says_so_first() -> None:
    assert shown(_answer(Verdict.PARTLY)).startswith("Rapportene svarer på en del av spørsmålet.")
    assert shown(_answer(Verdict.ANSWERED)).startswith("Et svar.")


def test_the_sources_of_one_study_are_one_line() -> None:
    cited = [Citation(n, _PASSAGE, "Et svar.", None, study=_STUDY) for n in (1, 2, 3)]
    assert "Kilder\nSelvbosetting · NIBR, 2016 · FoU-prosjekter 2016 · [1][2][3]\n" in shown(
        _answer(Verdict.ANSWERED, *cited)
    )


def test_who_stands_in_a_study_s_title_is_not_said_twice() -> None:
    named = Study("Selvbosetting (NIBR-rapport 2016:5)", carried_out_by="NIBR")
    said = shown(_answer(Verdict.ANSWERED, Citation(1, _PASSAGE, "Et svar.", None, study=named)))
    assert "Selvbosetting (NIBR-rapport 2016:5) · 2016 · FoU-prosjekter 2016 · [1]\n" in said
