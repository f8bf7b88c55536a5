"""Play the carrier at the far end of the trunk: route calls by number, and log every INVITE.

The carrier has one SIP address on a loopback address of its own (127.0.0.2), so that a server
tells it from desk phones by address, as it tells a real carrier. It is a proxy which keeps no
state on calls: it stays in the signalling path by Record-Route, hence the server sees one trunk
only, whichever telephone is behind. A customer is a number and the address of its telephone, so
the number which called in is rung when it is called back. Sound goes directly between the ends.
"""

import asyncio
import hashlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Self

from .sip_text import SipText, parse_sip

Address = tuple[str, int]


class Answer(Enum):
    """How the carrier itself meets a call to a number: a status, or two kinds of silence."""

    BUSY = "486 Busy Here"
    REJECTED = "603 Decline"
    UNAVAILABLE = "480 Temporarily Unavailable"
    NO_CHANNEL = "503 Service Unavailable"
    UNKNOWN_NUMBER = "404 Not Found"
    RINGS_ONLY = "180 Ringing"
    MUTE = ""


@dataclass(frozen=True, slots=True)
class Invite:
    """The first sending of one INVITE which opens a call (no retransmissions, no re-INVITE)."""

    at: float
    call_id: str
    is_from_server: bool
    from_number: str
    from_display_name: str
    to_number: str
    text: SipText


@dataclass(frozen=True, slots=True)
class Passage:
    """One SIP message as it reached the carrier."""

    at: float
    source: Address
    first_line: str
    call_id: str
    method: str


@dataclass(kw_only=True)
class Carrier(asyncio.DatagramProtocol):
    """A carrier between one server and many telephones; use it as an asynchronous context.

    `routes` says where a number's telephone is, or how the carrier answers for it; it may change
    between calls. Numbers without a route get `otherwise`.
    """

    server: Address
    port: int
    host: str = "127.0.0.2"
    routes: dict[str, Address | Answer] = field(default_factory=dict)
    otherwise: Address | Answer = Answer.UNKNOWN_NUMBER
    is_dark: bool = False
    invites: list[Invite] = field(default_factory=list, init=False)
    passages: list[Passage] = field(default_factory=list, init=False)
    _sent: asyncio.DatagramTransport = field(init=False)
    _news: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _logged: set[tuple[str, str]] = field(default_factory=set, init=False)
    _ways: dict[str, Address | Answer] = field(default_factory=dict, init=False)
    _ringing: dict[str, SipText] = field(default_factory=dict, init=False)
    _unanswered: dict[str, SipText] = field(default_factory=dict, init=False)

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._sent, _ = await loop.create_datagram_endpoint(
            lambda: self, local_addr=(self.host, self.port)
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Answer what was left without an answer, lest its repetitions reach the next carrier."""
        for request in self._unanswered.values():
            self._reply(request, Answer.UNAVAILABLE.value)
        self._sent.close()

    @property
    def address(self) -> Address:
        return self.host, self.port

    def uri(self, number: str) -> str:
        return f"sip:{number}@{self.host}:{self.port}"

    def invites_to(self, number: str) -> list[Invite]:
        """The calls which the server made to a customer's number."""
        return [one for one in self.invites if one.is_from_server and one.to_number == number]

    def invites_from(self, number: str) -> list[Invite]:
        """The calls which a customer made to the server."""
        return [one for one in self.invites if not one.is_from_server and one.from_number == number]

    def passages_of(self, call_id: str) -> list[Passage]:
        return [passage for passage in self.passages if passage.call_id == call_id]

    async def wait_until(self, is_so: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until something is true of the log; asked again after each message."""
        try:
            async with asyncio.timeout(seconds):
                while not is_so():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError as late:
            lines = "\n".join(passage.first_line for passage in self.passages)
            raise AssertionError(f"not so within {seconds} s; the carrier saw\n{lines}") from late

    def datagram_received(self, data: bytes, source: Address) -> None:
        message = parse_sip(data)
        if message is None:
            return
        self._log(message, source)
        if message.is_response and not self.is_dark:
            self._pass_back(message)
        elif not message.is_response:
            request = message.received_from(source)
            if self.is_dark:
                self._ignore(request)
            else:
                self._serve(request, source)

    def _serve(self, request: SipText, source: Address) -> None:
        route = request.first("Route")
        if route is not None and f"{self.host}:{self.port}" in route:
            self._pass_on(request.without_first("Route"), None)
        elif request.method == "OPTIONS":
            self._reply(request, "200 OK")
        elif source != self.server:
            self._pass_on(request, self.server)
        else:
            route_today = self.routes.get(request.uri_user, self.otherwise)
            way = self._ways.setdefault(request.call_id, route_today)
            if isinstance(way, Answer):
                self._answer(request, way)
            else:
                self._pass_on(request, way)

    def _answer(self, request: SipText, answer: Answer) -> None:
        if request.method == "ACK":
            return
        if answer is Answer.MUTE:
            self._ignore(request)
        elif request.method == "INVITE":
            self._ringing[request.call_id] = request
            self._reply(request, answer.value)
        elif request.method == "CANCEL" and request.call_id in self._ringing:
            self._reply(request, "200 OK")
            self._reply(self._ringing.pop(request.call_id), "487 Request Terminated")
        else:
            self._reply(request, "481 Call/Transaction Does Not Exist")

    def _ignore(self, request: SipText) -> None:
        if request.method == "INVITE":
            self._unanswered[request.call_id] = request

    def _pass_on(self, request: SipText, target: Address | None) -> None:
        """Send to the next route, else to the target, else where the request's own URI says."""
        following = request.first("Route")
        if target is not None:
            request = request.aimed_at(target)
        elif following is not None:
            target = host_and_port(following)
        else:
            target = host_and_port(request.uri)
        branch = hashlib.sha256((request.first("Via") or "").encode()).hexdigest()[:24]
        via = f"SIP/2.0/UDP {self.host}:{self.port};branch=z9hG4bK{branch}"
        if request.method == "INVITE":
            request = request.with_header("Record-Route", f"<sip:{self.host}:{self.port};lr>")
        self._sent.sendto(request.with_header("Via", via).encode(), target)

    def _pass_back(self, response: SipText) -> None:
        response = response.without_first("Via")
        via = response.first("Via")
        if via is not None:
            self._sent.sendto(response.encode(), via_address(via))

    def _reply(self, request: SipText, status: str) -> None:
        response = request.response(status, tag=f"carrier-{abs(hash(request.call_id))}")
        self._sent.sendto(response.encode(), via_address(request.first("Via") or ""))

    def _log(self, message: SipText, source: Address) -> None:
        now = time.time()
        first_line, call_id = message.start, message.call_id
        self.passages.append(Passage(now, source, first_line, call_id, message.method))
        self._news.set()
        is_opening = message.method == "INVITE" and not message.is_response
        if not is_opening or ";tag=" in (message.first("To") or ""):
            return
        key = (call_id, message.first("CSeq") or "")
        if key in self._logged:
            return
        self._logged.add(key)
        caller = message.first("From") or ""
        self.invites.append(
            Invite(
                at=now,
                call_id=call_id,
                is_from_server=source == self.server,
                from_number=message.user_of("From"),
                from_display_name=caller[: max(0, caller.rfind("<sip:"))].strip().strip('"'),
                to_number=message.uri_user,
                text=message,
            )
        )


def host_and_port(uri: str) -> Address:
    found = re.search(r"sips?:(?:[^@>]*@)?([^:;>\s]+)(?::(\d+))?", uri)
    if found is None:
        raise ValueError(f"no SIP address in {uri!r}")
    return found[1], int(found[2] or 5060)


def via_address(via: str) -> Address:
    """Where a response goes: `received` and `rport` as noted on arrival, else as sent."""
    found = re.search(r"SIP/2\.0/UDP\s+([^:;\s]+)(?::(\d+))?", via)
    if found is None:
        raise ValueError(f"no UDP address in Via {via!r}")
    received = re.search(r";received=([^;\s]+)", via)
    port = re.search(r";rport=(\d+)", via)
    return received[1] if received else found[1], int(port[1] if port else found[2] or 5060)
