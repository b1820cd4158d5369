"""Questions that librarians have made of feedback, as a question set."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from assistant.store.feedback import Feedback
from assistant.store.gold import gold_id, gold_question, put, read_gold, take_out
from tests.assistant.store.making import ANSWER

PLAIN = replace(ANSWER, asked_as="")
SAID = Feedback(False, PLAIN)
ADDING = """
import sys
from pathlib import Path
from assistant.store.gold import put

for number in range(20):
    put(Path(sys.argv[1]), {"id": f"{sys.argv[2]}-{number}", "evidence": []})
"""


def test_a_question_is_kept_once(tmp_path: Path) -> None:
    put(tmp_path, gold_question(SAID, []))
    put(tmp_path, gold_question(SAID, PLAIN.citations))
    (line,) = read_gold(tmp_path).values()
    assert (line["id"], line["type"], len(line["evidence"])) == (gold_id(SAID), "fact", 1)


def test_one_that_is_taken_out_is_gone(tmp_path: Path) -> None:
    put(tmp_path, gold_question(SAID, []))
    take_out(tmp_path, gold_id(SAID))
    assert read_gold(tmp_path) == {}


def test_a_follow_up_brings_what_was_asked_before() -> None:
    said = Feedback(False, ANSWER, history=("Hva med tolk?",))
    line = gold_question(said, ANSWER.citations)
    assert (line["type"], line["history"], line["question"]) == ("followup", ["Hva med tolk?"], ANSWER.question)


def test_a_follow_up_that_nothing_answers_stands_alone() -> None:
    line = gold_question(Feedback(False, ANSWER, history=("Hva med tolk?",)), [])
    assert (line["type"], line["question"], "history" in line) == ("unanswerable", ANSWER.asked_as, False)


def test_two_services_on_one_folder_lose_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ADDING, str(tmp_path)]
    running = [subprocess.Popen([*command, name]) for name in ("a", "b")]
    assert [one.wait(120) for one in running] == [0, 0]
    assert len(read_gold(tmp_path)) == 40
