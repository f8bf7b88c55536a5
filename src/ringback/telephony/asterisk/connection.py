"""The connection to one Asterisk, which the companies of an installation share."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from .client import AriClient, AriSettings
from .connection_states import ConnectionState
from .events import AriEvent

REFUSING_APP_SUFFIX: Final = "-refusing"
LANE_APP_SUFFIX: Final = "-lane-"
LANES_BESIDE: Final = 3


@dataclass(eq=False, frozen=True, slots=True)
class Member:
    """Who hears what Asterisk tells: all of it, whosever it is."""

    on_event: Callable[[AriEvent], None]
    on_state: Callable[[ConnectionState], None]


class AriConnection:
    """Everybody who runs is a member; with the first the connection begins, with the last it ends.

    Asterisk serves the requests of a connection one after the other. They are spread over several,
    each an application of its own in which no call ever is. Calls are refused on one which nothing
    else uses: when too many come, a refusal does not wait behind all that is done for those who
    came before (L4).
    """

    def __init__(self, settings: AriSettings, *, jitter: Callable[[], float]) -> None:
        self.client = AriClient(settings, self._hear, self._tell, jitter=jitter)
        self.refusing = self._aside(REFUSING_APP_SUFFIX, jitter)
        self.beside = [
            self._aside(f"{LANE_APP_SUFFIX}{number}", jitter)
            for number in range(1, LANES_BESIDE + 1)
        ]
        self._members: list[Member] = []
        self._state: ConnectionState | None = None
        self._serving: asyncio.Task[None] | None = None
        self._beside_tasks: list[asyncio.Task[None]] = []

    async def run(self, member: Member) -> None:
        """Let somebody hear until cancelled, or until another server has taken the application."""
        self._members.append(member)
        if self._serving is None:
            self._serving = asyncio.create_task(self.client.run())
        elif self._state is not None:
            member.on_state(self._state)
        try:
            await asyncio.shield(self._serving)
        finally:
            self._members.remove(member)
            if not self._members:
                await self._end()

    def begin_beside(self) -> None:
        """Connect what carries no events, unless it is already."""
        if not self._beside_tasks:
            clients = (self.refusing, *self.beside)
            self._beside_tasks = [asyncio.create_task(client.run()) for client in clients]

    async def _end(self) -> None:
        tasks = [*self._beside_tasks, *([] if self._serving is None else [self._serving])]
        self._serving = self._state = None
        self._beside_tasks = []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _aside(self, suffix: str, jitter: Callable[[], float]) -> AriClient:
        """Make a connection for requests alone: no call is ever in its application."""
        ari = replace(self.client.settings, app=self.client.settings.app + suffix)
        times = self.client.answer_times
        return AriClient(ari, _ignore, _ignore, jitter=jitter, answer_times=times)

    def _hear(self, event: AriEvent) -> None:
        for member in tuple(self._members):
            member.on_event(event)

    def _tell(self, state: ConnectionState) -> None:
        self._state = state
        for member in tuple(self._members):
            member.on_state(state)


def _ignore(_: object) -> None:
    """Let pass what a connection beside tells."""
