"""The peer: the smallest program that serves a queue through ARI, without rules and memory.

It hands each free agent the caller who has waited longest, and knows nothing else: no journal, no
callbacks, no second connection, nothing that could go wrong. Run as
`python -m bench.measuring.smallest_program URL PASSWORD AGENT…` it serves until it is ended.
"""

import asyncio
import contextlib
import itertools
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

import aiohttp
import msgspec
from tests.phones.asterisk_server import start_asterisk

from ringback.speech.catalogue import waiting_music_file
from ringback.telephony.asterisk.provisioning import DeskPhone, Trunk

from .children import prefer, running
from .people import Crowd
from .registering import register

APP, USER = "ringback", "ringback"
PASSWORD = "phone-password"
_BRIDGE = "bridge-"
_AGENT = "agent-"


@contextlib.contextmanager
def smallest_program(people: Crowd, directory: Path) -> Iterator[dict[str, int]]:
    """Serve the line; give the process ids. To be entered before the phones answer."""
    music = waiting_music_file().parent
    asterisk = start_asterisk(
        directory / "asterisk",
        sip_port=people.sip_port,
        http_port=people.http_port,
        rtp_ports=people.rtp_ports,
        music_directory=music,
        trunks=[Trunk("carrier", "127.0.0.1", people.customers)],
        desk_phones=[DeskPhone(agent, agent, PASSWORD) for agent in people.agents],
        app=APP,
    )
    try:
        prefer(asterisk.pid)
        for rack in people.racks:
            register(rack.port, people.sip_port, dict.fromkeys(rack.agents, PASSWORD))
        command = [sys.executable, "-m", "bench.measuring.smallest_program", asterisk.ari_url]
        command += [asterisk.ari_password, *people.agents]
        with running(command, directory / "program.log") as program:
            yield {"asterisk": asterisk.pid, "program": program.pid}
    finally:
        asterisk.stop()


class Queue:
    """Callers and agents, first come, first served."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, agents: Sequence[str]) -> None:
        self._socket = socket
        self._free = deque(agents)
        self._waiting: deque[tuple[str, str]] = deque()
        self._serving: dict[str, tuple[str, str]] = {}
        self._numbers = itertools.count()

    async def serve(self) -> None:
        async for message in self._socket:
            event = msgspec.json.decode(message.data)
            channel = event.get("channel")
            match event["type"]:
                case "StasisStart" if channel["id"].startswith(_AGENT):
                    await self._join(channel["id"])
                case "StasisStart":
                    await self._welcome(channel["id"], channel["caller"]["number"])
                case "ChannelDestroyed" if channel["id"] in self._serving:
                    await self._free_again(channel["id"])

    async def _welcome(self, caller: str, number: str) -> None:
        await self._ask("POST", f"channels/{caller}/answer")
        await self._ask("POST", f"channels/{caller}/moh", mohClass="ringback")
        self._waiting.append((caller, number))
        await self._ring()

    async def _ring(self) -> None:
        while self._free and self._waiting:
            agent, (caller, number) = self._free.popleft(), self._waiting.popleft()
            leg = f"{_AGENT}{next(self._numbers)}"
            self._serving[leg] = (agent, caller)
            await self._ask(
                "POST",
                f"channels/{leg}",
                {"variables": {"CONNECTEDLINE(num,i)": number}},
                endpoint=f"PJSIP/{agent}",
                app=APP,
                timeout="60",
            )

    async def _join(self, leg: str) -> None:
        _, caller = self._serving[leg]
        await self._ask("POST", f"bridges/{_BRIDGE}{leg}", type="mixing")
        await self._ask("DELETE", f"channels/{caller}/moh")
        await self._ask("POST", f"bridges/{_BRIDGE}{leg}/addChannel", channel=f"{leg},{caller}")

    async def _free_again(self, leg: str) -> None:
        agent, caller = self._serving.pop(leg)
        self._free.append(agent)
        await self._ring()
        await self._ask("DELETE", f"channels/{caller}")
        await self._ask("DELETE", f"bridges/{_BRIDGE}{leg}")

    async def _ask(self, method: str, uri: str, body: object = None, **query: str) -> None:
        """Ask without waiting for the answer."""
        request = {
            "type": "RESTRequest",
            "method": method,
            "uri": uri,
            "query_strings": [{"name": name, "value": value} for name, value in query.items()],
            "content_type": "application/json",
            "message_body": msgspec.json.encode(body or {}).decode(),
        }
        await self._socket.send_str(msgspec.json.encode(request).decode())


async def main(url: str, password: str, agents: Sequence[str]) -> None:
    """Serve until ended."""
    authorization = aiohttp.encode_basic_auth(USER, password)
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(
            f"{url}/ari/events", params={"app": APP}, headers={"Authorization": authorization}
        ) as socket,
    ):
        await Queue(socket, agents).serve()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
