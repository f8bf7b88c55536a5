"""An Asterisk that stood still for a while and goes on, as in a machine that was suspended."""

import asyncio
import os
import signal
from dataclasses import replace

from tests.phones.asterisk_server import RunningAsterisk

from ringback.telephony.asterisk.client import path
from ringback.telephony.asterisk.connection_states import Connected, Unreachable

from .connections import ConnectedClient

STANDSTILLS = 4
GIVEN_UP = 3


async def test_client_goes_on_after_each_standstill(asterisk: RunningAsterisk) -> None:
    """S22, S23: attempts that were given up are served late; none of them ends the client."""
    settings = replace(
        asterisk.ari_settings,
        heartbeat_seconds=0.4,
        connect_seconds_max=0.2,
        reconnect_seconds_max=0.1,
    )
    async with ConnectedClient(settings) as client:
        for _ in range(STANDSTILLS):
            lost = sum(isinstance(each, Unreachable) for each in client.states)
            connected = sum(isinstance(each, Connected) for each in client.states)
            os.killpg(asterisk.pid, signal.SIGSTOP)
            try:
                await client.state(Unreachable, times=lost + 1 + GIVEN_UP)
            finally:
                os.killpg(asterisk.pid, signal.SIGCONT)
            await client.state(Connected, times=connected + 1)
            await _settled(client)

            response = await client.ari.request("GET", path("applications", settings.app))
            assert response.ok


async def _settled(client: ConnectedClient) -> None:
    """Wait until the connection has outlived a few looks at whether anything is told on it."""
    async with asyncio.timeout(20.0):
        while True:
            connections = client.ari.counts.connections
            await asyncio.sleep(3 * client.ari.settings.heartbeat_seconds)
            if client.ari.is_connected and client.ari.counts.connections == connections:
                return
