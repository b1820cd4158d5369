"""A provider of OpenID Connect on this machine, for tests: the one of `oidc-provider-mock`, which asks who one is."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import flask
import httpx
from oidc_provider_mock import app as provider_app
from werkzeug.serving import BaseWSGIServer, make_server

from tests.making.servers.listening import running


class Provider:
    """A running provider. Clients are registered there, with secrets that it checks."""

    def __init__(self, server: BaseWSGIServer, held: dict[str, Any]) -> None:
        self.server = server
        self.url = f"http://localhost:{server.server_port}"
        self._held = held

    def knows(self, subject: str, /, **claims: object) -> None:
        """Have it hold a user with these claims, in the place of what it held of that one before."""
        httpx.put(f"{self.url}/users/{subject}", json=claims, trust_env=False).raise_for_status()

    def secrets_file(self, folder: Path, port: int) -> Path:
        """The secrets of an app at this port, which is registered here as a client."""
        back = f"http://localhost:{port}/oauth2callback"
        told = httpx.post(f"{self.url}/oauth2/clients", json={"redirect_uris": [back]}, trust_env=False).json()
        path = folder / "secrets.toml"
        path.write_text(
            f"""
            [auth]
            redirect_uri = "{back}"
            cookie_secret = "{secrets.token_hex(32)}"
            client_id = "{told["client_id"]}"
            client_secret = "{told["client_secret"]}"
            server_metadata_url = "{self.url}/.well-known/openid-configuration"
            """
        )
        return path

    @contextmanager
    def another_secret(self) -> Iterator[None]:
        """While the block lasts, its clients have other secrets than they were told."""
        clients = self._held["storage"]._clients
        before = dict(clients)
        clients.update({name: replace(client, secret="another") for name, client in before.items()})
        yield
        clients.update(before)


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider that runs until the block is left."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app, held = provider_app(require_client_registration=True, require_nonce=True), dict[str, Any]()

    @app.before_request
    def _hold() -> None:
        held["storage"] = flask.g.oidc_provider_mock_storage

    with running(make_server("localhost", 0, app, threaded=True)) as server:
        yield Provider(server, held)
