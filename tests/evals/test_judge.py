import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from evals.__main__ import main
from evals.answering.running import scored
from evals.answering.runs import write_run
from evals.errors import JudgeError
from evals.judge.agreement import agreements
from evals.judge.judging import Verdict, judged
from evals.judge.model import Judge
from tests.evals.answering.test_runs import ORIGIN, run_of
from tests.evals.making import DOCUMENTS, NOTHING, QUESTION, raw


class _Server(BaseHTTPRequestHandler):
    seen: ClassVar[list[tuple[str, str | None, dict[str, Any]]]] = []
    replies: ClassVar[list[Any]] = []

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.seen.append((self.path, self.headers["Authorization"], body))
        relevancy = "relevant to the query" in body["messages"][0]["content"]
        text = "Bra.\n[RESULT] 2" if relevancy else "YES"
        reply = self.replies.pop(0) if self.replies else {"choices": [{"message": {"content": text}}]}
        data = json.dumps(reply).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def url() -> Iterator[str]:
    """A judge on this machine that finds everything faithful and relevant."""
    _Server.seen, _Server.replies = [], []
    server = HTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_answer_is_judged_three_times_by_each_metric(url: str) -> None:
    verdicts = list(judged(run_of(raw(), raw("q2", abstained=True)).results, Judge(url, "m")))
    assert [(v.id, v.metric, v.repeat) for v in verdicts] == [
        ("q1", metric, repeat) for metric in ("faithfulness", "relevancy") for repeat in (1, 2, 3)
    ]
    assert all(v.passing for v in verdicts)


def test_what_the_judge_was_sent_is_kept_word_for_word(url: str) -> None:
    verdicts = list(judged(run_of(raw()).results, Judge(url, "m"), repeats=1))
    assert [call["request"] for v in verdicts for call in v.calls] == [body for _, _, body in _Server.seen]


def test_the_key_goes_into_the_header(url: str) -> None:
    Judge(url, "m", "secret").complete("Hei")
    assert _Server.seen[0][:2] == ("/v1/chat/completions", "Bearer secret")


def test_a_reply_in_another_form_is_an_error(url: str) -> None:
    _Server.replies = [{"other": 1}]
    with pytest.raises(JudgeError, match="unknown form"):
        Judge(url, "m").complete("Hei")


def test_a_judge_that_is_not_there_is_an_error() -> None:
    with pytest.raises(JudgeError, match="cannot be reached"):
        Judge("http://127.0.0.1:9", "m", timeout=1).complete("Hei")


def test_an_address_of_another_kind_is_an_error() -> None:
    with pytest.raises(JudgeError, match="http"):
        Judge("file:///etc", "m").complete("Hei")


def test_the_majority_is_compared_with_the_rule() -> None:
    run = run_of(raw(), raw("q2", text="99 prosent [1]"))
    votes = {"q1": (True, True, False), "q2": (False, False, False)}
    verdicts = [Verdict(i, "faithfulness", n, v, "", ()) for i, cast in votes.items() for n, v in enumerate(cast)]
    (found,) = agreements(run.results, verdicts)
    assert (found.passing, found.steady, found.ruled, found.agreeing, found.kappa) == (0.5, 0.5, 0.5, 1, 1)


def test_the_command_keeps_the_verdicts_in_the_run(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, found = scored("r", [QUESTION, NOTHING], [raw()], DOCUMENTS, ORIGIN)
    write_run(tmp_path / "r", run, found)
    assert main(["judge", str(tmp_path / "r"), "--url", url, "--model", "m", "--repeats", "1"]) == 0
    assert len((tmp_path / "r" / "judge.jsonl").read_text().splitlines()) == 2
    assert "faithfulness" in capsys.readouterr().out


def test_without_a_judge_the_command_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("evals: Name the judge")
