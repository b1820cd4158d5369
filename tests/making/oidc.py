"""A provider of OpenID Connect on this machine, for tests: it signs in whom it is told to, without asking."""

import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.making.listening import running


class Provider(ThreadingHTTPServer):
    """Discovery, authorization, tokens and keys. `user` holds the claims of whoever signs in next."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"})
        self.user: dict[str, str] = {}
        self.codes: dict[str, dict[str, str]] = {}

    def discovery(self) -> dict[str, object]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def authorized(self, query: dict[str, str]) -> str:
        """Where the browser goes from here: back to the app, with a code for the user's claims."""
        code = secrets.token_hex(8)
        now = int(time.time())
        self.codes[code] = {
            **self.user,
            "iss": self.url,
            "aud": query["client_id"],
            "nonce": query["nonce"],
            "iat": now,  # type: ignore[dict-item]
            "exp": now + 300,  # type: ignore[dict-item]
        }
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def tokens(self, code: str) -> dict[str, object]:
        claims = self.codes.pop(code)
        id_token = jwt.encode({"alg": "RS256", "kid": "1"}, dict(claims), self.key)
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": id_token}

    def secrets_file(self, folder: Path) -> Path:
        """The secrets of an app whose users this provider signs in."""
        path = folder / "secrets.toml"
        path.write_text(
            f"""
            [auth]
            redirect_uri = "http://localhost:{{port}}/oauth2callback"
            cookie_secret = "{secrets.token_hex(32)}"
            client_id = "kunnskapsassistenten"
            client_secret = "{secrets.token_hex(16)}"
            server_metadata_url = "{self.url}/.well-known/openid-configuration"
            """
        )
        return path


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.server.authorized({k: v[0] for k, v in parse_qs(parts.query).items()}))
            self.end_headers()
        elif parts.path == "/keys":
            self._send({"keys": [self.server.key.as_dict(private=False)]})
        else:
            self._send(self.server.discovery())

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._send(self.server.tokens(form["code"][0]))

    def _send(self, data: dict[str, object]) -> None:
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider that runs until the block is left."""
    with running(Provider()) as server:
        yield server
