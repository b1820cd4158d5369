"""Our search and answers in LlamaIndex's own pipelines, over a real index."""

from llama_index.core.base.response.schema import Response
from llama_index.core.postprocessor import SimilarityPostprocessor
from llama_index.core.schema import NodeWithScore, QueryBundle

from assistant.api import Assistant
from assistant.filters import Filters
from assistant.llamaindex import ReportsQueryEngine, ReportsRetriever

QUESTION = "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"


def test_nodes_come_best_first_with_their_place(assistant: Assistant) -> None:
    nodes = ReportsRetriever(assistant).retrieve(QUESTION)
    assert nodes[0].metadata["document"] == "norsk-2019"
    assert [node.score for node in nodes] == sorted((node.score or 0 for node in nodes), reverse=True)


def test_postprocessors_take_them(assistant: Assistant) -> None:
    nodes: list[NodeWithScore] = ReportsRetriever(assistant).retrieve(QUESTION)
    best = SimilarityPostprocessor(similarity_cutoff=nodes[0].score).postprocess_nodes(nodes, QueryBundle(QUESTION))
    assert [node.node_id for node in best] == [nodes[0].node_id]


def test_filters_narrow_what_is_found(assistant: Assistant) -> None:
    nodes = ReportsRetriever(assistant, Filters(without_documents=("norsk-2019",))).retrieve(QUESTION)
    assert "norsk-2019" not in {node.metadata["document"] for node in nodes}


def test_an_answer_is_a_response_with_its_sources(assistant: Assistant) -> None:
    response = ReportsQueryEngine(assistant).query(QUESTION)
    assert isinstance(response, Response) and response.metadata
    assert "37" in str(response) and "[1]" in str(response)
    assert next(node.metadata["document"] for node in response.source_nodes) == "norsk-2019"
    assert response.metadata["citations"][0]["quote"]


async def _asked(assistant: Assistant) -> str:
    return str(await ReportsQueryEngine(assistant).aquery(QUESTION))


def test_it_may_be_awaited(assistant: Assistant) -> None:
    import asyncio

    assert asyncio.run(_asked(assistant)) == str(ReportsQueryEngine(assistant).query(QUESTION))
