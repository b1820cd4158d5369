"""The guard on the network keeps what it promises."""

import socket

import pytest

from tests.making.network import Network


def test_another_machine_is_refused_and_remembered(network: Network) -> None:
    with socket.socket() as own, pytest.raises(OSError):
        own.connect(("192.0.2.1", 80))
    assert network.refused.pop() == "('192.0.2.1', 80)"


def test_looking_up_a_name_is_refused_and_remembered(network: Network) -> None:
    with pytest.raises(socket.gaierror):
        socket.create_connection(("huggingface.co", 443))
    assert network.refused.pop() == "huggingface.co"


def test_this_machine_is_within_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as own:
        own.connect(server.getsockname())
