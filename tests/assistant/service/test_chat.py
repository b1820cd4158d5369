"""The assistant as a model for chat programs, asked with OpenAI's own client."""

from typing import Any

import openai
import pytest
from openai.types.chat import ChatCompletionMessageParam

from tests.assistant.service.conftest import QUESTION, Served

KEY = "en-nokkel-som-er-lang-nok-til-dette"
MODEL = "kunnskapsassistenten"


def client_of(served: Served, key: str = KEY, **service: Any) -> openai.OpenAI:
    url = served(keys={"chat": KEY}, page_url="https://kunnskap.example", **service).base_url
    return openai.OpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0)


def said(*questions: str) -> list[ChatCompletionMessageParam]:
    messages: list[ChatCompletionMessageParam] = [{"role": "system", "content": "You are a pirate."}]
    for question in questions:
        messages += [{"role": "user", "content": question}, {"role": "assistant", "content": "Arr."}]
    return messages[:-1]


def test_the_model_is_listed(served: Served) -> None:
    assert [model.id for model in client_of(served).models.list()] == [MODEL]


def test_a_reply_is_the_answer_with_links_to_its_sources(served: Served) -> None:
    reply = client_of(served).chat.completions.create(model=MODEL, messages=said(QUESTION), temperature=0.7)
    words = reply.choices[0].message.content or ""
    assert reply.choices[0].finish_reason == "stop"
    assert "37 prosent" in words and "[[1]](https://kunnskap.example/kilde?dokument=norsk-2019" in words
    assert QUESTION not in words and "pirate" not in words and "Arr" not in words


def test_a_stream_is_the_same_in_pieces(served: Served) -> None:
    client = client_of(served)
    whole = client.chat.completions.create(model=MODEL, messages=said(QUESTION)).choices[0].message.content
    stream = client.chat.completions.create(
        model=MODEL, messages=said(QUESTION), stream=True, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    pieces = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
    assert "".join(pieces) == whole and len(pieces) > 3
    assert chunks[-1].usage is not None and chunks[-2].choices[0].finish_reason == "stop"


def test_a_follow_up_is_read_with_what_was_asked_before(served: Served) -> None:
    messages = said("Hva fant de om tolk på legekontoret?", "Og hva anbefalte de?")
    reply = client_of(served).chat.completions.create(model=MODEL, messages=messages)
    assert "dokument=tolk-2021" in (reply.choices[0].message.content or "")


def test_a_message_may_come_in_parts(served: Served) -> None:
    image: Any = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA"}}
    messages: list[ChatCompletionMessageParam] = [
        {"role": "user", "content": [{"type": "text", "text": QUESTION}, image]}
    ]
    reply = client_of(served).chat.completions.create(model=MODEL, messages=messages)
    assert "37 prosent" in (reply.choices[0].message.content or "")


def test_an_earlier_message_may_be_long(served: Served) -> None:
    reply = client_of(served).chat.completions.create(model=MODEL, messages=said("tolk " * 5_000, QUESTION))
    assert "37 prosent" in (reply.choices[0].message.content or "")


TITLE = f"""### Task:
Generate a concise title summarizing the chat history.
### Output:
JSON format: {{ "title": "your concise title here" }}
### Chat History:
<chat_history>
USER: {QUESTION}
ASSISTANT: 37 prosent.
</chat_history>"""  # as Open WebUI 0.12.4 asks the model of the chat


@pytest.mark.parametrize("stream", [False, True])
def test_what_is_to_be_made_of_the_chat_is_not_asked_of_the_reports(served: Served, stream: bool) -> None:
    client = client_of(served, questions_a_minute=1)
    for _ in range(2):
        reply = client.chat.completions.create(model=MODEL, messages=said(TITLE), stream=stream)  # type: ignore[call-overload]
        words = (
            [piece.choices[0].delta.content or "" for piece in reply] if stream else [reply.choices[0].message.content]
        )
        assert "".join(words) == "{}"


@pytest.mark.parametrize("stream", [False, True])
def test_no_question_is_a_clear_word(served: Served, stream: bool) -> None:
    with pytest.raises(openai.UnprocessableEntityError, match="ord"):
        client_of(served).chat.completions.create(model=MODEL, messages=said("?!%&"), stream=stream)  # type: ignore[call-overload]


def test_a_wrong_key_is_told_as_one(served: Served) -> None:
    with pytest.raises(openai.AuthenticationError, match="Authorization"):
        client_of(served, key="another-key-that-is-wrong").models.list()


def test_another_model_is_not_there(served: Served) -> None:
    with pytest.raises(openai.NotFoundError, match=MODEL):
        client_of(served).chat.completions.create(model="gpt-5", messages=said(QUESTION))


def test_who_asks_too_often_is_told_as_such(served: Served) -> None:
    client = client_of(served, questions_a_minute=1)
    client.chat.completions.create(model=MODEL, messages=said(QUESTION))
    with pytest.raises(openai.RateLimitError):
        client.chat.completions.create(model=MODEL, messages=said(QUESTION), stream=True)
