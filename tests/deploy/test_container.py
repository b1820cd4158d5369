"""Rules that the image and the services hold, checked where no builder is at hand."""

import re
from typing import Any

import pytest
import yaml

from tests.test_docs import ROOT

TEXT = (ROOT / "deploy/Containerfile").read_text(encoding="utf-8")
LINES = [line for line in re.sub(r"\\\n\s*", "", TEXT).splitlines() if line and not line.startswith("#")]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
PINNED = re.compile(r"(:\d+\.\d+\.\d+[\w.-]*|@sha256:[0-9a-f]{64})$")
SECRET = re.compile(r"(secret|token|password|api_?key)\w*\s*[=:]\s*\S", re.I)

each = pytest.mark.parametrize("service", SERVICES)


def of(instruction: str) -> list[str]:
    return [line.split(maxsplit=1)[1] for line in LINES if line.split()[0] == instruction]


def test_the_base_is_one_version_in_both_stages() -> None:
    (base,) = (value.removeprefix("BASE=") for value in of("ARG") if value.startswith("BASE="))
    assert PINNED.search(base)
    assert of("FROM") == ["${BASE} AS build", "${BASE}"]


def test_what_runs_is_not_root() -> None:
    last = LINES[max(n for n, line in enumerate(LINES) if line.startswith("FROM")) :]
    (user,) = (line.split()[1] for line in last if line.startswith("USER"))
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    after = last[[line.split()[0] for line in last].index("USER") :]
    assert not any(line.startswith(("RUN", "COPY", "ADD")) for line in after)


def test_nothing_is_fetched_and_run_and_no_secret_is_built_in() -> None:
    assert not re.search(r"\b(curl|wget)\b|\bADD\b|\|\s*(ba)?sh\b|--trusted-host", "\n".join(LINES))
    assert not SECRET.search("\n".join(LINES))


def test_packages_are_held_to_their_hashes() -> None:
    installs = [line for run in of("RUN") for line in run.split("&&") if "pip install" in line]
    assert "--require-hashes" in installs[0] and "requirements.lock" in installs[0]
    assert all("--no-deps" in line and "--no-cache-dir" in line for line in installs)


def test_torch_is_the_one_that_make_installs() -> None:
    (version,) = re.findall(r"^TORCH\s*:= (\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert f" {version}" in TEXT


def test_only_what_is_copied_travels() -> None:
    first, *rest = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    assert first == "*"
    let_in = {line[1:] for line in rest if line.startswith("!")}
    copied = {name.rstrip("/") for line in of("COPY") if "--from" not in line for name in line.split()[:-1]}
    assert copied == let_in
    assert (ROOT / ".dockerignore").read_bytes() == (ROOT / ".containerignore").read_bytes()


@each
def test_a_service_can_change_nothing_but_its_data(service: str) -> None:
    one = SERVICES[service]
    assert one["read_only"] is True and one["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in one["security_opt"]
    assert one["mem_limit"] and not one.get("privileged")
    assert not any("docker.sock" in volume for volume in one["volumes"])


@each
def test_a_service_is_reached_from_this_machine_alone(service: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[service].get("ports", ()))
    if service != "page":
        assert SERVICES[service]["networks"] == ["inner"]
        assert COMPOSE["networks"]["inner"]["internal"] is True


def test_settings_are_taken_from_the_file_that_is_named() -> None:
    (named,) = re.findall(r"settings in deploy/([\w.]+)", (ROOT / "deploy/compose.yaml").read_text(encoding="utf-8"))
    for service in ("page", "index"):
        assert SERVICES[service]["env_file"] == [{"path": named, "required": False}]


def test_the_server_is_of_the_clients_version() -> None:
    (version,) = re.findall(r"^chromadb==(\S+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M)
    assert SERVICES["chroma"]["image"].endswith(f":{version}")


def test_what_is_run_is_a_command_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    from ingest.__main__ import main

    command = SERVICES["index"]["command"]
    assert command[:3] == ["python", "-m", "ingest"]
    with pytest.raises(SystemExit) as ended:
        main([command[3], "--help"])
    assert ended.value.code == 0 and command[4] in capsys.readouterr().out
