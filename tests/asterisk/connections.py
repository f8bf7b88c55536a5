"""An ARI client run for one test, which keeps what it was told."""

import asyncio
from collections.abc import Callable
from typing import Self, TypeVar

from ringback.telephony.asterisk.client import AriClient, AriResponse, AriSettings
from ringback.telephony.asterisk.connection_states import Connected, ConnectionState
from ringback.telephony.asterisk.events import AriEvent

SECONDS_MAX = 5.0
LOOK_AGAIN_SECONDS = 0.01

Kind = TypeVar("Kind")


class ConnectedClient:
    """A client and the states and events it reported; use it as an asynchronous context."""

    def __init__(self, settings: AriSettings, *, until: type[ConnectionState] = Connected) -> None:
        self.states: list[ConnectionState] = []
        self.events: list[AriEvent] = []
        self.ari = AriClient(settings, self._on_event, self._on_state, jitter=lambda: 0.5)
        self._until = until
        self._changed = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._running = asyncio.create_task(self.ari.run())
        await self.state(self._until)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def ended(self) -> None:
        """Wait until the client has ended by itself."""
        assert self._running is not None
        async with asyncio.timeout(SECONDS_MAX):
            await asyncio.shield(self._running)

    async def state(
        self, kind: type[Kind], *, times: int = 1, seconds_max: float = SECONDS_MAX
    ) -> Kind:
        """Wait until a state of this kind has been reported so many times; give the last."""
        found = await self._wait(
            lambda: [s for s in self.states if isinstance(s, kind)], times, seconds_max
        )
        return found[times - 1]

    async def event(self, kind: type[Kind], *, times: int = 1) -> Kind:
        """Wait until so many events of this kind have come; give the last of them."""
        found = await self._wait(
            lambda: [e for e in self.events if isinstance(e, kind)], times, SECONDS_MAX
        )
        return found[times - 1]

    async def until_answered(self, uri: str, wanted: Callable[[AriResponse], object]) -> None:
        """Ask until the answer is as wanted: Asterisk lists a moment late what it has done."""
        async with asyncio.timeout(SECONDS_MAX):
            while True:
                if wanted(await self.ari.send("GET", uri)):
                    return
                await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def _wait(
        self, search: Callable[[], list[Kind]], times: int, seconds_max: float
    ) -> list[Kind]:
        async with asyncio.timeout(seconds_max):
            while len(found := search()) < times:
                self._changed.clear()
                await self._changed.wait()
        return found

    def _on_event(self, event: AriEvent) -> None:
        self.events.append(event)
        self._changed.set()

    def _on_state(self, state: ConnectionState) -> None:
        self.states.append(state)
        self._changed.set()
