"""A hand on a real Asterisk over ARI: the least a test of the telephones themselves needs."""

import asyncio
import random
from collections.abc import Callable
from typing import Any, Self, TypeVar

from ringback.telephony.asterisk.client import AriClient, AriSettings
from ringback.telephony.asterisk.connection_states import Connected, ConnectionState
from ringback.telephony.asterisk.events import AriEvent, ChannelDestroyed, StasisStart

EventType = TypeVar("EventType", bound=AriEvent)


class Switchboard:
    """An ARI application driven step by step by a test; use it as an asynchronous context."""

    def __init__(self, settings: AriSettings) -> None:
        self.app = settings.app
        self.events: list[AriEvent] = []
        self._news = asyncio.Event()
        self._connected = asyncio.Event()
        self._client = AriClient(settings, self._on_event, self._on_state, jitter=random.random)

    async def __aenter__(self) -> Self:
        self._running = asyncio.create_task(self._client.run())
        await asyncio.wait_for(self._connected.wait(), 10)
        return self

    async def __aexit__(self, *_: object) -> None:
        for channel in (await self.do("GET", "channels")) or []:
            await self._client.send("DELETE", f"channels/{channel['id']}")
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)

    async def do(self, method: str, uri: str, **query: str) -> Any:
        return (await self._client.request(method, uri, query)).json()

    async def wait_for(
        self,
        event_type: type[EventType],
        fits: Callable[[EventType], bool] = lambda _: True,
        seconds: float = 10.0,
    ) -> EventType:
        """Give the first such event, past ones included."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    for event in self.events:
                        if isinstance(event, event_type) and fits(event):
                            return event
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError as late:
            seen = [type(event).__name__ for event in self.events]
            raise AssertionError(f"no {event_type.__name__} within {seconds} s: {seen}") from late

    async def call_arrived(self, number: str) -> StasisStart:
        """Wait for the call of a customer and answer it."""
        start = await self.wait_for(
            StasisStart, lambda event: event.channel.caller.number == number
        )
        await self.do("POST", f"channels/{start.channel.id}/answer")
        return start

    async def dial(self, endpoint: str, *, channel_id: str, caller_id: str) -> None:
        await self.do(
            "POST",
            "channels",
            endpoint=endpoint,
            channelId=channel_id,
            callerId=caller_id,
            app=self.app,
            timeout="3",
        )

    async def leg_answered(self, channel_id: str) -> StasisStart:
        """Wait until a dialled leg has answered."""
        return await self.wait_for(StasisStart, lambda event: event.channel.id == channel_id)

    async def leg_ended(self, channel_id: str) -> int:
        """Wait until a leg is gone; gives the cause, by its Q.850 number."""
        event = await self.wait_for(
            ChannelDestroyed, lambda destroyed: destroyed.channel.id == channel_id
        )
        return event.cause

    def _on_event(self, event: AriEvent) -> None:
        self.events.append(event)
        self._news.set()

    def _on_state(self, state: ConnectionState) -> None:
        if isinstance(state, Connected):
            self._connected.set()
