"""`python -m ingest.apart.process LIMITS`: reads files that it is told of, one after the other, within limits.

An order is one line of JSON, `{"what": "passages" | "outline" | "describe", "path": …, …}`. The answer to each is one
line, `{"length", "last"}`, and then as many bytes of text; or `{"refused": reason, "memory", "last"}`. `memory` says
that there was too little of it, `last` that the process ends with this answer. Of a file that ends the process there is
no answer.
"""

import json
import math
import os
import re
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from assistant import knowledge
from assistant.errors import ReadError
from assistant.reasons import as_data, reason
from assistant.settings import PassageSettings, ReadingSettings
from ingest.catalogue import describe
from ingest.cutting.passages import cut, studies_of
from ingest.outline import outline
from ingest.pages import pages_html
from ingest.reading import read_report

_MB = 1024 * 1024
_LARGEST_FILE = 400 * _MB  # of those that programs which are called write
_STATUS = Path("/proc/self/status")


def _passages(path: Path, order: dict[str, Any]) -> str:
    settings = PassageSettings.model_validate(order["passages"])
    parsed = read_report(path, document=Path(order["name"]).stem, ocr=settings.ocr)
    passages = cut(parsed, settings.size)
    if not passages:
        raise ReadError("empty")
    result = {
        "report": asdict(parsed.report),
        "passages": [asdict(passage) for passage in passages],
        "studies": [asdict(study) for study in studies_of(parsed)],
        "warnings": [as_data(one) for one in parsed.warnings],
    }
    return json.dumps(result, ensure_ascii=False)


def _outline(path: Path, order: dict[str, Any]) -> str:
    parsed = read_report(path)
    return pages_html(path, parsed) if order["html"] else "\n".join(outline(parsed, blocks=order["blocks"]))


WORK: dict[str, Callable[[Path, dict[str, Any]], str]] = {
    "passages": _passages,
    "outline": _outline,
    "describe": lambda path, _: describe(path),
}


def main(limits: ReadingSettings, orders: IO[bytes], answers: IO[bytes]) -> None:
    """Carry out orders until there are no more, or until this process is no longer as good as a new one."""
    _bound(limits)
    at_first = _held()
    for line in orders:
        order = json.loads(line)
        _allow_time(Path(order["path"]), limits)
        head, body = _answer(order, limits)
        # What a large file leaves behind would be missing to the next one.
        head["last"] = bool(head.get("memory")) or _held() - at_first > limits.memory_mb * _MB // 4
        answers.write(json.dumps(head).encode() + b"\n" + body)
        answers.flush()
        if head["last"]:
            return


def _answer(order: dict[str, Any], limits: ReadingSettings) -> tuple[dict[str, Any], bytes]:
    try:
        knowledge.use(Path(order["knowledge"]) if order["knowledge"] else None)
        text = WORK[order["what"]](Path(order["path"]), order)
        # A PDF can hold halves of characters, which are no text to anything that comes later.
        body = re.sub("[\ud800-\udfff]", "\ufffd", text).encode("utf-8")
        if len(body) > limits.output_mb * _MB:
            raise ReadError("too_large")
        return {"length": len(body)}, body
    except ReadError as error:
        return {"refused": as_data(error.reason), "memory": isinstance(error.__cause__, MemoryError)}, b""
    except MemoryError:
        return {"refused": as_data(reason("too_large")), "memory": True}, b""
    except Exception as error:  # what was read can be odd enough for the steps after reading
        return {"refused": as_data(reason("damaged_by", error=type(error).__name__))}, b""


def _bound(limits: ReadingSettings) -> None:
    # RLIMIT_DATA counts what is written to, unlike RLIMIT_AS, which counts libraries and what is only set aside.
    _limit(resource.RLIMIT_DATA, limits.memory_mb * _MB)
    _limit(resource.RLIMIT_FSIZE, _LARGEST_FILE)
    _limit(resource.RLIMIT_CORE, 0)


def _allow_time(path: Path, limits: ReadingSettings) -> None:
    """Let the file have its time from now on; the kernel ends the process where it takes more."""
    try:
        size = path.stat().st_size / _MB
    except OSError:  # told when it is opened
        size = 0.0
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = limits.cpu_seconds + limits.cpu_seconds_a_mb * size
    _limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + allowed))


def _limit(kind: int, value: int) -> None:
    most = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (value if most == resource.RLIM_INFINITY else min(value, most), most))


def _held() -> int:
    """Bytes of memory of its own that this process has now; 0 where the system does not say."""
    try:
        found = re.search(r"VmData:\s*(\d+)", _STATUS.read_text())
    except OSError:
        return 0
    return int(found.group(1)) * 1024 if found else 0


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer of ours
    main(ReadingSettings.model_validate_json(sys.argv[1]), sys.stdin.buffer, answers)
