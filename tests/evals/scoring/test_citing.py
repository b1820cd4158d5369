from evals.scoring.citing import check_citations, dangling, evidence_held, serving
from evals.scoring.retrieval import gold_quotes
from tests.evals.making import DOCUMENTS, GOLD, PEOPLE, QUESTION, TEXT, answer, cited

GOLDS = gold_quotes(QUESTION, DOCUMENTS)


def test_a_marked_verbatim_quote_counts() -> None:
    assert check_citations(answer(), DOCUMENTS).counting == (cited(),)


def test_a_quote_that_no_claim_marks_does_not_count() -> None:
    assert check_citations(answer("Ingen merker."), DOCUMENTS).counting == ()


def test_the_nearest_sources_of_an_abstaining_answer_count_unmarked() -> None:
    assert len(check_citations(answer("", abstained=True), DOCUMENTS).counting) == 1


def test_a_repeated_quote_counts_once() -> None:
    checked = check_citations(answer("a [1] b [2]", cited(n=1), cited(n=2)), DOCUMENTS)
    assert (len(checked.counting), checked.distinct) == (1, 1)


def test_a_quote_that_is_not_verbatim_is_named() -> None:
    assert check_citations(answer("a [1]", cited("Alle kommuner svarte ja")), DOCUMENTS).bad_quotes == (0,)


def test_an_unknown_document_is_a_bad_quote() -> None:
    assert check_citations(answer("a [1]", cited(document="borte")), DOCUMENTS).bad_quotes == (0,)


def test_quotes_past_the_budget_do_not_count() -> None:
    filler = " ".join(f"Setning nummer {n} i en lang rapport." for n in range(200))
    from evals.documents.source import document

    documents = {"norsk-2019": document("norsk-2019", [filler + " " + GOLD])}
    checked = check_citations(answer("a [1]", cited(filler + " " + GOLD)), documents)
    assert not any(evidence_held(checked.counting, GOLDS))


def test_a_quote_with_a_fact_serves() -> None:
    assert serving([cited(PEOPLE)], GOLDS, ["2 600"]) == 1


def test_a_quote_with_neither_serves_nothing() -> None:
    assert serving([cited(PEOPLE)], GOLDS, ["37,5"]) == 0


def test_a_marker_without_a_source_dangles() -> None:
    assert dangling(answer("a [1] b [7]", cited(TEXT))) == [7]
