"""The processes that read files: started when they are wanted, used again while they are well."""

import json
import os
import signal
import subprocess
import sys
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant import knowledge
from assistant.errors import ReadError
from assistant.reasons import from_data
from assistant.settings import ReadingSettings

_ROOT = Path(__file__).parents[2]
_MB = 1024 * 1024
_LONGEST_HEAD = 4096  # bytes
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # each sets memory aside for itself


class _Broken(ReadError):
    """A process that read files before ended on this one, which may not be to blame."""


class Pool:
    """Reads files in processes of their own. Thread-safe; as many processes as there are calls at once."""

    def __init__(self, limits: ReadingSettings) -> None:
        self._limits = limits
        self._idle: list[_Process] = []
        self._busy: set[_Process] = set()
        self._lock = threading.Lock()

    def read(self, what: str, path: Path, **more: Any) -> str:
        """What came of the file at `path`: `what` is one of `ingest.apart.process.WORK`, `more` what that wants.

        Raises ReadError, whatever the file does to the process that reads it.
        """
        known = knowledge.in_use()
        order = {"what": what, "path": str(path.absolute()), "knowledge": str(known) if known else None, **more}
        try:
            return self._read(order, self._taken())
        except _Broken:
            return self._read(order, self._taken(fresh=True))

    def end(self) -> None:
        """End all processes; calls that wait for one raise ReadError."""
        with self._lock:
            processes = [*self._idle, *self._busy]
            self._idle.clear()
        for process in processes:
            process.end()

    def _read(self, order: dict[str, Any], process: "_Process") -> str:
        try:
            return process.answer(order)
        finally:
            with self._lock:
                self._busy.discard(process)
                if process.is_well:
                    self._idle.append(process)
            if not process.is_well:
                process.end()

    def _taken(self, *, fresh: bool = False) -> "_Process":
        with self._lock:
            while self._idle and not fresh:
                process = self._idle.pop()
                if process.is_well:
                    self._busy.add(process)
                    return process
            process = _Process(self._limits)
            self._busy.add(process)
            return process


class _Process:
    """One process that reads files, one at a time."""

    def __init__(self, limits: ReadingSettings) -> None:
        self._limits = limits
        self._answered = 0
        self._is_last = self._is_late = self._is_ended = False
        # The settings' secrets are none of its business.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")}
        environment = {**kept, **dict.fromkeys(_ONE_THREAD, "1"), "PYTHONPATH": str(_ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ingest.apart.process", limits.model_dump_json()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what a parser says of a damaged file is told by its reason
            env=environment,
        )

    @property
    def is_well(self) -> bool:
        """Whether it can read another file."""
        return not (self._is_last or self._is_ended) and self._process.poll() is None

    def answer(self, order: dict[str, Any]) -> str:
        """The text that an order yields. Raises ReadError."""
        clock = threading.Timer(self._limits.seconds, self._too_late)
        clock.start()
        try:
            head = self._head(order)
            if "refused" in head:
                raise self._told(head)
            body = self._body(int(head["length"]))
            self._answered += 1
            return body
        except (OSError, ValueError, KeyError, TypeError) as error:  # it has ended, or no longer makes sense
            self._process.kill()
            self._process.wait()
            raise self._why() from error
        finally:
            clock.cancel()

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._is_ended = True
        self._process.kill()
        self._process.wait()

    def _head(self, order: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        head = json.loads(self._process.stdout.readline(_LONGEST_HEAD))
        self._is_last = bool(head["last"])
        return dict(head)

    def _body(self, length: int) -> str:
        assert self._process.stdout
        if length > self._limits.output_mb * _MB:
            raise ValueError
        body = self._process.stdout.read(length)
        if len(body) < length:
            raise ValueError
        return body.decode("utf-8")

    def _told(self, head: dict[str, Any]) -> ReadError:
        self._answered += 1
        if head.get("memory") and self._answered > 1:
            return _Broken("too_large")
        told = from_data(head["refused"])
        return ReadError(told.code, **dict(told.values))

    def _too_late(self) -> None:
        self._is_late = True
        self._process.kill()

    def _why(self) -> ReadError:
        if self._is_ended:
            return ReadError("stopped")
        code = self._process.returncode
        if self._is_late or code == -signal.SIGXCPU:
            return ReadError("too_slow")
        return (_Broken if self._answered else ReadError)("too_damaged")


def pool_for(limits: ReadingSettings) -> Pool:
    """The pool of this program for these limits, the same at each call."""
    return _pool(limits, os.getpid())


@lru_cache(maxsize=4)
def _pool(limits: ReadingSettings, _program: int) -> Pool:
    """A program that was forked off another has a pool of its own."""
    return Pool(limits)
