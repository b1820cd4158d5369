"""The client of a language model against a real server that misbehaves."""

import logging
import socket
import time

import pytest
from pydantic import SecretStr

from assistant.errors import ModelError
from assistant.settings import ModelSettings
from assistant.writing.client import LanguageModel
from tests.making.servers import model_server as serving
from tests.making.servers.model_server import Behave, fails, model_server, says

KEY = "hemmelig-nokkel-123"


def settings(url: str, **values: object) -> ModelSettings:
    defaults = {"endpoint": url, "name": "m", "api_key": SecretStr(KEY), "silence": 1.0, "seconds": 20.0, "tokens": 50}
    return ModelSettings.model_validate({**defaults, **values})


def reply(url: str, **values: object) -> str:
    return "".join(LanguageModel(settings(url, **values)).stream("Regler", "Spørsmål"))


def failure(*behaviours: Behave, **values: object) -> str:
    with model_server(*behaviours) as model, pytest.raises(ModelError) as error:
        reply(model.url, **values)
    return error.value.code


def test_a_reply_comes_in_pieces() -> None:
    with model_server(says("Kommunene bruker tolk. [1]")) as model:
        pieces = list(LanguageModel(settings(model.url)).stream("Regler", "Spørsmål"))
    assert len(pieces) > 1
    assert "".join(pieces) == "Kommunene bruker tolk. [1]"


def test_the_rules_and_the_question_are_sent_apart() -> None:
    with model_server(says("Ja.")) as model:
        reply(model.url)
    assert [message["role"] for message in model.requests[0]["messages"]] == ["system", "user"]


@pytest.mark.parametrize(
    ("behave", "key"),
    [
        (serving.hangs, "model_slow"),
        (serving.falls_silent, "model_slow"),
        (serving.drips, "model_slow"),
        (serving.never_stops, "model_endless"),
        (serving.one_wide_line, "model_endless"),
        (serving.says_nothing, "model_empty"),
        (serving.babbles, "model_garbled"),
        (serving.sends_a_page, "model_empty"),
        (serving.breaks_off, "model_broke_off"),
        (fails(401), "model_refused"),
        (fails(404), "model_refused"),
        (fails(500), "model_refused"),
        (fails(429, Retry_After="0.1"), "model_busy"),
        (fails(429, Retry_After="3600"), "model_busy"),
    ],
)
def test_each_way_to_fail_is_told_apart(behave: Behave, key: str) -> None:
    values = {"tokens": 1000, "seconds": 1.0} if behave is serving.drips else {}
    assert failure(behave, **values) == key


@pytest.mark.parametrize("behave", [serving.one_long_line, serving.drips_its_head, serving.drips])
def test_nothing_outlasts_the_deadline(behave: Behave) -> None:
    started = time.monotonic()
    assert failure(behave, seconds=1.0, tokens=10_000) == "model_slow"
    assert time.monotonic() - started < 10


def test_a_refused_connection_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(ModelError) as error:
        reply(f"http://127.0.0.1:{port}/v1")
    assert error.value.code == "model_unreachable"


@pytest.mark.parametrize("first", [fails(429, Retry_After="0.1"), fails(503, Retry_After="0.1")])
def test_a_busy_endpoint_is_asked_once_more(first: Behave) -> None:
    with model_server(first, says("Ja.")) as model:
        assert reply(model.url) == "Ja."


def test_an_endpoint_that_wants_a_long_wait_is_not_waited_for() -> None:
    with model_server(fails(429, Retry_After="3600"), says("Ja.")) as model, pytest.raises(ModelError):
        reply(model.url)
    assert len(model.requests) == 1


def test_the_key_is_sent_and_nowhere_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    repeats_it = fails(401, f'{{"error": {{"message": "Wrong key {KEY}"}}}}')
    with model_server(repeats_it) as model, pytest.raises(ModelError) as error:
        reply(model.url)
    assert model.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in caplog.text + str(error.value) + repr(error.value.__cause__) + repr(settings(model.url))


def test_azure_gets_its_key_and_version_as_it_wants_them() -> None:
    with model_server(says("Ja.")) as model:
        reply(model.url, azure="2024-10-21")
    assert model.headers[0]["api-key"] == KEY
    assert model.paths[0].endswith("?api-version=2024-10-21")
