"""Our search and answers as LlamaIndex's classes, for pipelines that are built of them.

Both ask an `Assistant` that is open: what is found and answered is the same as on the page, without a language model
unless one is set.
"""

from typing import Any

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.response.schema import Response
from llama_index.core.callbacks import CallbackManager
from llama_index.core.schema import NodeWithScore, QueryBundle

from assistant.api import Assistant
from assistant.export.runs import run_line
from assistant.filters import EVERYTHING, Filters
from assistant.index.nodes import to_node
from assistant.models import Answer
from assistant.rendering.answer import answer_markdown


class ReportsRetriever(BaseRetriever):
    """Passages as nodes, best first, ranked by the reader; each node's metadata has report, section and page."""

    def __init__(self, assistant: Assistant, filters: Filters = EVERYTHING) -> None:
        super().__init__()
        self._assistant = assistant
        self._filters = filters

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._assistant.search(query_bundle.query_str, self._filters)
        return [NodeWithScore(node=to_node(hit.passage), score=hit.score) for hit in hits]


class ReportsQueryEngine(BaseQueryEngine):
    """Answers as responses: Markdown with `[n]` markers; the cited passages as source nodes, in the markers' order.

    `metadata` holds what a run's line holds: the quotes with their pages, whether it abstained, the notes.
    """

    def __init__(self, assistant: Assistant, filters: Filters = EVERYTHING) -> None:
        super().__init__(callback_manager=CallbackManager())
        self._assistant = assistant
        self._filters = filters

    def _query(self, query_bundle: QueryBundle) -> Response:
        return _response(self._assistant.ask(query_bundle.query_str, filters=self._filters), self._filters)

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return self._query(query_bundle)

    def _get_prompt_modules(self) -> dict[str, Any]:
        return {}


def _response(answer: Answer, filters: Filters) -> Response:
    nodes = [NodeWithScore(node=to_node(citation.passage)) for citation in answer.citations]
    return Response(answer_markdown(answer), source_nodes=nodes, metadata=run_line("", answer, filters))
