"""The Caddyfile as Caddy itself reads it."""

import shutil
import subprocess

import pytest

from tests.test_docs import ROOT

CADDY = shutil.which("caddy")


@pytest.mark.skipif(CADDY is None, reason="Caddy is not installed")
def test_caddy_finds_no_mistake(tmp_path_factory: pytest.TempPathFactory) -> None:
    command = [str(CADDY), "validate", "--adapter", "caddyfile", "--config", str(ROOT / "deploy/Caddyfile")]
    home = str(tmp_path_factory.mktemp("caddy"))
    told = subprocess.run(
        command, env={"HOME": home, "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, timeout=60, check=False
    )
    assert told.returncode == 0, told.stderr


def test_both_proxies_limit_what_the_page_does() -> None:
    from assistant.settings import UploadSettings

    megabytes = UploadSettings().mb
    assert f"client_max_body_size {megabytes}m;" in (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    assert f"max_size {megabytes}MB" in (ROOT / "deploy/Caddyfile").read_text(encoding="utf-8")
