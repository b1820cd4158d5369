"""The units as systemd itself reads them: no mistakes, and hardened."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assistant.__main__ import COMMANDS
from tests.test_docs import ROOT

UNITS = ROOT / "deploy/systemd"
SERVICES = sorted(path.name for path in UNITS.glob("*.service"))
ANALYZE = shutil.which("systemd-analyze")

needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd is not installed")


def analyzed(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(ANALYZE), "--no-pager", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units with programs that are there in the place of those in /opt/kunnskap."""
    folder = tmp_path / "units"
    shutil.copytree(UNITS, folder)
    for path in folder.glob("*.service"):
        path.write_text(re.sub(r"/opt/kunnskap/\.venv/bin/\w+", "/bin/true", path.read_text(encoding="utf-8")))
    return folder


@needs_systemd
@pytest.mark.parametrize("unit", [*SERVICES, *sorted(path.name for path in UNITS.glob("*.timer"))])
def test_systemd_finds_no_mistake(units: Path, unit: str) -> None:
    told = analyzed("verify", f"./{unit}", folder=units)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES)
def test_it_is_exposed_to_little(units: Path, unit: str) -> None:
    told = analyzed("security", "--offline=yes", "--threshold=20", f"./{unit}", folder=units)  # tenths: 2.0
    assert told.returncode == 0, told.stdout[-300:]


@pytest.mark.parametrize("unit", SERVICES)
def test_what_it_runs_is_there(unit: str) -> None:
    (command,) = re.findall(r"^ExecStart=/opt/kunnskap/\.venv/bin/(.+)$", (UNITS / unit).read_text(), re.M)
    program, *arguments = command.split()
    if program == "kunnskap":
        assert arguments[0] in {command.__name__.rpartition(".")[2] for command in COMMANDS}
    else:
        assert (program, arguments[0]) == ("python", "-m")
        assert (ROOT / arguments[1] / "__main__.py").exists()


def test_the_environment_names_settings_that_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    from assistant.settings import load_settings

    lines = (ROOT / "deploy/environment").read_text(encoding="utf-8").splitlines()
    for line in lines:
        name, is_set, value = line.lstrip("#").partition("=")
        if is_set and name.startswith("ASSISTANT_"):
            monkeypatch.setenv(name, value)
    settings = load_settings()
    kept = (
        settings.index_dir,
        settings.corpus_dir,
        settings.uploads.dir,
        settings.conversations.file,
        settings.gold_dir,
    )
    assert {path.parent for path in kept} == {Path("/var/lib/kunnskap")}
    assert settings.app.sign_in and settings.app.manage_reports == "off"


SCRIPT = ROOT / "deploy/as-service"


def set_by_the_script(lines: list[str], folder: Path) -> dict[str, str]:
    """What a command of ours finds in its environment, with these lines in the services' file."""
    file, programs = folder / "environment", folder / "bin"
    file.write_text("\n".join(lines), encoding="utf-8")
    programs.mkdir()
    (programs / "setpriv").write_text("#!/bin/sh\nenv -0\n")
    (programs / "setpriv").chmod(0o755)
    script = SCRIPT.read_text(encoding="utf-8")
    script = script.replace("/etc/kunnskap/environment", str(file)).replace("/opt/kunnskap", str(folder))
    environment = {"PATH": f"{programs}:{os.environ['PATH']}"}
    told = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=True)
    return dict(line.split("=", 1) for line in told.stdout.split("\0") if line)


def test_the_script_for_operators_can_be_run() -> None:
    subprocess.run(["sh", "-n", str(SCRIPT)], check=True)
    assert SCRIPT.stat().st_mode & 0o111


def test_the_script_sets_what_the_environment_says(tmp_path: Path) -> None:
    shown = (ROOT / "deploy/environment").read_text(encoding="utf-8").splitlines()
    lines = [line.removeprefix("#") if line.startswith("#ASSISTANT_") else line for line in shown]
    expected = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert "{" in expected["ASSISTANT_APP__ROLES"]
    assert expected.items() <= set_by_the_script(lines, tmp_path).items()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('["kommune.no"]', '["kommune.no"]'),
        ("'[\"kommune.no\"]'", '["kommune.no"]'),
        ('"to ord"', "to ord"),
        ("hemme$lig `id` $(id) ; id", "hemme$lig `id` $(id) ; id"),
        ("", ""),
    ],
)
def test_the_script_takes_a_value_as_it_stands(tmp_path: Path, written: str, meant: str) -> None:
    assert set_by_the_script([f"ASSISTANT_X={written}"], tmp_path)["ASSISTANT_X"] == meant
