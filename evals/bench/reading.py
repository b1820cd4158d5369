"""How long it takes to read and cut PDFs, beside LlamaIndex's own default pipeline, and how much memory it takes.

    python -m evals.bench.reading --corpus DIR [--copies 1000]

Everything but the embedding is timed, on the same files in the same run, each pipeline once over all of them.
LlamaIndex's default for a PDF is a reader of the package `llama-index-readers-file`; where that is not installed,
pypdf gives each page's text as it does, and the result says so.
"""

import argparse
import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.settings import PassageSettings

_SHORT = (
    "# Bosetting i kommune {n}\n\n## Hovedfunn\n\n- Kommune {n} bosatte {n} flyktninger i fjor.\n- Boligmangel er det "
    "som oftest hindrer dem.\n\n## Anbefalinger\n\nKommunen bør samarbeide mer med naboene om boliger.\n"
)


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds for all files by each pipeline; `reader` names what read the pages for LlamaIndex."""

    files: int
    ours: float
    theirs: float
    reader: str

    @property
    def ratio(self) -> float:
        """How many times as long as LlamaIndex's pipeline ours takes."""
        return self.ours / self.theirs


def time_reading(paths: list[Path]) -> Timed:
    """Both pipelines over the same PDFs, after each has read the first one to load what it needs."""
    name, theirs = _llama_index()
    for pipeline in (_read, theirs):
        pipeline(paths[:1])
    return Timed(len(paths), _seconds(_read, paths), _seconds(theirs, paths), name)


def peak_memory(copies: int) -> int:
    """Bytes that a process of its own holds at most while it reads and cuts so many small documents."""
    program = "import sys; from evals.bench.reading import _read_copies; _read_copies(int(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", program, str(copies)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def _seconds(pipeline: Callable[[list[Path]], None], paths: list[Path]) -> float:
    start = time.perf_counter()
    pipeline(paths)
    return time.perf_counter() - start


def _read(paths: list[Path]) -> None:
    from ingest.cutting.passages import cut
    from ingest.reading import read_report

    size = PassageSettings().size
    for path in paths:
        cut(read_report(path), size)


def _llama_index() -> tuple[str, Callable[[list[Path]], None]]:
    """(what reads the pages, LlamaIndex's pipeline as far as the nodes)."""
    from llama_index.core.node_parser import SentenceSplitter

    own = _has_pdf_reader()

    def run(paths: list[Path]) -> None:
        SentenceSplitter().get_nodes_from_documents([d for path in paths for d in (_loaded if own else _paged)(path)])

    return ("SimpleDirectoryReader" if own else "pypdf (llama-index-readers-file is not installed)"), run


def _has_pdf_reader() -> bool:
    try:
        return importlib.util.find_spec("llama_index.readers.file") is not None
    except ModuleNotFoundError:  # not even the package above it
        return False


def _loaded(path: Path) -> list:  # type: ignore[type-arg]
    from llama_index.core import SimpleDirectoryReader

    return SimpleDirectoryReader(input_files=[path]).load_data()


def _paged(path: Path) -> list:  # type: ignore[type-arg]
    from llama_index.core import Document
    from pypdf import PdfReader

    pages = PdfReader(path).pages
    return [Document(text=p.extract_text(), metadata={"page_label": str(i)}) for i, p in enumerate(pages, 1)]


def _read_copies(copies: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for n in range(copies):
            path = Path(folder) / f"{n}.md"
            path.write_text(_SHORT.format(n=n), encoding="utf-8")
            _read([path])
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))


def main(arguments: list[str] | None = None) -> int:
    """Measures and tells; 1 where the folder holds no PDF."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.reading", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with PDFs")
    parser.add_argument("--copies", type=int, default=1000, help="small documents to read for the memory's peak")
    asked = parser.parse_args(arguments)
    paths = sorted(asked.corpus.rglob("*.pdf"))
    if not paths:
        parser.exit(1, f"no PDF in {asked.corpus}\n")
    timed = time_reading(paths)
    megabytes = peak_memory(asked.copies) / 1e6
    sys.stdout.write(
        f"{timed.files} PDFs: {timed.ours:.1f} s, LlamaIndex by {timed.reader}: {timed.theirs:.1f} s, "
        f"ratio {timed.ratio:.2f}\n{asked.copies} small documents: {megabytes:.0f} MB at most\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
