"""A real Chroma server, on a free port of this machine."""

import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.making.servers.process import free_port, running

CHROMA = Path(sysconfig.get_path("scripts")) / "chroma"
QUIET = {"ANONYMIZED_TELEMETRY": "False", "DO_NOT_TRACK": "1"}


@contextmanager
def chroma_server(folder: Path) -> Iterator[str]:
    """The address of a server that keeps its data in `folder` and runs until the block is left."""
    port = free_port()
    command = [str(CHROMA), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder)]
    url = f"http://127.0.0.1:{port}"
    with running(command, f"{url}/api/v2/heartbeat", QUIET):
        yield url
