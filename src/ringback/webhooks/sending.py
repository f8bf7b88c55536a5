"""One try to deliver: one POST, no redirects, a bound on time, and nothing read of the answer."""

import asyncio
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from importlib.metadata import version
from typing import Any

import aiohttp

from .targets import TargetRefused, Targets

SECONDS_MAX = 8.0
CONNECTING_SECONDS_MAX = 5.0
CONNECTIONS_MAX = 64
HEADER_BYTES_MAX = 8_190

TARGET_REFUSED = "target-refused"
CONNECTION_FAILED = "connection-failed"
TIMED_OUT = "timed-out"
REDIRECTED = "redirected"
ANSWER_BROKEN = "answer-broken"
STATUS = "status"
GONE_STATUS = 410


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of one try."""

    status: int | None
    problem: str | None
    """None when the receiver has taken it: it answered 2xx."""
    took: timedelta

    @property
    def arrived(self) -> bool:
        return self.problem is None


class Sender:
    """Posts to addresses that may be told something. `close` it in the end."""

    def __init__(self, targets: Targets, *, seconds_max: float = SECONDS_MAX) -> None:
        self._targets = targets
        self._seconds_max = seconds_max
        self._sessions: dict[bool, aiohttp.ClientSession] = {}

    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Attempt:
        """Try once; whatever goes wrong is told, not raised."""
        began = time.monotonic()
        status: int | None = None
        try:
            async with asyncio.timeout(self._seconds_max):
                status = await self._post(url, headers, body)
            problem = _problem_of(status)
        except TimeoutError:
            problem = TIMED_OUT
        except aiohttp.ClientConnectorError as error:
            refused = isinstance(error.os_error, TargetRefused)
            problem = TARGET_REFUSED if refused else CONNECTION_FAILED
        except aiohttp.InvalidURL:
            problem = TARGET_REFUSED
        except aiohttp.ClientResponseError:
            problem = ANSWER_BROKEN
        except (aiohttp.ClientError, OSError, UnicodeError, ValueError):
            problem = CONNECTION_FAILED
        return Attempt(status, problem, timedelta(seconds=time.monotonic() - began))

    async def _post(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        async with self._session_for(url).post(
            url, data=body, headers=dict(headers), allow_redirects=False
        ) as answer:
            return answer.status

    async def close(self) -> None:
        while self._sessions:
            _, session = self._sessions.popitem()
            await session.close()

    def _session_for(self, url: str) -> aiohttp.ClientSession:
        """Give the connections of encrypted or of plain addresses; one is never used for both."""
        encrypted = url.lower().startswith("https:")
        if encrypted not in self._sessions:
            connector = aiohttp.TCPConnector(
                limit=CONNECTIONS_MAX,
                use_dns_cache=False,
                socket_factory=partial(self._open_socket, encrypted),
            )
            self._sessions[encrypted] = aiohttp.ClientSession(
                connector=connector,
                trust_env=False,
                auto_decompress=False,
                cookie_jar=aiohttp.DummyCookieJar(),
                max_line_size=HEADER_BYTES_MAX,
                max_field_size=HEADER_BYTES_MAX,
                headers={
                    "content-type": "application/json",
                    "user-agent": f"Ringback/{version('ringback')}",
                },
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECTING_SECONDS_MAX),
            )
        return self._sessions[encrypted]

    def _open_socket(self, encrypted: bool, address: tuple[Any, ...]) -> socket.socket:
        """Open a socket to an address that may be told something; raises `TargetRefused`."""
        family, kind, protocol, _, place = address
        self._targets.judge_connection(place[0], encrypted=encrypted)
        opened = socket.socket(family=family, type=kind, proto=protocol)
        opened.setblocking(False)
        return opened


def _problem_of(status: int) -> str | None:
    if 200 <= status < 300:
        return None
    return REDIRECTED if 300 <= status < 400 else STATUS
