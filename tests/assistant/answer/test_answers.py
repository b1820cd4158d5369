"""Answers from the three small reports: every point quoted, cited, and in its own part."""

import re
from collections.abc import Callable

import pytest

from assistant.api import Assistant
from assistant.errors import QuestionError
from assistant.models import Answer, Part, Request, SectionKind
from assistant.rendering.answer import answer_markdown
from assistant.settings import Settings
from tests.making.fakes import FakeEmbedder

MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
QUESTIONS = [
    "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?",
    "Hva fant de om tolk på legekontoret?",
    "Hva anbefales kommunene om norskopplæring?",
    "Kor mykje meir brukte kommunane per bustad?",
    "What did they find about interpreters?",
]
OFF_TOPIC = "Hvor mange isbreer finnes på Svalbard?"
ON_TOPIC = "Hvor ofte bestiller fastlegene tolk?"


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> dict[str, Answer]:
    """The answer to each question, from the bundled models."""
    return {question: assistant.ask(question) for question in [*QUESTIONS, OFF_TOPIC, ON_TOPIC]}


@pytest.fixture
def quickly(quick: Settings, fake: FakeEmbedder) -> Callable[..., Assistant]:
    """Opens an assistant with the quick models, which know no meaning, and these settings of the answer."""

    def open_(**changes: float) -> Assistant:
        return Assistant.open(quick.model_copy(update={"answer": quick.answer.model_copy(update=changes)}))

    return open_


@pytest.fixture
def wide(quickly: Callable[..., Assistant]) -> Answer:
    """An answer with room for findings and recommendations."""
    roomy = quickly(points=12, words=400, keep_above=0.0, abstain_below=0.0)
    return roomy.ask("Hva er funn og anbefalinger om norskopplæring på arbeidsplassen?")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_stands_verbatim_in_its_passage(answers: dict[str, Answer], question: str) -> None:
    for citation in answers[question].citations:
        for part in re.split(r" […·] ", citation.quote):
            assert part in citation.passage.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_marker_has_its_citation_and_every_citation_its_marker(answers: dict[str, Answer], question: str) -> None:
    answer = answers[question]
    marked = {int(number) for number in MARKER.findall(answer_markdown(answer))}
    assert marked == {citation.n for citation in answer.citations}


@pytest.mark.parametrize("question", QUESTIONS)
def test_citations_are_numbered_from_one(answers: dict[str, Answer], question: str) -> None:
    numbers = [citation.n for citation in answers[question].citations]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_point_is_cited(answers: dict[str, Answer], question: str) -> None:
    assert all(point.citations for point in answers[question].points)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_keeps_to_its_length(answers: dict[str, Answer], question: str, library: Settings) -> None:
    answer = answers[question]
    assert len(answer.points) <= library.answer.points
    assert sum(len(point.text.split()) for point in answer.points) <= library.answer.words


@pytest.mark.parametrize(
    ("question", "fact", "document"),
    [
        (QUESTIONS[0], "37 prosent", "norsk-2019"),
        (ON_TOPIC, "6–8", "tolk-2021"),
        (QUESTIONS[3], "3 000 kroner", "bustad-2022"),
    ],
)
def test_the_answer_is_in_it(answers: dict[str, Answer], question: str, fact: str, document: str) -> None:
    assert fact in answer_markdown(answers[question])
    assert document in {citation.passage.document for citation in answers[question].citations}


def test_recommendations_that_are_asked_for_are_recommendations(answers: dict[str, Answer]) -> None:
    assert answers[QUESTIONS[2]].citations[0].passage.kind is SectionKind.RECOMMENDATIONS


@pytest.mark.parametrize(
    ("part", "other"),
    [(Part.FINDINGS, SectionKind.RECOMMENDATIONS), (Part.RECOMMENDATIONS, SectionKind.FINDINGS)],
    ids=["findings", "recommendations"],
)
def test_findings_and_recommendations_stand_apart(wide: Answer, part: Part, other: SectionKind) -> None:
    cited = {citation.n: citation.passage for citation in wide.citations}
    kinds = [cited[n].kind for point in wide.points if point.part is part for n in point.citations]
    assert kinds and other not in kinds


def test_both_parts_have_their_heading(wide: Answer) -> None:
    shown = answer_markdown(wide)
    assert "**Funn**" in shown and "**Anbefalinger**" in shown


def test_no_point_says_the_same_twice(wide: Answer) -> None:
    assert len({point.text for point in wide.points}) == len(wide.points)


def test_what_does_not_fit_is_less_sure_than_what_does(answers: dict[str, Answer]) -> None:
    assert answers[OFF_TOPIC].confidence < answers[ON_TOPIC].confidence


@pytest.mark.parametrize(("share", "abstains"), [(1.01, True), (0.99, False)])
def test_an_answer_abstains_below_the_threshold_alone(
    quickly: Callable[..., Assistant], share: float, abstains: bool
) -> None:
    sure = quickly(abstain_below=0.0).ask(ON_TOPIC).confidence
    assert 0 < sure < 1
    assert quickly(abstain_below=sure * share).ask(ON_TOPIC).abstained is abstains


def test_an_abstaining_answer_says_so_in_a_plain_sentence(quickly: Callable[..., Assistant]) -> None:
    answer = quickly(abstain_below=1.0).ask(OFF_TOPIC)
    assert answer_markdown(answer).startswith("Rapportene gir ikke svar på dette.")


def test_search_hands_on_ten_passages_or_all_there_are(answers: dict[str, Answer], assistant: Assistant) -> None:
    assert len(answers[ON_TOPIC].hits) >= min(10, assistant.manifest.passages)


def test_an_answer_comes_in_the_language_of_the_question(answers: dict[str, Answer]) -> None:
    assert [answers[QUESTIONS[i]].language for i in (0, 3, 4)] == ["nb", "nn", "en"]


def test_the_notes_tell_what_was_looked_through(answers: dict[str, Answer], assistant: Assistant) -> None:
    notes = " ".join(answers[ON_TOPIC].notes)
    assert str(assistant.manifest.passages) in notes and "3 rapporter" in notes


@pytest.fixture
def follow_up(quickly: Callable[..., Assistant]) -> Answer:
    """The answer to a question that leans on the one before."""
    return quickly().ask("Og hva anbefalte de?", ["Hva fant de om tolk på legekontoret?"])


def test_a_follow_up_is_answered_with_what_came_before(follow_up: Answer) -> None:
    assert follow_up.citations[0].passage.document == "tolk-2021"


def test_a_follow_up_tells_how_it_was_understood(follow_up: Answer) -> None:
    assert "Tolking i helsetjenesten 2021" in follow_up.reply


def test_a_follow_up_of_its_own_subject_tells_how_it_was_completed(quickly: Callable[..., Assistant]) -> None:
    answer = quickly().ask("Og hva fant de om barn?", ["Hva fant de om tolk på legekontoret?"])
    assert "legekontoret" in answer.asked_as
    assert any("legekontoret" in note for note in answer.notes)


def test_a_question_that_stands_by_itself_tells_nothing_of_the_kind(answers: dict[str, Answer]) -> None:
    assert answers[ON_TOPIC].asked_as == ""


@pytest.mark.parametrize("question", ["", "?!", "a" * 20_000])
def test_what_is_no_question_is_refused(quickly: Callable[..., Assistant], question: str) -> None:
    with pytest.raises(QuestionError):
        quickly().ask(question)


@pytest.mark.parametrize("question", ["ma\x00t", "tolk' OR 1=1 --", "<b>tolk</b>", "tolk 😀", "\ud800tolk", "%s {0}"])
def test_odd_characters_are_just_characters(quickly: Callable[..., Assistant], question: str) -> None:
    assert quickly().ask(question, request=Request.QUESTION).hits
