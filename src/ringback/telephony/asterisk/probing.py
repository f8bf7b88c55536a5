"""A connection of the check's own to Asterisk, and what can be tried over it."""

import asyncio
import contextlib
import random
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from .client import AriClient, AriSettings, path
from .configuration import INBOUND_CONTEXT
from .connection_states import Connected, Connecting, ConnectionState
from .events import AriEvent, PlaybackFinished

CHECK_APP: Final = "ringback-check"
PLAYBACK_FAILS_WITHIN_SECONDS: Final = 1.0
PLAYED_AT_ONCE: Final = 50


class NotConnected(Exception):
    """The check has no connection to Asterisk; `state` says why."""

    def __init__(self, state: ConnectionState) -> None:
        super().__init__(state.sentence)
        self.state = state


@dataclass(frozen=True, slots=True)
class Probe:
    """The check's connection, and a channel of its own that calls nobody."""

    client: AriClient
    playbacks: asyncio.Queue[PlaybackFinished]
    channel_id: str

    async def function(self, text: str) -> str | None:
        """Read a dialplan function on the probe's channel; None where Asterisk gives nothing."""
        uri = path("channels", self.channel_id, "variable")
        answer = await self.client.send("GET", uri, {"variable": text})
        return str(answer.json()["value"]) if answer.ok else None


@asynccontextmanager
async def connected(settings: AriSettings) -> AsyncIterator[Probe]:
    """Connect beside a running Ringback. Raises `NotConnected` and `AriError`."""
    states: asyncio.Queue[ConnectionState] = asyncio.Queue()
    playbacks: asyncio.Queue[PlaybackFinished] = asyncio.Queue()

    def on_event(event: AriEvent) -> None:
        if isinstance(event, PlaybackFinished):
            playbacks.put_nowait(event)

    client = AriClient(
        replace(settings, app=CHECK_APP), on_event, states.put_nowait, jitter=random.random
    )
    running = asyncio.create_task(client.run())
    try:
        state = await states.get()
        while isinstance(state, Connecting):
            state = await states.get()
        if not isinstance(state, Connected):
            raise NotConnected(state)
        channel_id = f"{CHECK_APP}-{secrets.token_hex(8)}"
        await client.request(
            "POST",
            path("channels", "create"),
            {
                "endpoint": f"Local/s@{INBOUND_CONTEXT}",
                "app": CHECK_APP,
                "channelId": channel_id,
            },
        )
        yield Probe(client, playbacks, channel_id)
        await client.send("DELETE", path("channels", channel_id))
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def unplayable(probe: Probe, sounds: Sequence[Path]) -> list[Path]:
    """Play files to nobody, many at once, and name those that fail."""
    bad: list[Path] = []
    for start in range(0, len(sounds), PLAYED_AT_ONCE):
        some = sounds[start : start + PLAYED_AT_ONCE]
        # Ids of their own: an application gets no events of a bridge that has a channel's id.
        bridges = [f"bridge-{n}-{probe.channel_id}" for n in range(len(some))]
        for bridge_id in bridges:
            await probe.client.request("POST", path("bridges", bridge_id), {"type": "holding"})
        sources = {"eventSource": ",".join(f"bridge:{bridge_id}" for bridge_id in bridges)}
        await probe.client.request("POST", path("applications", CHECK_APP, "subscription"), sources)
        try:
            begun = {
                await _play(probe, bridge_id, sound): sound
                for bridge_id, sound in zip(bridges, some, strict=True)
            }
            failed = await _failures(probe)
        finally:
            for bridge_id in bridges:
                await probe.client.send("DELETE", path("bridges", bridge_id))
        bad += [sound for playback, sound in begun.items() if playback in failed]
    return bad


async def _play(probe: Probe, bridge_id: str, sound: Path) -> str:
    media = {"media": f"sound:{sound}"}
    started = await probe.client.request("POST", path("bridges", bridge_id, "play"), media)
    return str(started.json()["id"])


async def _failures(probe: Probe) -> set[str]:
    """Name the playbacks that fail: what can be opened plays on for as long as we listen."""
    failed: set[str] = set()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PLAYBACK_FAILS_WITHIN_SECONDS):
            while True:
                playback = (await probe.playbacks.get()).playback
                if playback.state == "failed":
                    failed.add(playback.id)
    return failed
