"""Which addresses may be asked: web addresses, of public machines, unless the operator has named a host."""

import ipaddress
import socket
from dataclasses import dataclass

import httpx

from assistant.errors import ReadError

_HOLDS_IPV4 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))


@dataclass(frozen=True, slots=True)
class Target:
    """An address with the machine that was looked up for it, which is the one that is asked."""

    url: httpx.URL
    ip: str

    @property
    def asked(self) -> httpx.URL:
        """The same address by the machine's number, so that no second look-up can lead elsewhere."""
        return self.url.copy_with(host=self.ip)

    @property
    def host(self) -> str:
        """What the `Host` header says."""
        return self.url.netloc.decode("ascii")


def target_of(url: str, private: tuple[str, ...]) -> Target:
    """Look up an address; hosts in `private` may be of an inner network. Raises ReadError."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise ReadError("no_address") from error
    if parsed.scheme not in ("http", "https") or not parsed.host or parsed.userinfo:
        raise ReadError("no_address")
    numbers = _numbers(parsed.host)
    if parsed.host not in private and not all(map(_is_public, numbers)):
        raise ReadError("inner_network", host=parsed.host)
    return Target(parsed, numbers[0])


def _is_public(number: str) -> bool:
    """Whether the machine is a public one, also where its address is one of IPv4 in another form (NAT64, 6to4)."""
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if any(address in network for network in _HOLDS_IPV4):
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
        if not all(one.is_global for one in inner if one):
            return False
    return address.is_global and not address.is_multicast


def _numbers(host: str) -> list[str]:
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError("no_host", host=host) from error
    return [str(entry[4][0]) for entry in found]
