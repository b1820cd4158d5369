"""One assistant: opened, shared between threads, and in step with an index that changes under it."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.errors import IndexMissing, ModelMismatch, UnusableIndex
from assistant.filters import Filters
from assistant.models import Answer, Request
from assistant.settings import Settings
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder
from tests.making.models import save_tiny_model
from tests.making.reports import HOUSING, INTERPRETING, LIBRARY, WORK

Write = Callable[[str, str | bytes], Path]
QUESTION = "Hvor mange prosent tilbyr norskopplæring?"


@pytest.fixture
def opened(write: Write, settings: Settings, fake: FakeEmbedder) -> Assistant:
    """An assistant on an index of one report."""
    write("norsk-2019.md", WORK)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    return Assistant.open(settings)


def change(settings: Settings, old: str, new: str) -> None:
    """Change the report and index it anew."""
    path = settings.corpus_dir / "norsk-2019.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    ingest([settings.corpus_dir], settings.index_dir, settings)


def cited(assistant: Assistant) -> str:
    return " ".join(citation.quote for citation in assistant.ask(QUESTION).citations)


@pytest.fixture
def of_three(write: Write, settings: Settings, fake: FakeEmbedder) -> Assistant:
    """An assistant on an index of three reports."""
    for name, words in LIBRARY.items():
        write(name, words)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    return Assistant.open(settings)


def test_without_an_index_it_says_what_to_run(settings: Settings) -> None:
    with pytest.raises(IndexMissing, match="python -m ingest"):
        Assistant.open(settings)


def test_threads_get_the_same_answers(opened: Assistant) -> None:
    alone = opened.ask(QUESTION)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(opened.ask, [QUESTION] * 8))
    assert all(answer.points == alone.points for answer in together)


def test_a_new_version_is_seen_at_the_next_question(opened: Assistant, settings: Settings) -> None:
    assert "37 prosent" in cited(opened)
    change(settings, "37 prosent", "41 prosent")
    assert "41 prosent" in cited(opened)


def test_several_new_versions_are_seen_one_after_the_other(opened: Assistant, settings: Settings) -> None:
    for old, new in [("37", "41"), ("41", "43"), ("43", "47")]:
        change(settings, f"{old} prosent", f"{new} prosent")
    assert "47 prosent" in cited(opened)


def test_new_documents_are_listed_at_once(opened: Assistant, settings: Settings, write: Write) -> None:
    write("tolk-2021.md", INTERPRETING)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    assert len(opened.manifest.documents) == 2


def test_a_version_that_goes_live_while_the_model_loads_is_seen(
    opened: Assistant, settings: Settings, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_slowly(_: object) -> FakeEmbedder:
        change(settings, "37 prosent", "41 prosent")
        return fake

    monkeypatch.setattr("assistant.api.load_embedder", load_slowly)
    assert "41 prosent" in cited(Assistant.open(settings))


def test_questions_under_way_survive_a_switch(opened: Assistant, settings: Settings) -> None:
    with ThreadPoolExecutor(3) as pool:
        under_way = [pool.submit(cited, opened) for _ in range(12)]
        change(settings, "37 prosent", "41 prosent")
        quotes = [question.result() for question in under_way]
    assert all("37 prosent" in quote or "41 prosent" in quote for quote in quotes)


def test_an_index_that_goes_away_is_told_as_missing(opened: Assistant, settings: Settings) -> None:
    shutil.rmtree(settings.index_dir)
    with pytest.raises(UnusableIndex):
        opened.ask(QUESTION)


def test_an_index_that_comes_back_is_answered_from(opened: Assistant, settings: Settings) -> None:
    shutil.rmtree(settings.index_dir)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    assert "37 prosent" in cited(opened)


def with_model(settings: Settings, folder: Path) -> Settings:
    return settings.model_copy(
        update={"embedding": settings.embedding.model_copy(update={"model": str(folder), "passage_prefix": None})}
    )


def test_a_local_model_answers_like_any_other(write: Write, settings: Settings, tmp_path: Path) -> None:
    write("bustad-2022.md", HOUSING)
    own = with_model(settings, save_tiny_model(tmp_path / "model"))
    ingest([own.corpus_dir], own.index_dir, own)
    assert Assistant.open(own).ask("Kven ventar lengst på bustad?").hits


def test_a_model_of_another_dimension_under_the_same_name_is_refused(
    write: Write, settings: Settings, tmp_path: Path
) -> None:
    write("bustad-2022.md", HOUSING)
    own = with_model(settings, save_tiny_model(tmp_path / "model", dimension=8))
    ingest([own.corpus_dir], own.index_dir, own)
    shutil.rmtree(tmp_path / "model")
    save_tiny_model(tmp_path / "model", dimension=12)
    with pytest.raises(ModelMismatch):
        Assistant.open(own)


def test_rebuild_embeds_anew_with_a_model_that_has_changed(write: Write, settings: Settings, tmp_path: Path) -> None:
    write("bustad-2022.md", HOUSING)
    own = with_model(settings, save_tiny_model(tmp_path / "model", dimension=8))
    ingest([own.corpus_dir], own.index_dir, own)
    shutil.rmtree(tmp_path / "model")
    save_tiny_model(tmp_path / "model", dimension=12)
    assert ingest([own.corpus_dir], own.index_dir, own, rebuild=True).embedded > 0


def test_another_passage_prefix_embeds_anew(write: Write, settings: Settings, tmp_path: Path) -> None:
    write("bustad-2022.md", HOUSING)
    own = with_model(settings, save_tiny_model(tmp_path / "model"))
    ingest([own.corpus_dir], own.index_dir, own)
    prefixed = own.model_copy(update={"embedding": own.embedding.model_copy(update={"passage_prefix": "bolig "})})
    assert ingest([own.corpus_dir], own.index_dir, prefixed, rebuild=True).embedded > 0


ABOUT_TOLK = "Hva anbefales om bruk av tolk?"


def test_the_last_answer_is_made_anew_within_the_same_filters(of_three: Assistant) -> None:
    of_2019 = Filters(years=(2019, 2019))
    answer = of_three.ask("Gjør svaret lengre", [ABOUT_TOLK], of_2019, request=Request.ABOUT_ANSWER)
    assert {one.passage.year for one in answer.citations} <= {2019}
    without = of_three.ask("Gjør svaret lengre", [ABOUT_TOLK], request=Request.ABOUT_ANSWER)
    assert 2021 in {one.passage.year for one in without.citations}


@pytest.mark.parametrize("turn", ["", " \n", "?!", "hva " * 5_000], ids=["picture", "blank", "symbols", "too long"])
def test_an_earlier_turn_that_was_no_question_is_passed_over(of_three: Assistant, turn: str) -> None:
    answer = of_three.ask("Gjør svaret kortere", [ABOUT_TOLK, turn], request=Request.ABOUT_ANSWER)
    assert answer.citations


def test_what_is_asked_of_the_answer_after_thanks_is_asked_of_the_one_before_them(of_three: Assistant) -> None:
    answer = of_three.ask("Gjør svaret kortere", [ABOUT_TOLK, "takk"], request=Request.ABOUT_ANSWER)
    assert answer.citations


@pytest.mark.parametrize("turn", ["Takk!", "Kan du vise det enklere enn det?"], ids=["talk", "about"])
def test_what_shows_nothing_is_not_gone_by(of_three: Assistant, turn: str) -> None:
    answer = of_three.ask(
        "Hvor fant du det?", [ABOUT_TOLK, turn], before=Answer(turn, (), (), (), request=Request.ABOUT_ANSWER)
    )
    assert answer.request is Request.ABOUT_ANSWER and answer.citations


def test_a_list_of_nothing_is_answered_as_a_question_unless_a_list_was_chosen(of_three: Assistant) -> None:
    typed = "List opp alle anbefalinger om romferjer"
    assert of_three.ask(typed).request is Request.QUESTION
    chosen = of_three.ask(typed, request=Request.LIST)
    assert chosen.request is Request.LIST and not chosen.rows
