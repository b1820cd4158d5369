"""An overview as a file, its format told by its ending."""

from pathlib import Path

from assistant.export.blocks import exported
from assistant.export.excel import as_excel
from assistant.export.word import as_word
from assistant.index.manifest import Manifest
from assistant.index.originals import original_of
from assistant.models import Answer, Citation


def written(answer: Answer, ending: str, manifest: Manifest, index_dir: Path) -> bytes:
    """The bytes of an `.xlsx` file, or of a `.docx` for any other ending; sources open the index's own copies."""
    if ending != ".xlsx":
        return as_word(exported([answer], answer.language, answer.theme))
    originals = {item.report.document: original_of(index_dir, item) for item in manifest.documents}

    def link(citation: Citation) -> str:
        path = originals.get(citation.passage.document)
        page = f"#page={citation.page}" if citation.page else ""
        return f"{path.as_uri()}{page}" if path else ""

    return as_excel(answer, answer.language, link)
