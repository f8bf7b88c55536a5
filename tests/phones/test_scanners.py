"""Who scans or floods the telephone side learns nothing and stops nobody: a real Asterisk.

A stranger at another address of loopback sends what no carrier and no phone of ours has sent.
"""

import asyncio
import itertools
import re
import statistics
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Self

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES, Company, username
from tests.phones.ports import take_block
from tests.phones.sipp_phone import Caller, flooding

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
        if data[8:11].startswith(b"1"):
            return
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
        return call_id

    async def ask(self, method: str, user: str, *, as_user: str) -> tuple[bytes, float]:
        """Give what every answer to such a request says, and how long it took."""
        begun = time.perf_counter()
        call_id = self.send(method, user, as_user=as_user)
        answer = self._answers[call_id] = asyncio.get_running_loop().create_future()
        said = await asyncio.wait_for(answer, ANSWER_SECONDS_MAX)
        return NONCE.sub(b"", OF_ONE_REQUEST.sub(b"", said)), time.perf_counter() - begun


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
    company_asterisk: RunningAsterisk, tmp_path: Path
) -> None:
    """S1: meanwhile a customer calls, hears that the callback is stored, and it is."""
    async with CallCentre(company_asterisk, Company()) as centre, AsyncExitStack() as stack:
        await centre.open()
        flood = [
            await stack.enter_async_context(
                flooding(
                    directory=tmp_path / method,
                    ports=stack.enter_context(take_block()),
                    address=STRANGER,
                    target=("127.0.0.1", company_asterisk.sip_port),
                    method=method,
                    users=(SALES, username("lea"), "100", "admin", "+449098790000"),
                    messages=FLOOD_PER_SECOND * FLOOD_SECONDS // len(METHODS),
                    per_second=FLOOD_PER_SECOND // len(METHODS),
                )
            )
            for method in METHODS
        ]
        run = await centre.caller_who_presses_star(Caller("+33612345678"))
        ended = await run.wait_end(20)
        still_flooded = [len(each.events("sent")) < each.calls_max for each in flood]
        refused_alike = [await each.wait_end(40) for each in flood]
        sent = [[int(one.detail) for one in each.events("sent")] for each in flood]
        answered = sum(len(each.events("refused")) for each in flood)
        pace = sum(1000 * len(each) / (each[-1] - each[0]) for each in sent)
        listed = await centre.server.callbacks()
        messages = sum(map(len, sent))
        print(f"{messages} messages injected at {pace:.0f}/s, {answered} answered 401, no other")

        assert ended == 0
        assert [one["customer"]["number"] for one in listed] == ["+33612345678"]
        assert still_flooded == [True] * len(METHODS)
        assert refused_alike == [0] * len(METHODS)
        assert messages >= FLOOD_PER_SECOND * FLOOD_SECONDS * 0.99
        assert pace >= FLOOD_PER_SECOND * 0.9
        assert answered > 0
        assert await centre.legs() == []
        assert "Traceback" not in centre.server.log
