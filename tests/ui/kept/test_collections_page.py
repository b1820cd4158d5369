"""The page of collections, without a browser: one owner at a time is put in place of the cookie."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.settings import ConversationSettings
from assistant.store.collections import Collections, Piece
from assistant.store.file.database import Database
from assistant.store.file.plain import packed
from assistant.texts import text
from tests.assistant.store.making import ANSWER

DRAWN = """
from assistant.settings import load_settings
from assistant.ui.session import undo
from assistant.ui.kept.collections_page import collections_page

undo.draw("nb")
collections_page(load_settings(), "nb")
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Collections:
    file = tmp_path / "c.sqlite"
    monkeypatch.setenv("ASSISTANT_CONVERSATIONS__FILE", str(file))
    return Collections(ConversationSettings(file=file))


@pytest.fixture
def visit(store: Collections, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """The page as this user's browser opens it; "anne" has a collection `c` of two pieces."""
    for id_ in ("p1", "p2"):
        store.change("anne", "c", "Tolk", lambda now, id_=id_: now.toggled(Piece(id_, ANSWER)))

    def visit(owner: str = "anne", **parameters: str) -> AppTest:
        monkeypatch.setattr("assistant.ui.users.user.owner", lambda settings: owner)
        page = AppTest.from_string(DRAWN, default_timeout=60)
        for name, value in parameters.items():
            page.query_params[name] = value
        return page.run()

    return visit


def press(page: AppTest, name: str) -> AppTest:
    return next(button for button in page.button if button.key.startswith(name)).click().run()


def ids(store: Collections) -> list[str]:
    found = store.opened("anne", "c")
    return [piece.id for piece in found.pieces] if found else []


def test_pieces_are_shown_with_their_references(visit: Callable[..., AppTest]) -> None:
    page = visit()
    assert page.title[0].value == "Tolk"
    html = "\n".join(element.proto.body for element in page.get("html"))
    assert html.count("kilde?dokument=tolk") == 4  # each piece: a point and a figure
    assert "<li>[1] <a" in html  # as the table of figures numbers them


def test_a_note_is_kept(visit: Callable[..., AppTest], store: Collections) -> None:
    visit().text_area[0].set_value("Bruk denne.").run()
    found = store.opened("anne", "c")
    assert found and found.pieces[0].note == "Bruk denne."


def test_pieces_are_moved_by_buttons(visit: Callable[..., AppTest], store: Collections) -> None:
    press(visit(), "piece_down-p1")
    assert ids(store) == ["p2", "p1"]


def test_a_piece_that_was_taken_out_comes_back_in_its_place(visit: Callable[..., AppTest], store: Collections) -> None:
    page = press(visit(), "remove-p1")
    assert ids(store) == ["p2"]
    press(page, "undo-it")
    assert ids(store) == ["p1", "p2"]


def test_a_deleted_collection_comes_back(visit: Callable[..., AppTest], store: Collections) -> None:
    page = press(visit(samling="c"), "collection-delete")
    assert store.listed("anne") == ()
    press(page, "undo-it")
    assert ids(store) == ["p1", "p2"]


def test_a_new_one_is_made_and_named(visit: Callable[..., AppTest], store: Collections) -> None:
    page = press(visit(), "collection-new")
    next(field for field in page.text_input if field.key.startswith("name-")).set_value("Bolig").run()
    assert {one.name for one in store.listed("anne")} == {"Tolk", "Bolig"}


def test_the_address_of_another_users_collection_says_so(visit: Callable[..., AppTest]) -> None:
    page = visit("bjarne", samling="c")
    assert [info.value for info in page.info] == [text("collection_gone", "nb")]


def test_a_collection_of_a_newer_program_says_so_and_can_only_be_deleted(
    visit: Callable[..., AppTest], store: Collections
) -> None:
    with Database(store.settings.file).writing() as connection:
        connection.execute("UPDATE collections SET pieces = ?", (packed({"pieces": 3}),))
    page = visit(samling="c")
    assert [said.value for said in page.warning] == [text("reason_collection_newer", "nb", name="Tolk")]
    assert text("collection_empty", "nb") not in [said.value for said in page.markdown]
    page = press(page, "collection-delete")
    assert store.listed("anne") == ()
    assert not [button for button in page.button if button.key.startswith("undo-it")]


def test_where_nothing_is_kept_the_page_says_so(visit: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_CONVERSATIONS__KEEP_DAYS", "0")
    assert [info.value for info in visit().info] == [text("collections_off", "nb")]
