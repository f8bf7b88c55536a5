"""Place calls with SIP headers of the test's own making, hostile ones included."""

import asyncio
import itertools
from typing import Self

Address = tuple[str, int]


class RawCaller(asyncio.DatagramProtocol):
    """A caller at one UDP port; use it as an asynchronous context."""

    def __init__(self, port: int, server: Address) -> None:
        self.port = port
        self.server = server
        self.responses: asyncio.Queue[bytes] = asyncio.Queue(1000)
        self._calls = itertools.count(1)
        self._transport: asyncio.DatagramTransport | None = None

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(
            lambda: self, local_addr=("127.0.0.1", self.port)
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._transport is not None:
            self._transport.close()

    def datagram_received(self, data: bytes, addr: Address) -> None:
        self.responses.put_nowait(data)

    def invite(self, *, line: str, from_value: bytes, headers: tuple[bytes, ...] = ()) -> str:
        """Send an INVITE and give its Call-ID."""
        call_id = f"raw-{self.port}-{next(self._calls)}"
        body = (
            f"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            f"m=audio {self.port + 1} RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n"
        ).encode()
        rows = (
            f"INVITE sip:{line}@127.0.0.1:{self.server[1]} SIP/2.0".encode(),
            f"Via: SIP/2.0/UDP 127.0.0.1:{self.port};branch=z9hG4bK{call_id};rport".encode(),
            b"From: " + from_value + b";tag=" + call_id.encode(),
            f"To: <sip:{line}@127.0.0.1:{self.server[1]}>".encode(),
            f"Call-ID: {call_id}".encode(),
            b"CSeq: 1 INVITE",
            f"Contact: <sip:raw@127.0.0.1:{self.port}>".encode(),
            b"Max-Forwards: 70",
            *headers,
            b"Content-Type: application/sdp",
            f"Content-Length: {len(body)}".encode(),
        )
        assert self._transport is not None
        self._transport.sendto(b"\r\n".join(rows) + b"\r\n\r\n" + body, self.server)
        return call_id

    async def final_status(self, call_id: str) -> int:
        """Wait for the final answer to an INVITE and give its status."""
        async with asyncio.timeout(10):
            while True:
                response = await self.responses.get()
                status = int(response.split(b" ", 2)[1]) if response.startswith(b"SIP") else 0
                if status >= 200 and call_id.encode() in response:
                    return status
