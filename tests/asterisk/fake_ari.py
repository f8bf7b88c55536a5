"""A small ARI server over aiohttp which misbehaves on demand."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, Self

from aiohttp import WSMsgType, encode_basic_auth, web

from ringback.telephony.asterisk.client import AriSettings
from ringback.telephony.asterisk.connection import LANE_APP_SUFFIX, REFUSING_APP_SUFFIX

Answer = Callable[[dict[str, Any]], dict[str, Any] | None]
SECONDS_MAX = 10.0


def accept(request: dict[str, Any]) -> dict[str, Any] | None:
    return {"status_code": 204}


class FakeAri:
    """One port, one user; each connection is kept so that a test can speak through it."""

    def __init__(self, answer: Answer = accept) -> None:
        self.password = "right"
        self.status: int | None = None
        self.silent = False
        self.tells = True
        """Whether a word for the application is told to it."""
        self.stands_still = False
        """Whether a handshake is never answered."""
        self.lets_refuse = True
        self.handshakes = 0
        self.requests: list[dict[str, Any]] = []
        self.sockets: list[web.WebSocketResponse] = []
        self.refusing: list[web.WebSocketResponse] = []
        """The connections that have spoken, on which nothing but refusals comes."""
        self.lanes: dict[str, asyncio.Transport] = {}
        """The connections beside that have spoken, by their application."""
        self.refusals: list[str] = []
        """What was asked for on them."""
        self._answer = answer
        self._transports: list[asyncio.Transport] = []
        self._changed = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/ari/events", self._events)
        app.router.add_get("/ari/{uri:channels|endpoints/PJSIP}", self._asked_apart)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await self.listen()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.cut()
        assert self._runner is not None
        await self._runner.cleanup()

    async def listen(self) -> None:
        assert self._runner is not None
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = int(self._runner.addresses[0][1])

    async def stop_listening(self) -> None:
        assert self._runner is not None
        for site in list(self._runner.sites):
            await site.stop()

    def settings(self, *, password: str = "right", heartbeat_seconds: float = 3.5) -> AriSettings:
        return AriSettings(
            f"http://127.0.0.1:{self._port}",
            "ringback",
            password,
            heartbeat_seconds=heartbeat_seconds,
            reconnect_seconds_min=0.001,
            reconnect_seconds_max=0.01,
        )

    async def say(self, frame: bytes | str | dict[str, Any]) -> None:
        """Send a frame to the newest connection: an event as data, or any text or bytes."""
        socket = self.sockets[-1]
        if isinstance(frame, bytes):
            await socket.send_frame(frame, WSMsgType.TEXT)
        else:
            await socket.send_str(frame if isinstance(frame, str) else json.dumps(frame))

    def cut(self) -> None:
        for transport in self._transports:
            transport.abort()
        self._transports.clear()

    async def requested(self, times: int) -> None:
        """Wait until so many requests have come, the client's own event filter not counted."""
        async with asyncio.timeout(SECONDS_MAX):
            while len(self.requests) < times:
                self._changed.clear()
                await self._changed.wait()

    async def _events(self, request: web.Request) -> web.StreamResponse:
        refuses = request.query["app"].endswith(REFUSING_APP_SUFFIX)
        is_beside = refuses or LANE_APP_SUFFIX in request.query["app"]
        self.handshakes += not is_beside
        if self.stands_still:
            await asyncio.Event().wait()
        if self.status is not None:
            return web.Response(status=self.status)
        if refuses and not self.lets_refuse:
            return web.Response(status=503)
        if request.headers.get("Authorization") != encode_basic_auth("ringback", self.password):
            return web.Response(status=401)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        assert isinstance(request.transport, asyncio.Transport)
        self._transports.append(request.transport)
        if not is_beside:
            self.sockets.append(socket)
        async for message in socket:
            if self.silent:
                continue
            if message.type is WSMsgType.PING:
                await socket.pong(message.data)
            elif message.type is WSMsgType.TEXT:
                if is_beside:
                    self.lanes[request.query["app"]] = request.transport
                if refuses and socket not in self.refusing:
                    self.refusing.append(socket)
                await self._serve(socket, json.loads(message.data))
        return socket

    async def _asked_apart(self, asked: web.Request) -> web.Response:
        """Answer what is not asked on a socket; one that is to have no answer waits for it."""
        assert isinstance(asked.transport, asyncio.Transport)
        self._transports.append(asked.transport)
        request = {"method": "GET", "uri": asked.match_info["uri"], "query_strings": []}
        self.requests.append(request)
        self._changed.set()
        answer = self._answer(request)
        if answer is None or self.silent:
            await asyncio.Event().wait()
            raise AssertionError
        return web.Response(status=answer["status_code"], text=answer.get("message_body"))

    async def _serve(self, socket: web.WebSocketResponse, request: dict[str, Any]) -> None:
        if request["uri"].endswith("/eventFilter"):
            answer: dict[str, Any] | None = {"status_code": 200}
        elif request["uri"].startswith("events/user/"):
            answer = {"status_code": 204}
            if self.tells:
                await socket.send_str(json.dumps({"type": "ChannelUserevent"}))
        else:
            self.requests.append(request)
            if socket in self.refusing:
                self.refusals.append(request["uri"])
            self._changed.set()
            answer = self._answer(request)
        if answer is not None:
            named = {"type": "RESTResponse", "request_id": request["request_id"], **answer}
            await socket.send_str(json.dumps(named))
