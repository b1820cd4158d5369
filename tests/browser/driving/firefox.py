"""Firefox itself, driven by WebDriver BiDi, which it speaks without a driver program."""

import itertools
import json
import re
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

LIMIT = 60.0  # seconds that anything may take
_PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "nb-NO,nb",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004"}


class Firefox:
    """One window: what it is told to do, and what its page says."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection, self._numbers = connection, itertools.count(1)
        self.tell("session.new", capabilities={})
        self._context = self.tell("browsingContext.getTree")["contexts"][0]["context"]
        self._do("browsingContext.setViewport", viewport={"width": 1280, "height": 900})

    def tell(self, method: str, **parameters: Any) -> Any:
        """Send a command and wait for what comes of it."""
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (said := json.loads(self._connection.recv(LIMIT))).get("id") != number:
            pass
        assert said["type"] == "success", said
        return said["result"]

    def go(self, url: str) -> None:
        """Go to an address."""
        self._do("browsingContext.navigate", url=url, wait="complete")

    def reload(self) -> None:
        """Load the page anew."""
        self._do("browsingContext.reload", wait="complete")

    def back(self) -> None:
        """Press the browser's own button."""
        self._do("browsingContext.traverseHistory", delta=-1)

    def value(self, expression: str) -> Any:
        """What an expression gives on the page, as JSON can tell it."""
        told = self._evaluated(f"JSON.stringify(({expression}) ?? null)")
        return json.loads(told["value"])

    def wait(self, expression: str) -> Any:
        """Wait until an expression is true on the page; gives what it is then."""
        limit = time.monotonic() + LIMIT
        while not (found := self.value(expression)):
            assert time.monotonic() < limit, f"not within {LIMIT:.0f} s: {expression}"
            time.sleep(0.1)
        return found

    def click(self, selector: str) -> None:
        """Wait for an element, bring it into view, and click it as a mouse does."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.wait(f"{found} && ({found}.scrollIntoView({{block: 'center'}}), true)")
        origin = {"type": "element", "element": {"sharedId": self._evaluated(found)["sharedId"]}}
        moves = [{"type": "pointerMove", "x": 0, "y": 0, "origin": origin}]
        moves += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._do("input.performActions", actions=[{"type": "pointer", "id": "mouse", "actions": moves}])

    def press(self, *keys: str) -> None:
        """Press keys one after the other: characters, or names out of KEYS."""
        strokes = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._do("input.performActions", actions=[{"type": "key", "id": "keys", "actions": strokes}])

    def _evaluated(self, expression: str) -> Any:
        target = {"context": self._context}
        told = self.tell("script.evaluate", expression=expression, target=target, awaitPromise=True)
        assert told["type"] == "success", told
        return told["result"]

    def _do(self, method: str, **parameters: Any) -> Any:
        return self.tell(method, context=self._context, **parameters)


@contextmanager
def started(program: str, profile: Path) -> Iterator[Firefox]:
    """A window of a fresh Firefox, without a screen, until the block is left."""
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in _PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stderr is not None
            said = (re.search(r"WebDriver BiDi listening on (ws://\S+)", line) for line in process.stderr)
            address = next(found[1] for found in said if found)
            threading.Thread(target=process.stderr.read, daemon=True).start()  # or it would wait for room
            with connect(f"{address}/session", max_size=None, proxy=None) as connection:
                yield Firefox(connection)
        finally:
            process.terminate()
            process.communicate()
