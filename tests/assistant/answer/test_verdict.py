"""Whether what was chosen answers the question, and what is said where it does not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.answer.choose import Chosen
from assistant.answer.verdict import Judgement, _not_common, judge
from assistant.index.lexical import Lexical, build_lexical
from assistant.index.nodes import searched_text
from assistant.models import Hit, Passage, Verdict
from assistant.question import understand
from assistant.reader.reading import Reading
from assistant.settings import AnswerSettings
from tests.making.fakes import SCORE_ALONE
from tests.making.passages import passage, statements

SETTINGS = AnswerSettings(abstain_below=0.4, partly_below=0.6)
SURE, FAIR, UNSURE = 0.9, 0.5, 0.1
TOLD = (
    passage("Andelen kommuner med retningslinjer for tolk økte til 32 prosent i 2017.", "tolk", year=2018),
    passage("Fastlegene bestiller tolk ved hver tredje konsultasjon.", "lege", year=2018),
    passage("Enslige mindreårige venter lenge på bolig i kommunene.", "bolig", year=2018),
)
QUESTION = "Hvor mange kommuner har retningslinjer for tolk?"


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> Lexical:
    folder: Path = tmp_path_factory.mktemp("lexical")
    build_lexical([one.id for one in TOLD], [*map(searched_text, TOLD)], folder)
    return Lexical(folder)


def judged(
    lexical: Lexical,
    question: str,
    chance: float,
    chosen: Sequence[Passage] = TOLD[:1],
    found: Sequence[Passage] = TOLD,
) -> Judgement:
    points = [Chosen((statements(one)[0],), chance, statements(one)[0].text) for one in chosen]
    reading = Reading((), tuple(Hit(one, 1.0) for one in found), SCORE_ALONE)
    return judge(understand(question), points, reading, lexical, SETTINGS)


@pytest.mark.parametrize(
    ("chance", "verdict"),
    [(SURE, Verdict.ANSWERED), (FAIR, Verdict.PARTLY), (UNSURE, Verdict.NOT_ANSWERED)],
)
def test_the_chance_of_what_is_shown_makes_the_verdict(lexical: Lexical, chance: float, verdict: Verdict) -> None:
    assert judged(lexical, QUESTION, chance).verdict is verdict


def test_the_likeliest_point_is_how_sure_the_answer_is(lexical: Lexical) -> None:
    points = [Chosen((statements(one)[0],), chance, "") for one, chance in zip(TOLD, (FAIR, SURE, UNSURE), strict=True)]
    judgement = judge(understand(QUESTION), points, Reading((), (), SCORE_ALONE), lexical, SETTINGS)
    assert judgement.confidence == pytest.approx(SURE)


def test_where_nothing_was_chosen_nothing_is_answered(lexical: Lexical) -> None:
    assert judged(lexical, QUESTION, SURE, chosen=(), found=()) == Judgement(0.0, Verdict.NOT_ANSWERED)


def test_a_year_that_is_missing_beside_one_that_is_told_makes_it_partly(lexical: Lexical) -> None:
    found = judged(lexical, "Hvor stor andel hadde retningslinjer for tolk i 2017 og 2021?", SURE)
    assert found.verdict is Verdict.PARTLY
    (note,) = found.notes
    assert "2021" in note and "2017" not in note


def test_the_year_of_the_report_is_told_by_what_names_none(lexical: Lexical) -> None:
    question = "Hvor stor andel hadde retningslinjer for tolk i 2017 og 2018?"
    assert judged(lexical, question, SURE, TOLD[:2]).notes == ()
    assert "2018" in judged(lexical, question, SURE).notes[0]


def test_a_year_that_no_point_tells_of_is_named_where_nothing_is_answered(lexical: Lexical) -> None:
    (note,) = judged(lexical, "Hvor stor andel hadde retningslinjer for tolk i 2021?", UNSURE).notes
    assert "2021" in note


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hvor mye skatt betaler fastlegene?", ["«skatt»"]),
        ("Hva med skatt på Svalbard?", ["«skatt»", "«Svalbard»"]),
        ("Kva med tolk på Svalbard?", ["«Svalbard»"]),
    ],
)
def test_words_that_stand_nowhere_are_named_as_typed(lexical: Lexical, question: str, words: list[str]) -> None:
    (note,) = judged(lexical, question, UNSURE).notes
    assert all(word in note for word in words)


def test_at_most_two_words_are_named(lexical: Lexical) -> None:
    (note,) = judged(lexical, "Hva er skatt, moms, avgift og toll på Svalbard?", UNSURE).notes
    assert note.count("«") == 2


@pytest.mark.parametrize(
    "question", ["Hvordan bestiller fastleger tolker?", "Hvor lenge venter mindreårige på boliger?"]
)
def test_a_word_in_another_form_is_not_missing(lexical: Lexical, question: str) -> None:
    assert judged(lexical, question, UNSURE).notes == ()


def test_no_words_of_an_english_question_are_missed_in_norwegian_reports(lexical: Lexical) -> None:
    assert judged(lexical, "How much tax do the doctors pay?", UNSURE).notes == ()


def test_a_missing_year_is_told_alone(lexical: Lexical) -> None:
    assert len(judged(lexical, "Hva var skatten på Svalbard i 2021?", UNSURE).notes) == 1


def test_a_premise_that_the_nearest_statement_contradicts_is_wrong(lexical: Lexical) -> None:
    question = "Hvorfor falt andelen kommuner med retningslinjer for tolk?"
    assert judged(lexical, question, UNSURE).verdict is Verdict.WRONG_PREMISE


@pytest.mark.parametrize(
    ("question", "sure"),
    [
        ("Hvor mange kommuner hadde retningslinjer for tolk i 2017?", True),  # the text names it
        ("Hvor mange kommuner hadde retningslinjer for tolk i 2018?", False),  # the report's, but the text is of 2017
        ("Hvor mange kommuner hadde retningslinjer for tolk i 2021?", False),
        ("Hvor mange kommuner hadde retningslinjer for tolk i 2017 og 2021?", True),
    ],
)
def test_an_answer_of_another_year_is_less_sure(lexical: Lexical, question: str, sure: bool) -> None:
    assert (judged(lexical, question, SURE).confidence == pytest.approx(SURE)) is sure


def test_a_report_tells_of_the_year_before(lexical: Lexical) -> None:
    assert judged(lexical, "Hvor lenge ventet enslige mindreårige på bolig i 2017?", SURE, TOLD[2:]).confidence > 0.8
    assert judged(lexical, "Hvor lenge ventet enslige mindreårige på bolig i 2016?", SURE, TOLD[2:]).confidence < 0.8


@pytest.mark.parametrize(
    ("question", "chance", "verdict"),
    [
        ("Hvor mange kommuner i Tromsø har retningslinjer for tolk?", FAIR, Verdict.NOT_ANSWERED),
        ("Kor mange i Tromsø har retningsliner for tolk?", FAIR, Verdict.NOT_ANSWERED),
        ("How many in Tromsø have guidelines for interpreters?", FAIR, Verdict.NOT_ANSWERED),
        ("Hva anbefales om tolk i Tromsø?", SURE, Verdict.PARTLY),
        ("Hvor mange har retningslinjer for tolk i Tromsø?", 0.98, Verdict.PARTLY),
    ],
)
def test_a_place_that_nothing_shown_names_is_told(
    lexical: Lexical, question: str, chance: float, verdict: Verdict
) -> None:
    found = judged(lexical, question, chance)
    assert found.verdict is verdict
    assert verdict is Verdict.NOT_ANSWERED or any("«Tromsø»" in note for note in found.notes)


def test_a_place_of_who_asks_is_not_missed(lexical: Lexical) -> None:
    question = "Vi er en liten kommune i Troms. Hva anbefales om retningslinjer for tolk?"
    assert judged(lexical, question, SURE) == Judgement(pytest.approx(SURE), Verdict.ANSWERED)


def test_a_place_that_another_passage_of_the_study_names_is_not_missed(lexical: Lexical) -> None:
    asked, study = "Hvor mange kommuner ble intervjuet om tolk i Tromsø?", "Tolk i nord"
    told = passage("Forskerne intervjuet 14 kommuner om tolk.", "nord", study=study)
    placed = passage("Studien er gjort i Tromsø og omegn.", "nord", id_="nord:1", study=study)
    elsewhere = passage("Tromsø har egne tolker.", "annet", study="Noe annet")
    assert judged(lexical, asked, SURE, [told], [told, placed]).confidence == pytest.approx(SURE)
    assert judged(lexical, asked, SURE, [told], [told, elsewhere]).confidence < SURE


def test_what_stands_everywhere_is_not_what_nothing_was_found_on(tmp_path: Path) -> None:
    said = [f"Kommunene har mange slags tiltak, og tiltak nummer {number} er et av dem." for number in range(30)]
    build_lexical([str(number) for number in range(30)], said, tmp_path)
    assert _not_common(("Kommunene", "Bodø"), Lexical(tmp_path)) == ["Bodø"]
