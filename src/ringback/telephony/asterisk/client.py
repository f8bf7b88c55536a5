"""A typed ARI client: one WebSocket which carries the events, the requests and their answers."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final, Literal
from urllib.parse import quote

import aiohttp
import msgspec

from ringback.durations import Durations

from .connection_failures import failed_to_connect, has_gone_silent, tells_nothing, was_cut
from .connection_states import ApplicationReplaced, Connected, Connecting, ConnectionState
from .events import (
    MESSAGE_TYPES,
    AriEvent,
    ChannelUserevent,
    Malformed,
    ReplacedNotice,
    RestResponse,
    Unknown,
    decode,
)
from .frames import request_frame
from .hearing import Hearing
from .reconnecting import Reconnecting

PENDING_MAX: Final = 20_000
FRAME_BYTES_MAX: Final = 64 * 1024 * 1024
EVENTS_IN_A_ROW: Final = 16
CLOSE_SECONDS_MAX: Final = 0.2
_APART: Final = aiohttp.ClientTimeout(total=10.0, sock_connect=3.0)
# Asterisk puts its answers through the event filter too: without RESTResponse none would come.
_FILTER: Final = {
    "allowed": [{"type": kind} for kind in MESSAGE_TYPES],
}
_WORD: Final = "events/user/ringback-heard"


class AriError(Exception):
    """Asterisk did not do what it was asked.

    AriError
    ├── AriRefused        Asterisk answered with an error status
    ├── AriDisconnected   the socket broke before the answer: the outcome is unknown
    └── AriOverloaded     too many requests await their answer: this one was not sent
    """


class AriRefused(AriError):
    """Asterisk refused a request."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"Asterisk answered {status}: {message}")
        self.status = status
        self.message = message


class AriDisconnected(AriError):
    """The connection to Asterisk broke, so the answer will never come."""


class AriOverloaded(AriError):
    """Too many requests to Asterisk are waiting for their answer."""


@dataclass(frozen=True, slots=True)
class AriSettings:
    """Where Asterisk's ARI is and who we are; `url` is like `http://127.0.0.1:8088`."""

    url: str
    user: str
    password: str = field(repr=False)
    app: str = "ringback"
    connect_seconds_max: float = 3.0
    heartbeat_seconds: float = 3.5
    reconnect_seconds_min: float = 0.1
    reconnect_seconds_max: float = 5.0


@dataclass(frozen=True, slots=True)
class AriResponse:
    """The answer to one request; `body` is the JSON text Asterisk sent, if any."""

    status: int
    body: str | None

    @property
    def ok(self) -> bool:
        return self.status < 300

    def json(self) -> Any:
        return msgspec.json.decode(self.body) if self.body else None


@dataclass(frozen=True, slots=True)
class _Pending:
    """A request that awaits its answer; `sent_at` is the event loop's time."""

    sent_at: float
    answer: asyncio.Future[AriResponse]


@dataclass(slots=True)
class AriCounts:
    """What went over the socket since the client was made."""

    events: int = 0
    unknown: int = 0
    malformed: int = 0
    requests: int = 0
    connections: int = 0


def path(*segments: str) -> str:
    """Join segments into a request URI, each escaped: ids may hold any character."""
    return "/".join(quote(segment, safe="") for segment in segments)


class AriClient:
    """Keeps one connection to Asterisk alive and speaks ARI over it.

    `on_event` gets the events in their order and `on_state` the states of the connection. Both are
    plain functions called on the event loop: they must return at once and must not raise; what they
    raise is a bug and comes out of `run`. `jitter` gives a number within 0 and 1 at each call.
    """

    def __init__(
        self,
        settings: AriSettings,
        on_event: Callable[[AriEvent], None],
        on_state: Callable[[ConnectionState], None],
        *,
        jitter: Callable[[], float],
        answer_times: Durations | None = None,
    ) -> None:
        self.settings = settings
        self.counts = AriCounts()
        self.answer_times = answer_times or Durations()
        self._on_event = on_event
        self._on_state = on_state
        self._jitter = jitter
        self._connected = False
        self._next_request = 0
        self._connected_at = 0.0
        self._was_connected = False
        self._session: aiohttp.ClientSession | None = None
        self._pending: dict[str, _Pending] = {}
        self._outgoing: asyncio.Queue[bytes] = asyncio.Queue()
        self._hearing = Hearing(self._ask_for_word, every=settings.heartbeat_seconds)

    @property
    def is_connected(self) -> bool:
        """Tell whether what is sent now goes out."""
        return self._connected

    @property
    def unanswered(self) -> int:
        """Count the requests whose answer has not come yet."""
        return len(self._pending)

    async def run(self) -> None:
        """Stay connected until cancelled, or until another connection replaces ours."""
        reconnecting = Reconnecting(self.settings, self._jitter)
        loop = asyncio.get_running_loop()
        async with aiohttp.ClientSession() as session:
            self._session = session
            while True:
                self._on_state(Connecting())
                self._connected_at = loop.time()
                ended = await self._stay_connected(session)
                lived = loop.time() - self._connected_at if self._was_connected else 0.0
                state = reconnecting.after(ended, lived=lived)
                self._on_state(state)
                if isinstance(state, ApplicationReplaced):
                    return
                await asyncio.sleep(reconnecting.delay())

    def send(
        self,
        method: str,
        uri: str,
        query: Mapping[str, str] | None = None,
        body: object | None = None,
    ) -> asyncio.Future[AriResponse]:
        """Send a request and give the future of its answer, without waiting for earlier answers.

        Asterisk serves requests in the order they were sent. The future gives any answer, an error
        status included; it fails with `AriDisconnected` or `AriOverloaded`.
        """
        answer: asyncio.Future[AriResponse] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(_mark_as_seen)
        if not self._connected:
            answer.set_exception(AriDisconnected("There is no connection to Asterisk."))
        elif len(self._pending) >= PENDING_MAX:
            answer.set_exception(AriOverloaded(f"{PENDING_MAX} requests await their answer."))
        else:
            request_id = str(self._next_request)
            self._next_request += 1
            self.counts.requests += 1
            self._pending[request_id] = _Pending(asyncio.get_running_loop().time(), answer)
            self._outgoing.put_nowait(request_frame(request_id, method, uri, query, body))
        return answer

    async def request(
        self,
        method: str,
        uri: str,
        query: Mapping[str, str] | None = None,
        body: object | None = None,
    ) -> AriResponse:
        """Send a request and wait for its answer; raise `AriRefused` for an error status."""
        response = await self.send(method, uri, query, body)
        if not response.ok:
            raise AriRefused(response.status, _message_of(response))
        return response

    async def request_apart(self, uri: str) -> AriResponse:
        """Ask for what may be long, by a connection of its own; raise as `request` does.

        Asterisk builds an answer on the socket within its thread's stack of half a megabyte, and a
        longer one, such as a list of seven hundred channels, ends the whole of it.
        """
        session, connected_at = self._session, self._connected_at
        if not self._connected or session is None:
            raise AriDisconnected("There is no connection to Asterisk.")
        settings = self.settings
        headers = {"Authorization": aiohttp.encode_basic_auth(settings.user, settings.password)}
        try:
            async with session.get(
                f"{settings.url}/ari/{uri}", headers=headers, timeout=_APART
            ) as answer:
                response = AriResponse(answer.status, await answer.text())
        except (aiohttp.ClientError, OSError, TimeoutError) as failure:
            raise AriDisconnected(f"Asterisk has not answered: {failure!r}.") from failure
        if not self._connected or self._connected_at != connected_at:
            raise AriDisconnected("The connection to Asterisk was lost meanwhile.")
        if not response.ok:
            raise AriRefused(response.status, _message_of(response))
        return response

    async def caught_up(self) -> None:
        """Wait until all that was sent has its answer, or will never have one."""
        if self._pending:
            await asyncio.wait([each.answer for each in self._pending.values()])

    def lateness(self) -> timedelta:
        """Tell how long ago the oldest request was sent that is not answered yet."""
        oldest = next(iter(self._pending.values()), None)
        if oldest is None:
            return timedelta(0)
        return timedelta(seconds=asyncio.get_running_loop().time() - oldest.sent_at)

    async def _stay_connected(self, session: aiohttp.ClientSession) -> ConnectionState:
        self._was_connected = False
        socket = await self._connect(session)
        if not isinstance(socket, aiohttp.ClientWebSocketResponse):
            return socket
        self._outgoing = asyncio.Queue()
        tasks: list[asyncio.Task[Any]] = [asyncio.create_task(_write(socket, self._outgoing))]
        try:
            self._connected = self._was_connected = True
            self.counts.connections += 1
            self.send("PUT", path("applications", self.settings.app, "eventFilter"), body=_FILTER)
            self._on_state(Connected())
            reading = asyncio.create_task(self._read(socket))
            deaf = asyncio.create_task(self._hearing.until_deaf())
            tasks += [reading, deaf]
            await asyncio.wait((reading, deaf), return_when=asyncio.FIRST_COMPLETED)
            return reading.result() if reading.done() else tells_nothing(self.settings)
        finally:
            self._connected = False
            self._fail_pending()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await socket.close()

    async def _connect(
        self, session: aiohttp.ClientSession
    ) -> "aiohttp.ClientWebSocketResponse[Literal[False]] | ConnectionState":
        settings = self.settings
        try:
            async with asyncio.timeout(settings.connect_seconds_max):
                return await session.ws_connect(
                    f"{settings.url}/ari/events",
                    params={"app": settings.app, "subscribeAll": "false"},
                    headers={
                        "Authorization": aiohttp.encode_basic_auth(settings.user, settings.password)
                    },
                    heartbeat=settings.heartbeat_seconds,
                    max_msg_size=FRAME_BYTES_MAX,
                    timeout=aiohttp.ClientWSTimeout(ws_close=CLOSE_SECONDS_MAX),
                    decode_text=False,
                )
        except (aiohttp.ClientError, OSError, UnicodeError) as failure:
            return failed_to_connect(failure, settings)

    async def _read(
        self, socket: "aiohttp.ClientWebSocketResponse[Literal[False]]"
    ) -> ConnectionState:
        in_a_row = 0
        while True:
            message = await socket.receive()
            if message.type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY):
                if self._take(message.data):
                    return ApplicationReplaced(self.settings.app, self.settings.url)
            elif message.type is aiohttp.WSMsgType.ERROR and isinstance(
                message.data, aiohttp.ServerTimeoutError
            ):
                return has_gone_silent(self.settings)
            else:
                return was_cut(self.settings)
            in_a_row += 1
            if in_a_row % EVENTS_IN_A_ROW == 0:
                await asyncio.sleep(0)

    def _take(self, frame: bytes) -> bool:
        """Take one frame; tell whether our application has been replaced."""
        message = decode(frame)
        match message:
            case RestResponse():
                pending = self._pending.pop(message.request_id, None)
                if pending is not None:
                    self._answer(pending, AriResponse(message.status_code, message.message_body))
            case Unknown():
                self.counts.unknown += 1
            case Malformed():
                self.counts.malformed += 1
            case ReplacedNotice():
                self._connected = False
                return True
            case ChannelUserevent():
                self._hearing.note()
            case _:
                self._hearing.note()
                self.counts.events += 1
                self._on_event(message)
        return False

    def _ask_for_word(self) -> asyncio.Future[AriResponse]:
        return self.send("POST", _WORD, {"application": self.settings.app})

    def _answer(self, pending: _Pending, response: AriResponse) -> None:
        self.answer_times.note(asyncio.get_running_loop().time() - pending.sent_at)
        if not pending.answer.done():
            pending.answer.set_result(response)

    def _fail_pending(self) -> None:
        pending, self._pending = self._pending, {}
        for each in pending.values():
            if not each.answer.done():
                each.answer.set_exception(AriDisconnected("The connection to Asterisk broke."))


async def _write(
    socket: "aiohttp.ClientWebSocketResponse[Literal[False]]", outgoing: asyncio.Queue[bytes]
) -> None:
    while True:
        frame = await outgoing.get()
        try:
            await socket.send_frame(frame, aiohttp.WSMsgType.TEXT)
        except (ConnectionError, aiohttp.ClientError):
            return


def _message_of(response: AriResponse) -> str:
    try:
        content = response.json()
    except msgspec.DecodeError:
        return response.body or ""
    if isinstance(content, dict):
        return str(content.get("message") or content.get("error") or "")
    return response.body or ""


def _mark_as_seen(answer: asyncio.Future[AriResponse]) -> None:
    """Spare callers who send without awaiting asyncio's "exception was never retrieved"."""
    if not answer.cancelled():
        answer.exception()
