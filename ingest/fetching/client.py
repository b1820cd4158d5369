"""One visitor with manners: says who it is, keeps to robots.txt, comes slowly, and takes no more than it may."""

import io
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from typing import IO
from urllib.robotparser import RobotFileParser

import httpx

from assistant.errors import ReadError
from assistant.settings import FetchSettings
from ingest.fetching.addresses import Target, target_of

AGENT = "kunnskapsassistenten"
_REDIRECTS = 5  # that many are followed, of a robots.txt too (RFC 9309)
_MOVED = (301, 302, 303, 307, 308)
_ROBOTS = 500_000  # bytes; RFC 9309 has a robots.txt read that far
_LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: the status, the headers in lower case, and the address that it came from in the end."""

    status: int
    headers: Mapping[str, str]
    url: str


class Client:
    """Asks one address after the other. Close it when it is no longer needed."""

    def __init__(self, settings: FetchSettings, contact: str = "", wait: Callable[[float], None] = time.sleep) -> None:
        self._settings = settings
        self._wait = wait
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}  # when a host was last asked
        agent = f"{AGENT} ({contact})" if contact.isascii() and contact.isprintable() and contact else AGENT
        self._http = httpx.Client(
            headers={"User-Agent": agent, "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(30.0, connect=10.0),
            trust_env=False,
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def get(self, url: str, headers: Mapping[str, str], out: IO[bytes]) -> Answer:
        """Write what an address gives into `out`, following redirects. Raises ReadError, with the reason."""
        for _ in range(_REDIRECTS + 1):
            target = target_of(url, self._settings.private)
            if not self._robots_of(target).can_fetch(AGENT, url):
                raise ReadError("robots")
            answer = self._ask(target, headers, out, self._settings.mb * 2**20)
            if answer.status not in _MOVED:
                return answer
            url = _moved_to(target, answer)
        raise ReadError("redirects")

    def _robots_of(self, target: Target) -> RobotFileParser:
        """What the host's robots.txt allows: all where there is none, nothing where it cannot be had (RFC 9309)."""
        place = f"{target.url.scheme}://{target.host}"
        if place not in self._robots:
            self._robots[place] = _rules("User-agent: *\nDisallow: /")
            at = Target(target.url.copy_with(raw_path=b"/robots.txt"), target.ip)
            for _ in range(_REDIRECTS + 1):
                text = io.BytesIO()
                answer = self._ask(at, {}, text, _ROBOTS, whole=False)
                if answer.status not in _MOVED:
                    break
                at = target_of(_moved_to(at, answer), self._settings.private)
            if answer.status < 500 and answer.status != 429:
                self._robots[place] = _rules(text.getvalue().decode("utf-8", "replace"))
        return self._robots[place]

    def _ask(
        self, target: Target, headers: Mapping[str, str], out: IO[bytes], limit: int, *, whole: bool = True
    ) -> Answer:
        """Ask in a thread of its own: a byte now and then keeps every limit on a single read away."""
        self._come_slowly(target)
        told: Queue[Answer | BaseException] = Queue()

        def ask() -> None:
            try:
                told.put(self._answer(target, headers, out, limit, whole))
            except BaseException as error:  # it is raised where the answer is waited for
                told.put(error)

        Thread(target=ask, name="fetch", daemon=True).start()
        try:
            answer = told.get(timeout=self._settings.seconds)
        except Empty:
            raise ReadError("too_slow") from None
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def _answer(self, target: Target, headers: Mapping[str, str], out: IO[bytes], limit: int, whole: bool) -> Answer:
        try:
            with self._http.stream(
                "GET",
                target.asked,
                headers={**headers, "Host": target.host},
                extensions={"sni_hostname": target.url.host},
            ) as answer:
                found = {name.lower(): value for name, value in answer.headers.items()}
                if answer.status_code == 200:
                    _take(answer, out, limit, whole)
                return Answer(answer.status_code, found, str(target.url))
        except httpx.HTTPError as error:
            raise ReadError("no_answer", host=target.url.host, why=str(error) or type(error).__name__) from error

    def _come_slowly(self, target: Target) -> None:
        rules = self._robots.get(f"{target.url.scheme}://{target.host}")
        asked_for = float(rules.crawl_delay(AGENT) or 0) if rules else 0.0
        delay = max(self._settings.delay, min(asked_for, _LONGEST_DELAY))
        left = self._asked.get(target.host, -delay) + delay - time.monotonic()
        if target.host in self._asked and left > 0:
            self._wait(left)
        self._asked[target.host] = time.monotonic()


def _moved_to(target: Target, answer: Answer) -> str:
    return str(target.url.join(answer.headers.get("location", "")))


def _rules(text: str) -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    return rules


def _take(answer: httpx.Response, out: IO[bytes], limit: int, whole: bool) -> None:
    """Write what comes; beyond the limit it is refused, or left where the beginning is enough."""
    if answer.headers.get("content-encoding", "identity") != "identity":
        raise ReadError("compressed")
    taken = 0
    for piece in answer.iter_raw(65_536):
        taken += len(piece)
        if taken > limit and not whole:
            out.write(piece[: limit - taken])
            return
        if taken > limit:
            raise ReadError("larger_than", mb=f"{limit / 2**20:g}")
        out.write(piece)
