"""The assistant as tools of the Model Context Protocol, asked with its official client over HTTP and over stdio."""

import asyncio
import json
import os
import subprocess
import sys
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult

from assistant.settings import Settings
from tests.assistant.service.conftest import QUESTION, Served

ROOT = Path(__file__).parents[3]
KEY = "en-nokkel-som-er-lang-nok-til-dette"
Using = Callable[[Client], Awaitable[Any]]


@asynccontextmanager
async def opened(url: str, key: str = KEY, mode: Any = "auto") -> AsyncIterator[Client]:
    headers = {"authorization": f"Bearer {key}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=30, trust_env=False) as http,
        Client(streamable_http_client(f"{url}/mcp", http_client=http), mode=mode) as client,
    ):
        yield client


@pytest.fixture
def use(served: Served) -> Callable[..., Any]:
    """`use(what)`: what comes of using a client of the service."""
    url = str(served(keys={"agent": KEY}).base_url).rstrip("/")

    def use(using: Using, **how: Any) -> Any:
        async def run() -> Any:
            async with opened(url, **how) as client:
                try:
                    return await using(client)
                except MCPError as error:  # raised when the connection is closed, which would wrap it
                    return error

        result = asyncio.run(run())
        if isinstance(result, MCPError):
            raise result
        return result

    return use


def words(result: CallToolResult) -> str:
    return "".join(getattr(part, "text", "") for part in result.content)


def test_its_tools_say_what_they_take(use: Callable[..., Any]) -> None:
    tools = {tool.name: tool for tool in use(lambda client: client.list_tools()).tools}
    assert set(tools) == {"ask_reports", "overview", "search_reports", "get_source"}
    assert tools["ask_reports"].input_schema["required"] == ["question"]
    assert "citations" in tools["ask_reports"].output_schema["properties"]


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_an_answer_is_words_with_links_and_whole_for_a_program(use: Callable[..., Any], mode: str) -> None:
    result = use(lambda client: client.call_tool("ask_reports", {"question": QUESTION}), mode=mode)
    assert not result.is_error and "37 prosent" in words(result) and "/kilde?dokument=norsk-2019" in words(result)
    assert result.structured_content["citations"][0]["source"]["document"] == "norsk-2019"


def test_a_search_leads_to_a_source(use: Callable[..., Any]) -> None:
    async def look(client: Client) -> tuple[Any, Any]:
        found = await client.call_tool("search_reports", {"question": QUESTION, "documents": ["norsk-2019"]})
        assert found.structured_content
        hit = found.structured_content["hits"][0]["source"]
        return hit, (await client.call_tool("get_source", {"id": hit["id"]})).structured_content

    hit, source = use(look)
    assert hit == source and source["document"] == "norsk-2019"


def test_an_overview_goes_through_all(use: Callable[..., Any]) -> None:
    result = use(lambda client: client.call_tool("overview", {"theme": "tolk"}))
    assert result.structured_content["looked_through"]["reports"] == 3 and result.structured_content["rows"]


def test_reports_are_resources(use: Callable[..., Any]) -> None:
    async def read(client: Client) -> tuple[Any, Any]:
        return await client.list_resources(), await client.read_resource("reports://tolk-2021")

    listed, report = use(read)
    assert {str(one.uri) for one in listed.resources} >= {"reports://norsk-2019", "reports://tolk-2021"}
    assert (
        report.contents[0].text.startswith("# Tolking i helsetjenesten 2021") and "Hovedfunn" in report.contents[0].text
    )


@pytest.mark.parametrize("uri", ["reports://nowhere", "reports://tolk-2021/studies/9", "reports://tolk-2021/studies/x"])
def test_a_resource_that_is_not_there_is_told(use: Callable[..., Any], uri: str) -> None:
    with pytest.raises(MCPError, match="ingen slik rapport eller studie"):
        use(lambda client: client.read_resource(uri))


WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "no question": ("ask_reports", {"question": "?!"}, "ord"),
    "a megabyte": ("ask_reports", {"question": "hva " * 100_000}, "for langt"),
    "another type": ("ask_reports", {"question": {"a": 1}}, "question"),
    "nothing": ("ask_reports", {}, "question"),
    "no such report": ("search_reports", {"question": "tolk", "documents": ["nowhere"]}, "nowhere"),
    "no such source": ("get_source", {"id": "nowhere:00001"}, "ingen kilde"),
}


@pytest.mark.parametrize(("tool", "given", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_and_the_server_lives(
    use: Callable[..., Any], tool: str, given: dict[str, Any], said: str
) -> None:
    async def twice(client: Client) -> tuple[CallToolResult, CallToolResult]:
        return await client.call_tool(tool, given), await client.call_tool("search_reports", {"question": QUESTION})

    wrong, right = use(twice)
    assert wrong.is_error and said in words(wrong)
    assert not right.is_error


def test_a_wrong_key_does_not_get_in(use: Callable[..., Any]) -> None:
    with pytest.raises((MCPError, ExceptionGroup)) as refused:
        use(lambda client: client.list_tools(), key="another-key-that-is-wrong")
    told = "".join(traceback.format_exception(refused.value))
    assert "MCPError: Server returned an error" in told


@pytest.mark.parametrize("body", [b"{nonsense", b"[]", b'{"jsonrpc": "1.0"}', b"a" * 1024 * 1024])
def test_nonsense_over_http_is_refused(served: Served, body: bytes) -> None:
    client = served()
    headers = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
    told = client.post("/mcp", content=body, headers=headers)
    assert 400 <= told.status_code < 500 and told.text
    assert client.get("/v1/reports").status_code == 200


def over_stdio(settings: Settings) -> tuple[list[str], dict[str, str]]:
    command = [sys.executable, "-m", "assistant", "mcp", "--index", str(settings.index_dir)]
    return command, {**os.environ, "PYTHONPATH": str(ROOT)}


def test_a_client_starts_it_and_asks_over_stdio(library: Settings) -> None:
    command, environment = over_stdio(library)
    server = StdioServerParameters(command=command[0], args=command[1:], env=environment, cwd=ROOT)

    async def ask() -> CallToolResult:
        async with Client(server, read_timeout_seconds=180) as client:
            return await client.call_tool("ask_reports", {"question": QUESTION})

    assert "37 prosent" in words(asyncio.run(ask()))


def test_nonsense_over_stdio_is_answered_and_it_lives(library: Settings) -> None:
    command, environment = over_stdio(library)
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    messages = [
        "nonsense",
        "a" * 1024 * 1024,
        '{"jsonrpc": "2.0", "id": {}, "method": 3}',
        json.dumps({"jsonrpc": "2.0", "id": 7, "method": "initialize", "params": hello}),
    ]
    sent = "\n".join(messages) + "\n"
    ran = subprocess.run(
        command, input=sent, env=environment, cwd=ROOT, check=False, capture_output=True, text=True, timeout=180
    )
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [one["id"] for one in answers if "error" in one] == [None] * 3
    assert next(one for one in answers if one["id"] == 7)["result"]["serverInfo"]["name"] == "kunnskap"
    assert ran.returncode == 0
