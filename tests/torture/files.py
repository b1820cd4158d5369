"""Files that are damaged at random, and those made to harm: each is read or refused, in its time and memory."""

import random
import resource
import tempfile
import time
from collections import Counter
from pathlib import Path

from assistant.errors import ReadError
from assistant.settings import PassageSettings, ReadingSettings
from ingest.apart import Pool
from tests.making.growing import GROWING
from tests.making.hostile import HOSTILE
from tests.torture.figures import Figures

_SEED = 17
_LONGEST = 30.0  # seconds of the processor
_MOST = 1500.0  # megabytes
_WHOLE = ("lines.pdf", "pages.pdf", "paragraphs.docx", "rows.docx", "rows.xlsx", "boxes.pptx", "pages.epub")
_PLAIN = ("lines.eml", "items.html", "rows.html", "headings.md", "table.md", "lines.txt")


def damaged(count: int, figures: Figures) -> None:
    """Read `count` files in which some bytes are others, missing or doubled."""
    chance = random.Random(_SEED)
    whole = {name: GROWING[name](40) for name in (*_WHOLE, *_PLAIN)}
    with tempfile.TemporaryDirectory() as folder:
        reading = _Reading(figures)
        while figures.tried < count and not figures.is_over:
            name = chance.choice(list(whole))
            reading.read(Path(folder, name), _damaged(whole[name], chance))
        reading.end()


def hostile(count: int, figures: Figures) -> None:
    """Read the files that are made to harm."""
    with tempfile.TemporaryDirectory() as folder:
        reading = _Reading(figures)
        for name in list(HOSTILE)[:count]:
            reading.read(Path(folder, name), HOSTILE[name]())
        reading.end()


def _damaged(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice((1, 3, 30, 300))):
        place, length = chance.randrange(len(data)), chance.choice((1, 4, 64))
        match chance.randrange(4):
            case 0:
                data[place : place + length] = chance.randbytes(length)
            case 1:
                del data[place : place + length]
            case 2:
                data[place:place] = data[place : place + length]
            case _ if len(data) > 200 and chance.random() < 0.05:
                del data[place:]
        if not data:
            break
    return bytes(data or b"x")


class _Reading:
    """Files read in the pool, and what each took."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._pool = Pool(ReadingSettings())
        self._outcomes: Counter[str] = Counter()
        self._slowest = 0.0

    def read(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)
        self._figures.tried += 1
        started = time.monotonic()
        try:
            self._pool.read("passages", path, name=path.name, passages=PassageSettings().model_dump())
            self._outcomes["read"] += 1
        except ReadError as error:
            self._outcomes["refused"] += 1
            if error.reason.code in ("too_slow", "too_damaged"):
                self._outcomes["ended"] += 1
        except Exception as error:
            self._figures.wrong.append(f"{path.name}: {error!r}")
        self._slowest = max(self._slowest, time.monotonic() - started)

    def end(self) -> None:
        self._pool.end()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        if used.ru_maxrss / 1024 > _MOST:
            self._figures.wrong.append(f"{used.ru_maxrss / 1024:.0f} MB")
        self._figures.told |= dict(self._outcomes)
        self._figures.told |= {"slowest": f"{self._slowest:.1f} s", "most memory": f"{used.ru_maxrss / 1024:.0f} MB"}
