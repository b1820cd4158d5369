"""Large files uploaded to the page of a real server, by who may: its memory falls again when their page is closed."""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.making.servers.process import _wait_for, free_port
from tests.making.servers.serving import ROOT, TOKEN
from tests.torture.figures import Figures, kept

_MB = 49
_SETTLED = 60.0  # seconds after which what was uploaded is let go
_LEFT = 0.25  # of what was uploaded, that may be held still
_SPOKEN = websockets.Subprotocol("streamlit")


def uploads(count: int, figures: Figures) -> None:
    """Upload so many files in one visit, and leave."""
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        folder, url = Path(name), f"http://127.0.0.1:{port}"
        environment = {
            **os.environ,
            "ASSISTANT_INDEX_DIR": str(folder / "index"),
            "ASSISTANT_CORPUS_DIR": str(folder / "corpus"),
            "ASSISTANT_UPLOADS__DIR": str(folder / "uploads"),
            "ASSISTANT_APP__TOKEN": TOKEN,
        }
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        command += ["--server.headless", "true", "--server.enableXsrfProtection", "false"]
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet)
        try:
            _wait_for(f"{url}/_stcore/health", server, 120)
            asyncio.run(_visit(url, server.pid, count, figures))
        finally:
            server.kill()
            server.wait()


async def _visit(url: str, pid: int, count: int, figures: Figures) -> None:
    content = os.urandom(_MB * 2**20)
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        await client.get("/", params={"token": TOKEN})
        cookies = {"cookie": "; ".join(f"{name}={value}" for name, value in client.cookies.items())}
        address = url.replace("http", "ws", 1) + "/_stcore/stream"
        page = websockets.connect(
            address, subprotocols=[_SPOKEN], max_size=None, additional_headers=cookies, origin=websockets.Origin(url)
        )
        async with page as connection:
            session = await _drawn(connection)
            before = kept(pid, "VmRSS")
            for number in range(count):
                answer = await client.put(f"/_stcore/upload_file/{session}/{number}", files={"file": content})
                figures.tried += 1
                if answer.status_code >= 300:
                    figures.wrong.append(f"upload {number}: {answer.status_code}")
            full = kept(pid, "VmRSS")
            refused = await client.put(f"/_stcore/upload_file/{session}x/0", files={"file": content})
            if refused.status_code != 403:
                figures.wrong.append(f"without rights: {refused.status_code}")
    ends = time.monotonic() + _SETTLED
    while (after := kept(pid, "VmRSS")) > before + _LEFT * count * _MB and time.monotonic() < ends:
        await asyncio.sleep(1)
    figures.told = {"MB before": f"{before:.0f}", "MB with them": f"{full:.0f}", "MB after": f"{after:.0f}"}
    if after > before + _LEFT * count * _MB:
        figures.wrong.append(f"{after - before:.0f} MB kept")


async def _drawn(connection: websockets.ClientConnection) -> str:
    """The session's id, once the page for reports is drawn, with the field for files in it."""
    message = BackMsg()
    message.rerun_script.page_name = "rapporter"
    await connection.send(message.SerializeToString())
    session, has_field = "", False
    async with asyncio.timeout(120):
        async for raw in connection:
            told = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            session = told.new_session.initialize.session_id or session
            has_field |= told.delta.new_element.WhichOneof("type") == "file_uploader"
            is_over = told.WhichOneof("type") == "script_finished"
            if is_over and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and has_field:
                return session
    raise RuntimeError("the field for files was not drawn")
