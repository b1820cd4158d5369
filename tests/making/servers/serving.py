"""The app served for real, on a free port of this machine."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.making.servers.process import free_port, running

TOKEN = "et-merke-som-er-langt-nok-til-dette"  # of the link that lets a browser change the reports
ROOT = Path(__file__).parents[3]


@contextmanager
def served(environment: Mapping[str, str], streamlit: str = "streamlit", port: int = 0) -> Iterator[str]:
    """The address of the app, which runs with `environment` added to this one's until the block is left.

    `streamlit` is the module that serves it, `port` where; 0: any.
    """
    port = port or free_port()
    command = [sys.executable, "-m", streamlit, "run", "app.py", "--server.port", str(port)]
    url = f"http://127.0.0.1:{port}"
    with running(command, f"{url}/_stcore/health", environment, ROOT, seconds=180):
        yield url
