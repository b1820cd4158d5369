"""How long several people wait who ask at once, each in a session of their own with the page of a running app.

    python -m evals.bench.load [--url http://localhost:8501] [--users 10] [--rounds 5]

A user is a websocket that speaks Streamlit's own messages: it opens the page, waits until all have it, and then asks a
question in each round at the same moment as the others. Timed are the first page (from the connection to the field in
which one asks) and each answer (from the question sent to the run that draws the answer having ended).
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

QUESTIONS = (
    "Hva anbefales kommunene om bruk av tolk?",
    "Hva fant de om avtalt selvbosetting?",
    "Hvor mange flyktninger ble bosatt?",
    "Hva er erfaringene med introduksjonsprogrammet?",
    "Korleis går det med kvinner og arbeid?",
    "What is recommended about language training?",
    "Hva sier rapportene om mangfold i kommunene?",
)
LIMIT = 60.0  # seconds after which a user gives up


@dataclass(slots=True)
class Waited:
    """Seconds that the users waited, for each first page and each answer."""

    pages: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)


class User:
    """One session with the page."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._field = ""  # the id of the field in which one asks

    async def open(self) -> None:
        """Have the first page drawn."""
        await self._run(BackMsg())

    async def ask(self, question: str) -> None:
        """Send a question and wait for its answer."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add(id=self._field)
        state.chat_input_value.data = question
        if not await self._run(message):
            raise RuntimeError(f"No answer was drawn to: {question}")

    async def _run(self, message: BackMsg) -> bool:
        """Have the page drawn; whether an answer was in it. A run that asks for another ends with that one."""
        message.rerun_script.SetInParent()
        await self._connection.send(message.SerializeToString())
        answered = False
        async with asyncio.timeout(LIMIT):
            async for drawn in self._drawn():
                element = drawn.delta.new_element
                if element.WhichOneof("type") == "chat_input":
                    self._field = element.chat_input.id
                answered |= "data-announce" in element.html.body
                if drawn.WhichOneof("type") == "script_finished" and drawn.script_finished == _DONE and self._field:
                    return answered
        return answered

    async def _drawn(self) -> AsyncIterator[ForwardMsg]:
        async for raw in self._connection:
            assert isinstance(raw, bytes)
            yield ForwardMsg.FromString(raw)


_DONE = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY


async def measure(url: str, users: int, rounds: int) -> Waited:
    """Let so many users open the page at `url` and ask so many questions each, all at once."""
    waited, together = Waited(), asyncio.Barrier(users)
    await asyncio.gather(*(_visit(url, number, rounds, together, waited) for number in range(users)))
    return waited


async def _visit(url: str, number: int, rounds: int, together: asyncio.Barrier, waited: Waited) -> None:
    address = url.replace("http", "ws", 1).rstrip("/") + "/_stcore/stream"
    started = time.perf_counter()
    async with websockets.connect(address, subprotocols=[_SPOKEN], max_size=None) as connection:
        user = User(connection)
        await user.open()
        waited.pages.append(time.perf_counter() - started)
        for round_ in range(rounds):
            await together.wait()
            started = time.perf_counter()
            await user.ask(QUESTIONS[(number + round_) % len(QUESTIONS)])
            waited.answers.append(time.perf_counter() - started)


_SPOKEN = websockets.Subprotocol("streamlit")


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, round(share * len(ordered)) - 1))]


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="http://localhost:8501")
    parser.add_argument("--users", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    waited = asyncio.run(measure(chosen.url, chosen.users, chosen.rounds))
    for name, values in (("first page", waited.pages), ("answer", waited.answers)):
        sys.stdout.write(
            f"{name}: {len(values)}, median {statistics.median(values):.2f} s, "
            f"p95 {percentile(values, 0.95):.2f} s, longest {max(values):.2f} s\n"
        )


if __name__ == "__main__":
    main()
