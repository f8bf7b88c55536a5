"""Place calls with SIP headers of the test's own making, hostile ones included."""

import asyncio
import hashlib
import itertools
import re
import time
from typing import Self

Address = tuple[str, int]

_NUMBERS = itertools.count(time.time_ns())


class RawCaller(asyncio.DatagramProtocol):
    """A caller at one UDP port; use it as an asynchronous context."""

    def __init__(self, port: int, server: Address, *, address: str = "127.0.0.1") -> None:
        self.port = port
        self.address = address
        self.server = server
        self.responses: asyncio.Queue[bytes] = asyncio.Queue(1000)
        self._transport: asyncio.DatagramTransport | None = None

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(
            lambda: self, local_addr=(self.address, self.port)
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._transport is not None:
            self._transport.close()

    def datagram_received(self, data: bytes, addr: Address) -> None:
        if data.startswith(b"SIP/2.0 1") or not data.startswith(b"SIP/2.0 "):
            return
        if b" INVITE\r\n" in data:
            self._acknowledge(data)
        self.responses.put_nowait(data)

    def _acknowledge(self, response: bytes) -> None:
        rows = {row.partition(b":")[0].strip().lower(): row for row in response.split(b"\r\n")}
        kept = (rows[name] for name in (b"via", b"from", b"to", b"call-id"))
        start = f"ACK {self._uri} SIP/2.0".encode()
        ending = (b"CSeq: 1 ACK", b"Max-Forwards: 70", b"Content-Length: 0", b"", b"")
        assert self._transport is not None
        self._transport.sendto(b"\r\n".join((start, *kept, *ending)), self.server)

    def invite(self, *, line: str, from_value: bytes, headers: tuple[bytes, ...] = ()) -> str:
        """Send an INVITE and give its Call-ID."""
        call_id = f"raw-{next(_NUMBERS)}"
        body = (
            f"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            f"m=audio {self.port + 1} RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n"
        ).encode()
        rows = (
            f"INVITE sip:{line}@127.0.0.1:{self.server[1]} SIP/2.0".encode(),
            f"Via: SIP/2.0/UDP {self.address}:{self.port};branch=z9hG4bK{call_id};rport".encode(),
            b"From: " + from_value + b";tag=" + call_id.encode(),
            f"To: <sip:{line}@127.0.0.1:{self.server[1]}>".encode(),
            f"Call-ID: {call_id}".encode(),
            b"CSeq: 1 INVITE",
            f"Contact: <sip:raw@{self.address}:{self.port}>".encode(),
            b"Max-Forwards: 70",
            *headers,
            b"Content-Type: application/sdp",
            f"Content-Length: {len(body)}".encode(),
        )
        assert self._transport is not None
        self._transport.sendto(b"\r\n".join(rows) + b"\r\n\r\n" + body, self.server)
        return call_id

    async def register(self, username: str, password: str, *, expires: int = 300) -> int:
        """Log a phone in at this port, answering the challenge; give the final status."""
        call_id = f"register-{next(_NUMBERS)}"
        self._send_register(call_id, 1, username, expires, authorization=b"")
        status, challenge = await self._final(call_id, b"1 REGISTER")
        if status != 401:
            return status
        authorization = _authorization(challenge, username, password, self._uri)
        self._send_register(call_id, 2, username, expires, authorization=authorization)
        status, _ = await self._final(call_id, b"2 REGISTER")
        return status

    @property
    def _uri(self) -> str:
        return f"sip:127.0.0.1:{self.server[1]}"

    def _send_register(
        self, call_id: str, number: int, username: str, expires: int, *, authorization: bytes
    ) -> None:
        rows = (
            f"REGISTER {self._uri} SIP/2.0",
            f"Via: SIP/2.0/UDP {self.address}:{self.port};branch=z9hG4bK{call_id}{number};rport",
            f"From: <sip:{username}@127.0.0.1>;tag={call_id}",
            f"To: <sip:{username}@127.0.0.1>",
            f"Call-ID: {call_id}",
            f"CSeq: {number} REGISTER",
            f"Contact: <sip:{username}@{self.address}:{self.port}>;expires={expires}",
            "Max-Forwards: 70",
            "Content-Length: 0",
        )
        assert self._transport is not None
        data = "\r\n".join(rows).encode() + b"\r\n" + authorization + b"\r\n"
        self._transport.sendto(data, self.server)

    async def _final(self, call_id: str, sequence: bytes) -> tuple[int, bytes]:
        async with asyncio.timeout(10):
            while True:
                response = await self.responses.get()
                if call_id.encode() in response and sequence in response:
                    return int(response.split(b" ", 2)[1]), response

    async def final_status(self, call_id: str) -> int:
        """Wait for the final answer to an INVITE and give its status."""
        status, _ = await self._final(call_id, b"1 INVITE")
        return status


def _authorization(challenge: bytes, username: str, password: str, uri: str) -> bytes:
    found = dict(re.findall(r'(realm|nonce|opaque)="([^"]*)"', challenge.decode()))
    realm, nonce, opaque = found["realm"], found["nonce"], found.get("opaque", "")
    secret = _md5(f"{username}:{realm}:{password}")
    answer = _md5(f"{secret}:{nonce}:00000001:c:auth:{_md5(f'REGISTER:{uri}')}")
    return (
        f'Authorization: Digest username="{username}", realm="{realm}", nonce="{nonce}", '
        f'uri="{uri}", response="{answer}", algorithm=MD5, opaque="{opaque}", '
        f'qop=auth, nc=00000001, cnonce="c"\r\n'
    ).encode()


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
