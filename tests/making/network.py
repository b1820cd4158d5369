"""A guard on the network: a test that reaches out fails, also where a library swallows the refusal."""

import ipaddress
import socket
from typing import Any

import pytest

_LOCAL_NAMES = {"localhost", "ip6-localhost", socket.gethostname(), "", None}


class Network:
    """Refuses every address but this machine's, and remembers what was asked for.

    The refusals are those of a machine without a network, so that code under test meets them as it would there.
    """

    def __init__(self) -> None:
        self.refused: list[str] = []

    def guard(self, patch: pytest.MonkeyPatch) -> None:
        """Put the guard round the sockets of this process."""
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, self._guarded(getattr(socket.socket, name)))
        look_up = socket.getaddrinfo

        def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
            if _is_local(host):
                return look_up(host, *args, **kwargs)
            self.refused.append(str(host))
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known (refused by the tests)")

        patch.setattr(socket, "getaddrinfo", guarded_look_up)

    def _guarded(self, connect: Any) -> Any:
        def guarded(own: socket.socket, address: Any) -> Any:
            if own.family not in (socket.AF_INET, socket.AF_INET6) or _is_local(address[0]):
                return connect(own, address)
            self.refused.append(str(address))
            raise ConnectionRefusedError(f"refused by the tests: {address}")

        return guarded


def _is_local(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
