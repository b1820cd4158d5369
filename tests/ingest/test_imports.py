"""Any part of the ingestion can be the first that a program imports."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FRESH = """
import importlib, sys
for name in sys.argv[1:]:
    for held in [held for held in sys.modules if held.split(".")[0] == "ingest"]:
        del sys.modules[held]
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(name, error)
"""


def test_any_package_can_be_the_first() -> None:
    """A module's own package is imported before it, so packages and what lies outside of any are enough."""
    outside = [path for path in (ROOT / "ingest").glob("*.py") if path.stem not in ("__init__", "__main__")]
    paths = [*(path.parent for path in (ROOT / "ingest").rglob("__init__.py")), *outside]
    names = sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)
    done = subprocess.run([sys.executable, "-c", FRESH, *names], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "ingest.metadata" in names and done.stdout == ""
