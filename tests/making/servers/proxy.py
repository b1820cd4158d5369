"""A certificate signed by itself, and nginx with the site that operators are given, on free ports of this machine."""

import datetime
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.making.servers.process import free_port

SITE = Path(__file__).parents[3] / "deploy/nginx.conf"
NAME = "kunnskap.example.no"
NGINX = shutil.which("nginx") or next((path for path in ("/usr/sbin/nginx",) if Path(path).exists()), None)
TYPES = Path("/etc/nginx/mime.types")


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it listens, and what trusts its certificate."""

    port: int
    plain_port: int
    trusting: ssl.SSLContext
    certificate: Path


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for the site's name and its key, as files."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    chain, private = folder / "fullchain.pem", folder / "privkey.pem"
    chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return chain, private


@contextmanager
def proxied(
    page: int, programs: int, folder: Path, second: tuple[int, int] | None = None, rate: str = "1r/s"
) -> Iterator[Proxy]:
    """nginx before the page and the programs' address at these ports, and those of a second process.

    The site is as it stands, but for ports, the certificate, and a rate that a slow machine reaches too.
    """
    chain, private = certificate(folder)
    port, plain = free_port(), free_port()
    site = SITE.read_text(encoding="utf-8")
    marked = ("# server 127.0.0.1:8511", "# server 127.0.0.1:8512")
    for old, new in (
        *((mark, f"server 127.0.0.1:{one}") for mark, one in zip(marked, second or (), strict=False)),
        ("listen 443", f"listen 127.0.0.1:{port}"),
        ("listen 80", f"listen 127.0.0.1:{plain}"),
        ("    listen [::]:443 ssl http2;\n", ""),
        ("    listen [::]:80;\n", ""),
        ("127.0.0.1:8501", f"127.0.0.1:{page}"),
        ("127.0.0.1:8502", f"127.0.0.1:{programs}"),
        ("rate=30r/s", f"rate={rate}"),
        ("/etc/ssl/kunnskap/fullchain.pem", str(chain)),
        ("/etc/ssl/kunnskap/privkey.pem", str(private)),
    ):
        assert old in site, f"the site has no {old!r} any more"
        site = site.replace(old, new)
    with _nginx(folder, site, port):
        yield Proxy(port, plain, ssl.create_default_context(cafile=str(chain)), chain)


@contextmanager
def without_websockets(page: str, folder: Path) -> Iterator[str]:
    """The address of an nginx before the page at this address, set up as for any other site."""
    port = free_port()
    with _nginx(folder, f"server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass {page}; }} }}", port):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _nginx(folder: Path, site: str, port: int) -> Iterator[None]:
    """nginx with this site, which listens at this port."""
    (folder / "site.conf").write_text(site, encoding="utf-8")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ {temporary} access_log off; include {TYPES}; include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    server = subprocess.Popen([str(NGINX), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")])
    try:
        _until_open(port, server)
        yield
    finally:
        server.terminate()
        server.wait(timeout=10)


def _until_open(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("nginx does not listen")
