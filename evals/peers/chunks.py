"""The documents cut the way LlamaIndex does by default."""

import logging
from pathlib import Path
from typing import Any

from llama_index.core import SimpleDirectoryReader
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.readers.base import BaseReader
from llama_index.core.schema import BaseNode, Document, MetadataMode

from evals.peers.answers import Chunk

DEFAULT_SIZE = 1024  # tokens a chunk, LlamaIndex's default


class PagesReader(BaseReader):
    """PDFs one page a document with pypdf, as LlamaIndex's own PDFReader reads them (which is a package apart)."""

    def load_data(self, file: Path, extra_info: dict[str, Any] | None = None, **_: Any) -> list[Document]:
        """The pages of `file`."""
        from pypdf import PdfReader

        pages = PdfReader(file).pages
        return [
            Document(text=page.extract_text() or "", metadata={"page_label": str(n), **(extra_info or {})})
            for n, page in enumerate(pages, 1)
        ]


def load_nodes(corpus: Path, size: int) -> list[BaseNode]:
    """The chunks of all documents under `corpus`, `size` tokens each at most."""
    # It warns once a file that readers are missing which are not needed here.
    logging.getLogger("llama_index.core.readers.file.base").setLevel(logging.ERROR)
    reader = SimpleDirectoryReader(str(corpus), recursive=True, file_extractor={".pdf": PagesReader()})
    splitter = SentenceSplitter(chunk_size=size, chunk_overlap=min(200, size // 5))
    nodes: list[BaseNode] = splitter.get_nodes_from_documents(reader.load_data())
    return nodes


def chunk_of(node: BaseNode) -> Chunk:
    """A node as a plain value."""
    label = node.metadata.get("page_label")
    text = node.get_content(metadata_mode=MetadataMode.NONE)
    return Chunk(Path(str(node.metadata["file_path"])).stem, text, int(label) if label else None)
