"""The assistant as tools and resources of the Model Context Protocol, for chat clients and agents."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from importlib.metadata import version
from typing import Annotated, Any, Literal
from urllib.parse import quote

import anyio
from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage
from mcp_types import PARSE_ERROR, CallToolResult, ErrorData, JSONRPCError, TextContent, ToolAnnotations
from mcp_types import Resource as Listed
from pydantic import Field

from assistant.api import Assistant
from assistant.errors import AssistantError
from assistant.evidence.opening import passages_of
from assistant.index.manifest import IndexedDocument
from assistant.library.outline import outline
from assistant.models import Request as Kind
from assistant.reasons import reason
from assistant.service.access import LOCAL
from assistant.service.asking import Asking, T
from assistant.service.bodies import AnswerOut, AskIn, FiltersIn, SearchIn, SearchOut, SourceOut
from assistant.service.telling import Telling, reply_markdown
from assistant.service.work import Answered, answered, found, source_of

_MARKDOWN = "text/markdown"
_INSTRUCTIONS = (
    "Findings and recommendations from public research reports on integration in Norway. Every point is a verbatim "
    "quote with report, study and page: keep the quotes and the links as they are, and say so where the reports do not "
    "answer. Ask in Norwegian or English, one thing at a time, in plain words; give earlier questions as `history`."
)
_NO_MESSAGE = JSONRPCError(
    jsonrpc="2.0", id=None, error=ErrorData(code=PARSE_ERROR, message="This line is no JSON-RPC message.")
)
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Question = Annotated[str, Field(description="One question in plain words, Norwegian or English.")]
History = Annotated[Sequence[str], Field(description="The earlier questions of this conversation, oldest first.")]
Years = Annotated[str, Field(description="Years of the reports: 2019, 2019-2023, 2019-, -2018; empty: all.")]
Documents = Annotated[Sequence[str], Field(description="Names of reports (`document`), to ask those alone.")]


class Reports(MCPServer[Any]):
    """The server; its resources are the reports of the live index."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(
            "kunnskap",
            title="Kunnskapsassistenten",
            instructions=_INSTRUCTIONS,
            version=version("kunnskapsassistent"),
            log_level="ERROR",
        )
        self._asking = asking

    async def list_resources(self) -> list[Listed]:
        """The reports that are indexed now."""
        manifest = await self._asking.quickly(lambda assistant: assistant.manifest)
        return [
            Listed(uri=_uri(one), name=one.report.document, title=one.report.title, mime_type=_MARKDOWN)
            for one in manifest.documents
        ]

    async def run_stdio_async(self) -> None:
        """Serve over standard input and output until the input ends; a line that is no message is answered as well."""
        async with stdio_server() as (read, write), anyio.create_task_group() as group:
            put, taken = anyio.create_memory_object_stream[SessionMessage | Exception](0)

            async def pass_on() -> None:
                async with put:
                    async for item in read:
                        if isinstance(item, Exception):
                            await write.send(SessionMessage(_NO_MESSAGE))
                        else:
                            await put.send(item)

            group.start_soon(pass_on)
            core = self._lowlevel_server
            await core.run(taken, write, core.create_initialization_options())
            group.cancel_scope.cancel()


def make_mcp(asking: Asking) -> Reports:
    """The server with its tools and resources."""
    server = Reports(asking)
    _add_tools(server, asking)
    _add_resources(server, asking)
    return server


def _add_tools(server: Reports, asking: Asking) -> None:
    page = asking.settings.service.page

    @server.tool(title="Ask the reports", annotations=_READS)
    async def ask_reports(
        ctx: Context, question: Question, history: History = (), years: Years = "", documents: Documents = ()
    ) -> Annotated[CallToolResult, AnswerOut]:
        """Answer a question from the reports: findings and recommendations, each a quote with its source and page."""
        body = AskIn(question=question, history=list(history), filters=_filters(years, documents))
        return _answer(await _told(asking.result(_client(ctx), partial(answered, body, by="mcp"))), page)

    @server.tool(title="Go through all reports", annotations=_READS)
    async def overview(
        ctx: Context,
        theme: Annotated[str, Field(description="What it is about, in a few words.")],
        form: Literal["overview", "list", "summary", "comparison"] = "overview",
        years: Years = "",
        documents: Documents = (),
    ) -> Annotated[CallToolResult, AnswerOut]:
        """Every study and chapter on a theme, with who, when, finding and recommendation; nothing is left to chance."""
        body = AskIn(question=theme, filters=_filters(years, documents), request=Kind(form))
        return _answer(await _told(asking.result(_client(ctx), partial(answered, body, by="mcp"))), page)

    @server.tool(title="Search the reports", annotations=_READS)
    async def search_reports(
        ctx: Context,
        question: Question,
        years: Years = "",
        documents: Documents = (),
        limit: Annotated[int, Field(ge=1, le=50)] = 10,
    ) -> SearchOut:
        """The passages that fit best, best first, without an answer made of them."""
        body = SearchIn(question=question, filters=_filters(years, documents), limit=limit)
        return await _told(asking.result(_client(ctx), partial(found, body, page=page)))

    @server.tool(title="Open a source", annotations=_READS)
    async def get_source(id: Annotated[str, Field(description="A passage's `id`.")]) -> SourceOut:
        """One passage whole, with its report, study and page."""
        return await _told(asking.quickly(partial(source_of, id, page=page)))


def _add_resources(server: Reports, asking: Asking) -> None:
    async def of(document: str, write: Callable[[IndexedDocument, Assistant], str | None]) -> str:
        def written(assistant: Assistant) -> str | None:
            held = assistant.manifest.document(document)
            return write(held, assistant) if held else None

        try:
            words = await asking.quickly(written)
        except AssistantError as error:
            raise ResourceError(error.worded("nb")) from error
        if words is None:
            raise ResourceNotFoundError(reason("report_unknown").worded("nb"))
        return words

    @server.resource("reports://{document}", title="A report and its studies", mime_type=_MARKDOWN)
    async def report(document: str) -> str:
        """What a report is, its headings, and the addresses of its studies."""
        return await of(document, _report)

    @server.resource("reports://{document}/studies/{number}", title="A study, whole", mime_type=_MARKDOWN)
    async def study(document: str, number: str) -> str:
        """The text of one study, by its number in its report, from 1."""
        return await of(document, partial(_study, number))


async def _told(work: Awaitable[T]) -> T:
    try:
        return await work
    except AssistantError as error:
        raise ToolError(error.worded("nb")) from error


def _answer(done: Answered, page: str) -> CallToolResult:
    """The answer as Markdown to be read, and whole for a program."""
    words = TextContent(type="text", text=reply_markdown(done.answer, done.manifest, page))
    whole = Telling(done.manifest, page).answer(done.answer).model_dump(mode="json")
    return CallToolResult(content=[words], structured_content=whole)


def _filters(years: str, documents: Sequence[str]) -> FiltersIn:
    return FiltersIn(years=years or None, documents=list(documents))


def _client(ctx: Context) -> str:
    request = ctx.request_context.request
    return request.state.client if request is not None else LOCAL


def _uri(document: IndexedDocument) -> str:
    return f"reports://{quote(document.report.document, safe='')}"


def _report(held: IndexedDocument, assistant: Assistant) -> str:
    told = held.report
    about = [str(one) for one in (told.year, told.kind.value, told.publisher) if one]
    headings = outline(passages_of(assistant, held))
    lines = [f"# {told.title}", "", ", ".join(about), "", f"{held.passages} passages. Headings:", ""]
    lines += [f"{'  ' * heading.level}- {heading.title}" for heading in headings]
    if held.studies:
        lines += ["", "## Studies", ""]
        lines += [f"- {study.title}: {_uri(held)}/studies/{number}" for number, study in enumerate(held.studies, 1)]
    return "\n".join(lines)


def _study(number: str, held: IndexedDocument, assistant: Assistant) -> str | None:
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= len(held.studies)):
        return None
    study = held.studies[int(number) - 1]
    lines, above = [f"# {study.title}"], ""
    for passage in passages_of(assistant, held):
        if passage.study == study.title:
            if passage.section != above:
                above = passage.section
                lines.append(f"## {passage.path[-1]}" if passage.path else "")
            lines.append(passage.text)
    return "\n\n".join(lines)
