"""Who scans or floods the telephone side learns nothing and stops nobody: a real Asterisk.

A stranger at another address of loopback sends what no carrier and no phone of ours has sent.
"""

import asyncio
import itertools
import re
import statistics
import time
from typing import Self

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES, Company, username
from tests.phones.sipp_phone import Caller

pytestmark = [pytest.mark.phones, pytest.mark.slow]

STRANGER = "127.0.0.66"
ROUNDS = 12
FLOOD_PER_SECOND = 1_000
FLOOD_SECONDS = 8
ANSWER_SECONDS_MAX = 5.0
METHODS = ("OPTIONS", "REGISTER", "INVITE")
OF_ONE_REQUEST = re.compile(
    rb"^(via|from|to|call-id|cseq|date|contact|record-route):.*\r\n", re.IGNORECASE | re.MULTILINE
)
NONCE = re.compile(rb'(nonce|opaque)="[^"]*"')
_numbers = itertools.count(1)


class Stranger(asyncio.DatagramProtocol):
    """Sends SIP requests from an address nobody knows; use it as an asynchronous context."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server = server
        self._answers: dict[str, asyncio.Future[bytes]] = {}
        self._transport: asyncio.DatagramTransport | None = None
        self.sent = 0
        self.statuses: set[bytes] = set()

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(
            lambda: self, local_addr=(STRANGER, 0)
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._transport is not None
        self._transport.close()

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        status = data[8:11]
        if status.startswith(b"1"):
            return
        self.statuses.add(status)
        found = re.search(rb"call-id: *(\S+)", data, re.IGNORECASE)
        answer = self._answers.get(found.group(1).decode()) if found else None
        if answer is not None and not answer.done():
            answer.set_result(data)

    def send(self, method: str, user: str, *, as_user: str = "scanner") -> str:
        """Send one request and give its Call-ID."""
        assert self._transport is not None
        host, port = self._transport.get_extra_info("sockname")[:2]
        call_id = f"scan-{next(_numbers)}"
        rows = (
            f"{method} sip:{user}@127.0.0.1:{self._server[1]} SIP/2.0",
            f"Via: SIP/2.0/UDP {host}:{port};branch=z9hG4bK{call_id};rport",
            f"From: <sip:{as_user}@{host}>;tag={call_id}",
            f"To: <sip:{user}@127.0.0.1>",
            f"Call-ID: {call_id}",
            f"CSeq: 1 {method}",
            f"Contact: <sip:{as_user}@{host}:{port}>",
            "Max-Forwards: 70",
            "Content-Length: 0",
            "",
            "",
        )
        self._transport.sendto("\r\n".join(rows).encode(), self._server)
        self.sent += 1
        return call_id

    async def ask(self, method: str, user: str, *, as_user: str) -> tuple[bytes, float]:
        """Give what every answer to such a request says, and how long it took."""
        begun = time.perf_counter()
        call_id = self.send(method, user, as_user=as_user)
        answer = self._answers[call_id] = asyncio.get_running_loop().create_future()
        said = await asyncio.wait_for(answer, ANSWER_SECONDS_MAX)
        return NONCE.sub(b"", OF_ONE_REQUEST.sub(b"", said)), time.perf_counter() - begun

    async def flood(self) -> float:
        """Send requests at an even pace; give how many a second it came to."""
        begun = time.perf_counter()
        users = itertools.cycle((SALES, username("lea"), "100", "admin", "+449098790000"))
        methods = itertools.cycle(METHODS)
        while (gone := time.perf_counter() - begun) < FLOOD_SECONDS:
            while self.sent < gone * FLOOD_PER_SECOND:
                self.send(next(methods), next(users))
            await asyncio.sleep(0.005)  # the pace of the flood, and no waiting for anything
        return self.sent / (time.perf_counter() - begun)


async def test_scanner_cannot_tell_what_exists_from_what_does_not(
    company_asterisk: RunningAsterisk,
) -> None:
    """Every request is answered with the same words, and as fast, whoever and whatever it names."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        known = (SALES, username("lea"))
        unknown = ("+33999999999", "nobody-here")
        async with Stranger(("127.0.0.1", company_asterisk.sip_port)) as stranger:
            for method in METHODS:
                told: dict[bytes, list[str]] = {}
                times: dict[bool, list[float]] = {True: [], False: []}
                for _ in range(ROUNDS):
                    for user in (*known, *unknown):
                        said, took = await stranger.ask(method, user, as_user=user)
                        told.setdefault(said, []).append(user)
                        times[user in known].append(took)
                slower, faster = sorted(map(statistics.median, times.values()), reverse=True)

                assert len(told) == 1, told
                assert slower < 5 * faster, (method, times)
        assert await centre.legs() == []
        assert await centre.server.live_calls() == []


async def test_flood_of_strangers_keeps_nobody_from_calling(
    company_asterisk: RunningAsterisk,
) -> None:
    """S1: meanwhile a customer calls, hears that the callback is stored, and it is."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        async with Stranger(("127.0.0.1", company_asterisk.sip_port)) as stranger:
            flood = asyncio.create_task(stranger.flood())
            run = await centre.caller_who_presses_star(Caller("+33612345678"))
            ended = await run.wait_end(20)
            pace = await flood
        listed = await centre.server.callbacks()
        print(f"{stranger.sent} messages injected at {pace:.0f}/s, answered {stranger.statuses}")

        assert ended == 0
        assert [one["customer"]["number"] for one in listed] == ["+33612345678"]
        assert stranger.sent >= FLOOD_SECONDS * FLOOD_PER_SECOND * 0.9
        assert stranger.statuses <= {b"401", b"403", b"404", b"503"}
        assert await centre.legs() == []
        assert "Traceback" not in centre.server.log
