"""Which addresses may be told anything: public ones over https, and those the operator allows.

TargetRefused
    The address is private, or not one that a webhook may have.
"""

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

URL_CHARACTERS_MAX = 2_000
LOOKING_UP_SECONDS_MAX = 3.0
_TRANSLATED = IPv6Network("64:ff9b::/96")


class TargetRefused(OSError):
    """The address may not be told anything."""


class Targets:
    """Judges addresses: by their words when they are set, by what is dialled at each connection."""

    def __init__(self, allowed: Sequence[Network] = ()) -> None:
        self._allowed = tuple(allowed)

    async def judge(self, url: str) -> None:
        """Raise `TargetRefused`, whose text says why, for what no webhook may have.

        A name that is not known at this moment passes: each connection is judged again.
        """
        parts = _parts(url)
        assert parts.hostname is not None
        try:
            found = await asyncio.wait_for(_looked_up(parts.hostname), LOOKING_UP_SECONDS_MAX)
        except (OSError, UnicodeError, TimeoutError):
            return
        for address in found:
            self.judge_address(address)
            if parts.scheme != "https" and not self._is_allowed(address):
                raise TargetRefused("it must begin with https://")

    def judge_address(self, address: Address) -> None:
        if not self._is_allowed(address) and not _is_public(address):
            raise TargetRefused("it leads into a private network")

    def judge_connection(self, host: str, *, encrypted: bool) -> None:
        """Judge the very address that is about to be dialled: a name cannot lead elsewhere."""
        address = ip_address(host.partition("%")[0])
        self.judge_address(address)
        if not encrypted and not self._is_allowed(address):
            raise TargetRefused("it must begin with https://")

    def _is_allowed(self, address: Address) -> bool:
        return any(
            each in network
            for each in _faces(address)
            for network in self._allowed
            if each.version == network.version
        )


def _parts(url: str) -> SplitResult:
    """Take an address apart. Raises `TargetRefused`."""
    if len(url) > URL_CHARACTERS_MAX:
        raise TargetRefused(f"it has more than {URL_CHARACTERS_MAX} characters")
    if not url.isascii() or not url.isprintable() or " " in url:
        raise TargetRefused("it holds what no address holds")
    try:
        parts = urlsplit(url)
        unusable = not parts.hostname or parts.port == 0
    except ValueError:
        unusable = True
    if unusable or parts.scheme not in ("https", "http"):
        raise TargetRefused("it is no address that begins with https://")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise TargetRefused("it holds a user, a password or a fragment")
    return parts


async def _looked_up(host: str) -> Sequence[Address]:
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [ip_address(str(sockaddr[0]).partition("%")[0]) for *_, sockaddr in found]


def _is_public(address: Address) -> bool:
    return all(each.is_global and not each.is_multicast for each in _faces(address))


def _faces(address: Address) -> Sequence[Address]:
    """Give the address, or the older ones that it stands for."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address.sixtofour is not None:
        return (address.sixtofour,)
    if address.teredo is not None:
        return address.teredo
    if address in _TRANSLATED:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address,)
