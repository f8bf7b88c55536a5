"""A real HTTP receiver of webhooks, on loopback, that behaves as it is told to."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
from aiohttp import web

WAIT_SECONDS_MAX = 20.0

Manner = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Received:
    """One request, as it came."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def message(self) -> Any:
        return msgspec.json.decode(self.body)


async def thanks(_: web.Request) -> web.StreamResponse:
    return web.Response(text="thanks")


def answering(*statuses: int) -> Manner:
    """Answer with these statuses, one after another, the last one from then on."""
    left = list(statuses)

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=left.pop(0) if len(left) > 1 else left[0])

    return answer


async def redirecting(_: web.Request) -> web.StreamResponse:
    raise web.HTTPTemporaryRedirect("/elsewhere")


async def endless(request: web.Request) -> web.StreamResponse:
    """Answer 200, and then with more than anybody can read."""
    answer = web.StreamResponse()
    await answer.prepare(request)
    while True:
        await answer.write(b"x" * 65_536)


@dataclass(slots=True)
class Receiver:
    """What has come in; `manner` may be changed at any time."""

    port: int = 0
    manner: Manner = thanks
    taken: list[Received] = field(default_factory=list)
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    async def until(self, count: int) -> list[Received]:
        """Wait until so many requests have come in."""
        async with asyncio.timeout(WAIT_SECONDS_MAX):
            while len(self.taken) < count:
                self._arrived.clear()
                await self._arrived.wait()
        return self.taken

    async def receive(self, request: web.Request) -> web.StreamResponse:
        self.taken.append(Received(request.path, dict(request.headers), await request.read()))
        self._arrived.set()
        return await self.manner(request)


@asynccontextmanager
async def served(receiver: Receiver) -> AsyncIterator[Receiver]:
    """Serve on a port of its own, the same one when served again."""
    app = web.Application()
    app.router.add_route("*", "/{any:.*}", receiver.receive)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handle_signals=False)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", receiver.port)
    await site.start()
    receiver.port = runner.addresses[0][1]
    try:
        yield receiver
    finally:
        await runner.cleanup()
