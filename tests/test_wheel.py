"""The package as others install it: everything that the code reads travels in the wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("assistant", "ingest", "evals")
LEFT_BEHIND = {".md", ".pyc"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds."""
    pytest.importorskip("setuptools")
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in (*PACKAGES, "pyproject.toml", "README.md", "LICENSE"):
        subprocess.run(["cp", "-r", str(ROOT / name), str(source)], check=True)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_every_file_of_the_packages_is_in_it(installed: Path) -> None:
    files = [path for name in PACKAGES for path in (ROOT / name).rglob("*") if path.is_file()]
    data = [path.relative_to(ROOT) for path in files if path.suffix not in LEFT_BEHIND and "runs" not in path.parts]
    assert [str(path) for path in data if not (installed / path).exists()] == []


def test_a_named_config_is_found_from_it(installed: Path, tmp_path: Path) -> None:
    code = (
        "from assistant.settings import load_settings as l; print(l('only-dense').search.weight_letters, l.__module__)"
    )
    environment = {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert told.stdout.split()[0] == "0.0"


def test_it_brings_its_command(installed: Path) -> None:
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "kunnskap = assistant.__main__:main" in entry_points.read_text()
