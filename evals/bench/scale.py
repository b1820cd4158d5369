"""How building and asking grow with the index: indexes of made Norwegian text, each measured in processes of its own.

    python -m evals.bench.scale [--sizes 1000,10000,100000] [--questions 60] [--out build/scale] [--keep]

Passages are made (`evals.bench.made`) and written by the ingestion's own `write_version`. Their vectors have the real
size, but are not embedded one by one, which would take hours: each study's centre is the bundled model's vector of its
topic with random unit noise added, each passage's the same around its study's. Questions are embedded by the model,
and that is part of their time. Wall time depends on what else the machine does; the time of the processor, of all
threads, is told beside it. 100,000 passages take about five minutes and 2 GB; 1,000,000 ten times that.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from assistant.embedding import Embedder, Vectors, load_embedder
from assistant.filters import EVERYTHING, Filters
from assistant.models import ReportKind
from assistant.monitoring.logs import quiet_libraries
from assistant.settings import Settings
from evals.bench.load import percentile
from evals.bench.made import Made, made_library, questions
from evals.bench.scale_report import markdown, plot

_CENTRES = 300  # topics whose vector the model makes
_SPREAD_OF_STUDIES, _SPREAD_OF_PASSAGES = 0.25, 0.35  # length of the noise against that of a centre
_WARM_UP = 3
FILTERS = (
    Filters(years=(2018, 2020)),
    Filters(years=(2015, None), kinds=(ReportKind.ANNUAL,)),
    Filters(documents=("rapport-00001",)),
    Filters(without_documents=("rapport-00000",)),
)


@dataclass(frozen=True, slots=True)
class Built:
    """What building took: seconds, the processor's seconds, megabytes of memory at most, megabytes on disk."""

    seconds: float
    cpu: float
    memory: float
    chroma: float
    lexical: float


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds a question: half and 95 of 100 take at most so long; and of the processor's, the same."""

    p50: float
    p95: float
    cpu50: float
    cpu95: float


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking took; `opened` and `first` are the cold start in seconds, `memory` megabytes at most."""

    opened: float
    first: float
    memory: float
    embedding: Times
    search: Times
    answer: Times
    search_filtered: Times
    answer_filtered: Times


@dataclass(frozen=True, slots=True)
class Measured:
    """One size."""

    passages: int
    built: Built
    asked: Asked


def vectors_of(made: Made, embedder: Embedder, seed: int = 11) -> Vectors:
    """A unit vector for each passage, in clusters as the module tells: shape (passages, dimension)."""
    draw = np.random.default_rng(seed)
    topics = list(dict.fromkeys(made.topics))[:_CENTRES]
    centres = np.stack([embedder.embed_query(topic) for topic in topics])
    studies = _around(centres[np.arange(len(made.topics)) % len(topics)], _SPREAD_OF_STUDIES, draw)
    vectors = np.empty((len(made.passages), embedder.dimension), dtype=np.float32)
    for start in range(0, len(vectors), 10_000):
        rows = slice(start, start + 10_000)
        vectors[rows] = _around(studies[made.studies[rows]], _SPREAD_OF_PASSAGES, draw)
    return vectors


def _around(centres: Vectors, spread: float, draw: np.random.Generator) -> Vectors:
    noise = draw.standard_normal(centres.shape, dtype=np.float32)
    moved = centres + spread * noise / np.linalg.norm(noise, axis=1, keepdims=True)
    unit: Vectors = moved / np.linalg.norm(moved, axis=1, keepdims=True)
    return unit


def build(made: Made, settings: Settings, embedder: Embedder) -> Built:
    """Write an index of the made passages into `settings.index_dir`, as an ingestion does after the embedding."""
    from assistant.index.manifest import Manifest, version_dir
    from ingest.versions.write import new_version, write_version

    vectors = vectors_of(made, embedder)
    model = settings.embedding.model
    version, now = new_version(settings.index_dir), "2026-01-01T00:00:00+00:00"
    manifest = Manifest(version, model, embedder.dimension, now, "", made.documents)
    started, cpu = time.perf_counter(), time.process_time()
    write_version(settings.index_dir, manifest, made.passages, vectors, settings.chroma_url)
    folder = version_dir(settings.index_dir, manifest.version)
    return Built(
        time.perf_counter() - started,
        time.process_time() - cpu,
        _peak(),
        _megabytes(folder / "chroma"),
        _megabytes(folder / "lexical"),
    )


def ask(asked: Sequence[str], settings: Settings) -> Asked:
    """Ask the index in `settings.index_dir` each question in all ways."""
    from assistant.api import Assistant
    from assistant.index.reader import open_index, pointer_stamp
    from assistant.question import Names, understand
    from assistant.search import find_candidates

    started = time.perf_counter()
    stamp = pointer_stamp(settings.index_dir)
    index = open_index(settings.index_dir, settings.embedding.model, settings.chroma_url)
    embedder = load_embedder(settings.embedding)
    assistant, names = Assistant(settings, index, embedder, stamp), Names(index.manifest)
    opened = time.perf_counter() - started

    def find(question: str, filters: Filters) -> object:
        understood = understand(question, (), settings.max_question, names)
        return find_candidates(understood, index, embedder, settings.search, index.scope(filters))

    def answer(question: str, filters: Filters) -> object:
        return assistant.ask(question, filters=filters)

    started = time.perf_counter()
    answer(asked[0], EVERYTHING)
    first = time.perf_counter() - started
    result = Asked(
        opened,
        first,
        0.0,
        _timed(lambda question, _: embedder.embed_query(question), asked, [EVERYTHING]),
        _timed(find, asked, [EVERYTHING]),
        _timed(answer, asked, [EVERYTHING]),
        _timed(find, asked, FILTERS),
        _timed(answer, asked, FILTERS),
    )
    index.close()
    return Asked(**{**{name: getattr(result, name) for name in Asked.__slots__}, "memory": _peak()})


def _timed(do: Callable[[str, Filters], object], asked: Sequence[str], filters: Sequence[Filters]) -> Times:
    wall, cpu = [], []
    for number, question in enumerate((*asked[:_WARM_UP], *asked)):
        started, worked = time.perf_counter(), time.process_time()
        do(question, filters[number % len(filters)])
        wall.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - worked))
    wall, cpu = wall[_WARM_UP:], cpu[_WARM_UP:]
    return Times(statistics.median(wall), percentile(wall, 0.95), statistics.median(cpu), percentile(cpu, 0.95))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def measure(passages: int, count: int, folder: Path) -> Measured:
    """Build and ask an index of this size in `folder`, each in a process of its own."""
    built = Built(**_apart("build", passages, count, folder))
    asked = _apart("ask", passages, count, folder)
    times = {name: Times(**value) for name, value in asked.items() if isinstance(value, dict)}
    return Measured(passages, built, Asked(**{**asked, **times}))


def _apart(step: str, passages: int, count: int, folder: Path) -> dict:  # type: ignore[type-arg]
    program = "import sys; from evals.bench.scale import _step; _step(*sys.argv[1:])"
    command = [sys.executable, "-c", program, step, str(passages), str(count), str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _step(step: str, passages: str, count: str, folder: str) -> None:
    """One step, in a process of its own; what it measured goes to stdout as JSON."""
    quiet_libraries()
    # The environment would win over what is handed to Settings, and it names the user's own index and server.
    settings = Settings().model_copy(update={"index_dir": Path(folder), "chroma_url": ""})
    place = Path(folder) / "questions.json"
    found: Built | Asked
    if step == "build":
        made = made_library(int(passages))
        settings.index_dir.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(questions(made, int(count))), encoding="utf-8")
        found = build(made, settings, load_embedder(settings.embedding))
    else:
        found = ask(json.loads(place.read_text(encoding="utf-8")), settings)
    json.dump(asdict(found), sys.stdout)


def main(arguments: list[str] | None = None) -> int:
    """Measure each size, smallest first; the table so far is printed and written after each."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.scale", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", default="1000,10000,100000", help="passages, with commas between (up to 1000000)")
    parser.add_argument("--questions", type=int, default=60, help="questions asked of each size, in each way")
    parser.add_argument("--out", type=Path, default=Path("build/scale"), help="folder for table, plot and JSON")
    parser.add_argument("--keep", type=Path, help="folder in which the indexes are kept")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    measured: list[Measured] = []
    for passages in sorted(int(size) for size in chosen.sizes.split(",")):
        with ExitStack() as stack:
            folder = chosen.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="scale-")))
            measured.append(measure(passages, chosen.questions, folder / str(passages)))
        rows = [asdict(one) for one in measured]
        (chosen.out / "scale.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
        (chosen.out / "scale.md").write_text(table := markdown(rows, _machine()), encoding="utf-8")
        (chosen.out / "scale.svg").write_text(plot(rows), encoding="utf-8")
    sys.stdout.write(table)
    return 0


def _machine() -> str:
    return f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"


if __name__ == "__main__":
    raise SystemExit(main())
