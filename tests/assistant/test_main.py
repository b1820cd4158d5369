"""`python -m assistant`: exit codes, and what is said where."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.settings import Settings
from assistant.texts import TEXTS
from tests.making.fakes import FakeEmbedder

ROOT = Path(__file__).parent.parent.parent
Captured = pytest.CaptureFixture[str]
QUESTION = "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"


@pytest.fixture
def at(quick: Settings, fake: FakeEmbedder) -> list[str]:
    """The option that names an index of the three small reports, the quick models in place, which know no meaning."""
    return ["--index", str(quick.index_dir)]


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


def write_questions(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def run_file(path: Path, at: list[str]) -> tuple[int, list[dict]]:
    """The exit code and the lines that answer the questions of a file."""
    out = path.with_suffix(".out")
    code = main(["ask", "--questions", str(path), "--out", str(out), *at])
    lines = out.read_text(encoding="utf-8").split("\n") if out.exists() else []
    return code, [json.loads(line) for line in lines if line]


def test_an_answer_is_shown_with_its_sources(at: list[str], capsys: Captured) -> None:
    assert main(["ask", QUESTION, *at]) == 0
    shown = capsys.readouterr().out
    assert "37 prosent" in shown and "[1]" in shown
    assert "Kilder\nNorskopplæring på arbeidsplassen 2019" in shown


def test_an_answer_leaves_nothing_on_stderr(at: list[str], capsys: Captured) -> None:
    main(["ask", QUESTION, *at])
    assert capsys.readouterr().err == ""


def test_json_is_one_object(at: list[str], capsys: Captured) -> None:
    assert main(["ask", QUESTION, "--json", *at]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["citations"][0]["document"] == "norsk-2019"


def test_not_answered_is_exit_code_0(at: list[str], capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_ANSWER__ABSTAIN_BELOW", "1")
    assert main(["ask", "Hvor mange isbreer finnes på Svalbard?", *at]) == 0
    assert "Rapportene gir ikke svar på dette." in capsys.readouterr().out


NO_QUESTIONS = {"empty": "", "white space": "  ", "20,000 characters": "hva " * 5_000, "symbols": "?!%&"}


@pytest.mark.parametrize("question", NO_QUESTIONS.values(), ids=NO_QUESTIONS)
def test_what_is_no_question_gets_a_friendly_sentence(at: list[str], capsys: Captured, question: str) -> None:
    assert main(["ask", question, *at]) == 0
    said = capsys.readouterr()
    assert one_line(said.out) and said.out.strip().endswith(".") and said.err == ""


def test_what_is_no_question_is_told_in_json_too(at: list[str], capsys: Captured) -> None:
    assert main(["ask", "?!", "--json", *at]) == 0
    assert "ord" in json.loads(capsys.readouterr().out)["error"]


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["ask"],
        ["answer", "Hva?"],
        ["ask", "Hva?", "--nope"],
        ["ask", "Hva?", "--questions", "q.jsonl", "--out", "o.jsonl"],
        ["ask", "--questions", "q.jsonl"],
    ],
)
def test_wrong_use_is_exit_code_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(wrong)
    assert stop.value.code == 2


def test_a_missing_index_is_one_line(tmp_path: Path, capsys: Captured) -> None:
    assert main(["ask", "Hva fant de?", "--index", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == "" and one_line(said.err) and "python -m ingest" in said.err


def test_another_model_is_one_line(at: list[str], capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_EMBEDDING__MODEL", "BAAI/bge-m3")
    assert main(["ask", "Hva fant de?", *at]) == 1
    assert one_line(capsys.readouterr().err)


def test_a_wrong_setting_is_one_line(at: list[str], capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_SEARCH__RESULTS", "none")
    assert main(["ask", "Hva fant de?", *at]) == 1
    assert one_line(capsys.readouterr().err)


def test_a_file_of_questions_is_answered_line_by_line(at: list[str], tmp_path: Path) -> None:
    questions = {"a": QUESTION, "b": "Brukes barn som tolk på legekontoret?"}
    path = write_questions(tmp_path, *[{"id": id_, "question": question} for id_, question in questions.items()])
    code, lines = run_file(path, at)
    assert code == 0
    assert {line["id"]: line["citations"][0]["document"] for line in lines} == {"a": "norsk-2019", "b": "tolk-2021"}


def test_the_history_of_a_question_counts(at: list[str], tmp_path: Path) -> None:
    follow_up = {"id": "f", "question": "Og hva anbefalte de?", "history": ["Hva fant de om tolk på legekontoret?"]}
    _, lines = run_file(write_questions(tmp_path, follow_up), at)
    assert lines[0]["citations"][0]["document"] == "tolk-2021"


def test_other_keys_of_a_question_do_no_harm(at: list[str], tmp_path: Path) -> None:
    path = write_questions(tmp_path, {"id": "a", "question": QUESTION, "facts": ["37"], "history": None})
    assert run_file(path, at)[0] == 0


def test_what_is_no_question_has_a_line_of_its_own(at: list[str], tmp_path: Path) -> None:
    path = write_questions(tmp_path, {"id": "a", "question": ""}, {"id": "b", "question": QUESTION})
    code, lines = run_file(path, at)
    assert code == 0
    assert (lines[0]["abstained"], lines[0]["citations"], bool(lines[0]["notes"])) == (True, [], True)
    assert lines[1]["citations"]


def test_a_line_separator_inside_a_question_does_not_end_its_line(at: list[str], tmp_path: Path) -> None:
    path = write_questions(tmp_path, {"id": "a", "question": f"Hva fant de?\u2028{QUESTION}"})
    assert run_file(path, at)[0] == 0


def test_a_byte_order_mark_does_no_harm(at: list[str], tmp_path: Path) -> None:
    path = write_questions(tmp_path, {"id": "a", "question": QUESTION})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert run_file(path, at)[0] == 0


@pytest.mark.parametrize(
    "content",
    [
        b"no json\n",
        b"[1]\n",
        b'{"id": "a"}\n',
        b'{"id": 1, "question": "Hva?"}\n',
        b'{"id": "a", "question": null}\n',
        '{"id": "a", "question": "Hva står på?"}\n'.encode("latin-1"),
        b'{"id": "a", "question": "Og hva anbefalte de?", "history": 3}\n',
        b'{"id": "a", "question": "Og hva anbefalte de?", "history": [3]}\n',
    ],
    ids=["no json", "no object", "no question", "number as id", "null", "latin-1", "history 3", "history [3]"],
)
def test_a_file_that_holds_no_questions_is_one_line(
    at: list[str], tmp_path: Path, capsys: Captured, content: bytes
) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(content)
    assert run_file(path, at)[0] == 1
    said = capsys.readouterr().err
    assert one_line(said) and str(path) in said


@pytest.mark.parametrize(("questions", "out"), [("none.jsonl", "out.jsonl"), ("questions.jsonl", "none/out.jsonl")])
def test_a_file_that_is_not_there_is_one_line(
    at: list[str], tmp_path: Path, capsys: Captured, questions: str, out: str
) -> None:
    write_questions(tmp_path, {"id": "a", "question": QUESTION})
    assert main(["ask", "--questions", str(tmp_path / questions), "--out", str(tmp_path / out), *at]) == 1
    assert one_line(capsys.readouterr().err)


def test_the_command_answers(library: Settings) -> None:
    at = ["--index", str(library.index_dir)]
    command = [sys.executable, "-m", "assistant", "ask", QUESTION, "--json", *at]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "37 prosent" in json.loads(ran.stdout)["answer"]


def test_the_command_used_wrongly_is_exit_code_2() -> None:
    ran = subprocess.run([sys.executable, "-m", "assistant"], cwd=ROOT, check=False, capture_output=True, text=True)
    assert ran.returncode == 2 and "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("options", "documents"),
    [
        (["--year", "2021-2022"], {"tolk-2021", "bustad-2022"}),
        (["--document", "Norsk-2019", "--document", "tolk-2021"], {"norsk-2019", "tolk-2021"}),
        (["--without", "norsk-2019"], {"tolk-2021", "bustad-2022"}),
    ],
)
def test_a_search_is_narrowed_by_options(
    at: list[str], capsys: Captured, options: list[str], documents: set[str]
) -> None:
    assert main(["ask", QUESTION, "--json", *options, *at]) == 0
    line = json.loads(capsys.readouterr().out)
    assert {passage["document"] for passage in line["passages"]} == documents


def test_options_that_leave_nothing_are_told(at: list[str], capsys: Captured) -> None:
    assert main(["ask", QUESTION, "--json", "--year=-2001", *at]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["abstained"] and TEXTS["filtered_out"]["nb"] in line["notes"]


@pytest.mark.parametrize("options", [["--document", "nowhere"], ["--kind", "dikt"], ["--year", "i fjor"]])
def test_an_unknown_name_is_refused_in_one_line(at: list[str], capsys: Captured, options: list[str]) -> None:
    assert main(["ask", QUESTION, *options, *at]) == 1
    assert one_line(capsys.readouterr().err)


def test_filters_of_a_question_file_are_used_and_recorded(tmp_path: Path, at: list[str]) -> None:
    filters = {"years": "2021-", "without_documents": ["tolk-2021"]}
    path = write_questions(
        tmp_path, {"id": "a", "question": QUESTION, "filters": filters}, {"id": "b", "question": QUESTION}
    )
    _, (narrowed, whole) = run_file(path, at)
    assert {passage["document"] for passage in narrowed["passages"]} == {"bustad-2022"}
    assert narrowed["filters"] == {"years": [2021, None], "without_documents": ["tolk-2021"]}
    assert "filters" not in whole


def test_a_question_file_with_an_unknown_filter_is_refused(tmp_path: Path, at: list[str], capsys: Captured) -> None:
    path = write_questions(tmp_path, {"id": "a", "question": QUESTION, "filters": {"documents": "nowhere"}})
    assert run_file(path, at)[0] == 1
    assert "nowhere" in capsys.readouterr().err


def test_the_other_commands_are_passed_on(quick: Settings, capsys: Captured) -> None:
    assert main(["ingest", "status", "--json", "--index", str(quick.index_dir)]) == 0
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 3


def test_all_commands_are_listed(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(f"    {command} " in told for command in ("ask", "overview", "serve", "mcp", "ingest", "eval"))


def test_an_overview_says_what_it_goes_through(at: list[str], capsys: Captured) -> None:
    assert main(["overview", "norskopplæring", "--json", *at]) == 0
    said = capsys.readouterr()
    assert "3 reports" in said.err
    assert json.loads(said.out)["looked_through"]["reports"] == 3


def test_what_is_stopped_says_so(at: list[str], capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.api.Assistant.ask", interrupted)
    assert main(["overview", "norskopplæring", *at]) == 130
    assert "stopped" in capsys.readouterr().err


def test_what_is_not_installed_is_named(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "evals.__main__", None)
    assert main(["eval", "--help"]) == 1
    assert one_line(capsys.readouterr().err)
