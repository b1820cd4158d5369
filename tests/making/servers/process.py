"""A server started in a test: on a free port of this machine, waited for, and ended with the test."""

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str],
    url: str,
    environment: Mapping[str, str],
    folder: Path | None = None,
    *,
    seconds: float = 60,
    to_end: float = 10,
) -> Iterator[None]:
    """Run `command` until the block is left; it is entered as soon as `url` answers. It has `to_end` seconds to end."""
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=quiet, stderr=quiet)
    try:
        _wait_for(url, server, seconds)
        yield
    finally:
        server.terminate()
        try:
            server.wait(timeout=to_end)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(url: str, server: subprocess.Popen[bytes], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"nothing answers at {url}")
