"""What was found, read: statements with their chances, and the passages ranked by them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from assistant.index.lexical import Lexical, build_lexical
from assistant.index.nodes import searched_text
from assistant.models import Passage
from assistant.question import understand
from assistant.reader import Reader
from assistant.reader.reading import Reading, of_question, read
from assistant.reader.weights import Floats
from assistant.search import Candidate
from assistant.settings import ReaderSettings
from tests.making.fakes import SCORE_ALONE, FakeReader
from tests.making.passages import passage

QUESTION = "Hvor mange kommuner har retningslinjer for tolk?"
ANSWER = "I alt 140 kommuner har retningslinjer for bruk av tolk."
FOUND = (
    passage("Boliger er dyre i alle byer. Prisene stiger hvert eneste år.", "bolig"),
    passage(f"Fastlegene ble spurt i 2019. {ANSWER}", "tolk"),
    passage("Skolene har svømmebasseng i kjelleren.", "skole"),
)


class SaysTheSame:
    """Takes every statement for as likely as the next."""

    weights = SCORE_ALONE

    def scores(self, question: str, statements: Sequence[str]) -> Floats:
        return np.zeros(len(statements))


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> Lexical:
    folder = tmp_path_factory.mktemp("lexical")
    build_lexical([one.id for one in FOUND], [*map(searched_text, FOUND)], folder)
    return Lexical(folder)


def reading(
    lexical: Lexical,
    reader: Reader | None,
    found: Sequence[Passage] = FOUND,
    statements: int = 48,
    question: str = QUESTION,
    *,
    further: int = 0,
) -> Reading:
    candidates = [Candidate(one, 1.0 - rank / 10, 0.8) for rank, one in enumerate(found)]
    settings = ReaderSettings(statements=statements, further=further)
    return read(understand(question, max_length=30_000), candidates, lexical, reader, settings)


@pytest.mark.parametrize("reader", [FakeReader(), None], ids=["with a reader", "without"])
def test_the_statement_that_answers_comes_first(lexical: Lexical, reader: Reader | None) -> None:
    assert reading(lexical, reader).statements[0].statement.text == ANSWER


@pytest.mark.parametrize("reader", [FakeReader(), None], ids=["with a reader", "without"])
def test_the_passage_that_holds_it_comes_first(lexical: Lexical, reader: Reader | None) -> None:
    assert reading(lexical, reader).hits[0].passage.document == "tolk"


@pytest.mark.parametrize("reader", [FakeReader(), None], ids=["with a reader", "without"])
def test_both_come_best_first(lexical: Lexical, reader: Reader | None) -> None:
    found = reading(lexical, reader)
    for values in ([one.chance for one in found.statements], [hit.score for hit in found.hits]):
        assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("reader", [FakeReader(), None], ids=["with a reader", "without"])
def test_chances_lie_between_nought_and_one(lexical: Lexical, reader: Reader | None) -> None:
    statements = reading(lexical, reader).statements
    assert statements and all(0 <= one.chance <= 1 for one in statements)


@pytest.mark.parametrize("reader", [FakeReader(), None], ids=["with a reader", "without"])
def test_no_passage_is_lost_or_doubled(lexical: Lexical, reader: Reader | None) -> None:
    assert {hit.passage.id for hit in reading(lexical, reader).hits} == {one.id for one in FOUND}
    assert len(reading(lexical, reader).hits) == len(FOUND)


@pytest.mark.parametrize("reader", [FakeReader(), None], ids=["with a reader", "without"])
def test_nothing_found_is_nothing_read(lexical: Lexical, reader: Reader | None) -> None:
    found = reading(lexical, reader, found=())
    assert (found.statements, found.hits) == ((), ())


@pytest.mark.parametrize("reader", [FakeReader(), None], ids=["with a reader", "without"])
def test_passages_without_statements_are_still_found(lexical: Lexical, reader: Reader | None) -> None:
    found = reading(lexical, reader, found=[passage("– – –", "tegn"), passage("Kort.", "kort")])
    assert found.statements == ()
    assert [hit.passage.document for hit in found.hits] == ["tegn", "kort"]


@pytest.mark.parametrize("reader", [FakeReader(), None], ids=["with a reader", "without"])
@pytest.mark.parametrize("question", ["og i på", "xyzzy plugh", "tolk " * 4000])
def test_any_question_is_read(lexical: Lexical, reader: Reader | None, question: str) -> None:
    assert len(reading(lexical, reader, question=question).hits) == len(FOUND)


def test_the_reader_sees_the_whole_question_and_the_statements_with_their_headings(lexical: Lexical) -> None:
    reader = FakeReader()
    reading(lexical, reader)
    assert reader.asked == [QUESTION]
    assert f"Tolk: {ANSWER}" in reader.shown


def test_the_readers_weights_go_with_what_was_read(lexical: Lexical) -> None:
    assert reading(lexical, FakeReader()).weights == SCORE_ALONE


def test_what_is_known_of_a_question_is_finite_however_sure_the_statements(lexical: Lexical) -> None:
    sure = [
        replace(one, chance=chance) for one, chance in zip(reading(lexical, None).statements, (0.0, 1.0), strict=False)
    ]
    assert np.isfinite(of_question(sure)).all() and np.isfinite(of_question(sure[:1])).all()


def test_no_more_statements_are_read_than_the_settings_say(lexical: Lexical) -> None:
    many = [passage(f"Kommune nummer {i} har {i} tolker.", f"kommune{i}") for i in range(20)]
    reader = FakeReader()
    found = reading(lexical, reader, found=many, statements=5)
    assert len(reader.shown) == len(found.statements) == 5
    assert len(found.hits) == 20


def test_what_shares_words_with_the_question_is_read_first(lexical: Lexical) -> None:
    reader = FakeReader()
    many = [passage(f"Boligene i kommune {i} er dyre. Prisene stiger.", f"bolig{i}") for i in range(9)]
    reading(lexical, reader, found=[*many, FOUND[1]], statements=5)
    assert f"Tolk: {ANSWER}" in reader.shown


def test_statements_that_are_alike_keep_the_order_of_retrieval(lexical: Lexical) -> None:
    assert [hit.passage.document for hit in reading(lexical, SaysTheSame()).hits] == ["bolig", "tolk", "skole"]


def test_statements_know_the_new_rank_of_their_passage(lexical: Lexical) -> None:
    found = reading(lexical, FakeReader())
    assert found.statements
    assert all(found.hits[one.statement.rank].passage is one.statement.passage for one in found.statements)


def test_a_hit_keeps_its_nearness_in_meaning(lexical: Lexical) -> None:
    assert {hit.cosine for hit in reading(lexical, FakeReader()).hits} == {0.8}


class IsSureOf(FakeReader):
    """Gives every statement the same score."""

    def __init__(self, score: float) -> None:
        super().__init__()
        self.score = score

    def scores(self, question: str, statements: Sequence[str]) -> Floats:
        self.shown += statements
        return np.full(len(statements), self.score)


@pytest.mark.parametrize(("score", "read"), [(-6.0, 5), (0.5, 8), (6.0, 5)], ids=["no answer", "unsure", "sure"])
def test_it_reads_on_where_it_is_unsure(lexical: Lexical, score: float, read: int) -> None:
    many = [passage(f"Kommune nummer {i} har {i} tolker.", f"kommune{i}") for i in range(20)]
    reader = IsSureOf(score)
    found = reading(lexical, reader, found=many, statements=5, further=3)
    assert len(reader.shown) == len(found.statements) == read


def test_it_stops_where_there_is_no_more_to_read(lexical: Lexical) -> None:
    reader = IsSureOf(0.5)
    assert len(reading(lexical, reader, statements=50, further=30).statements) == len(reader.shown)
