"""Changes to the index that the page has asked for: a process of its own does the work, the page looks on.

One job at a time for an index, whoever asked; all users see how far it has come. What the last jobs came to is kept
while the process runs.
"""

import contextlib
import json
import logging
import shutil
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.reasons import Reason, as_data, from_data, reason, told
from assistant.settings import Settings

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Job:
    """One change and how far it is. `outcome` is the worker's last word: `{"done": …}` or `{"error": a reason}`."""

    task: str  # "add", "reindex", "remove", "rollback" or "evals"
    step: str = ""
    done: int = 0
    total: int = 0
    outcome: dict[str, Any] | None = None
    files: list[Path] = field(default_factory=list)
    started: float = field(default_factory=time.time)

    @property
    def is_running(self) -> bool:
        """Whether the change is still being made."""
        return self.outcome is None


_lock = threading.Lock()
_jobs: dict[Path, deque[Job]] = {}
_KEPT = 20
_WORKERS = {"evals": "evals.worker"}  # all else is a change to the index


def last(settings: Settings) -> Job | None:
    """The job that runs on this index, or the last one that did."""
    return next(iter(latest(settings)), None)


def latest(settings: Settings) -> list[Job]:
    """The last jobs on this index, newest first."""
    return list(_jobs.get(settings.index_dir.absolute(), ()))


def start(settings: Settings, task: str, stage: Callable[[], list[Path]] = list, documents: Sequence[str] = ()) -> bool:
    """Start a change; False where one is being made already.

    `stage` puts uploaded files down where the worker finds them, in a folder that is deleted when they are done with.
    """
    key = settings.index_dir.absolute()
    with _lock:
        kept = _jobs.setdefault(key, deque(maxlen=_KEPT))
        if kept and kept[0].is_running:
            return False
        job = Job(task)
        kept.appendleft(job)
    try:
        job.files = stage()
    except OSError as error:
        job.outcome = _failure(reason("file_wrong", file=str(settings.uploads.dir), why=error.strerror or str(error)))
        return True
    order = {
        "settings": settings.model_dump(mode="json"),
        "task": task,
        "files": [str(path) for path in job.files],
        "documents": list(documents),
    }
    threading.Thread(target=_follow, args=(job, order, settings.uploads.minutes), daemon=True).start()
    return True


def _follow(job: Job, order: dict[str, Any], minutes: int) -> None:
    """Run the worker and take down what it says; whatever happens, the job ends."""
    outcome = _failure(reason("worker_silent"))
    try:
        worker = subprocess.Popen(
            [sys.executable, "-m", _WORKERS.get(job.task, "ingest.worker")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        stopper = threading.Timer(60 * minutes, worker.kill)
        stopper.start()
        try:
            outcome = _listened(worker, order, job) or outcome
        finally:
            stopper.cancel()
            worker.kill()
            worker.wait()
    except Exception as error:  # the job must not stay open for ever
        log.exception("A change to the index failed")
        outcome = _failure(told(str(error)))
    finally:
        for path in job.files:
            shutil.rmtree(path.parent, ignore_errors=True)
        if "error" in outcome:
            log.warning("A change to the index failed: %s", from_data(outcome["error"]))
        job.outcome = outcome


def _listened(worker: "subprocess.Popen[str]", order: dict[str, Any], job: Job) -> dict[str, Any] | None:
    assert worker.stdin and worker.stdout
    outcome = None
    with contextlib.suppress(BrokenPipeError):
        worker.stdin.write(json.dumps(order))
        worker.stdin.close()
    for line in worker.stdout:
        said = json.loads(line)
        if "step" in said:
            job.step, job.done, job.total = said["step"], said["done"], said["total"]
        else:
            outcome = said
    return outcome


def _failure(why: Reason) -> dict[str, Any]:
    return {"error": as_data(why)}
