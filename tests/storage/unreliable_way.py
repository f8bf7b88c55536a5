"""A way to a database that breaks when told, before a commit or its answer arrives, or is slow."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from enum import Enum
from pathlib import Path
from urllib.parse import quote

from tests.postgres_server import PORT

SOCKET = f".s.PGSQL.{PORT}"


class Break(Enum):
    """What becomes of the next commit."""

    BEFORE_IT_ARRIVES = "before it arrives"
    BEFORE_ITS_ANSWER = "before its answer"


class UnreliableWay:
    """A Unix socket that passes all on to another one; `breaks` counts how often it broke.

    A commit takes `seconds_per_commit`; one whose sender has gone meanwhile does not arrive.
    """

    def __init__(self, folder: Path, target: Path) -> None:
        self.folder = folder
        self.breaks = 0
        self.seconds_per_commit = 0.0
        self._target = target
        self._next: Break | None = None

    def break_at_commit(self, how: Break) -> None:
        self._next = how

    def url(self, url: str) -> str:
        """Lead an address this way."""
        return url.rpartition("=")[0] + "=" + quote(str(self.folder), safe="")

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one connection on until either end closes it, or it breaks."""
        try:
            answers, requests = await asyncio.open_unix_connection(str(self._target / SOCKET))
        except OSError:
            writer.close()
            return
        back = asyncio.create_task(self._pass(answers, writer))
        try:
            with suppress(OSError):
                await self._pass_commands(reader, requests, answers, back)
        finally:
            back.cancel()
            for one in (writer, requests):
                one.close()

    async def _pass_commands(
        self,
        reader: asyncio.StreamReader,
        requests: asyncio.StreamWriter,
        answers: asyncio.StreamReader,
        back: asyncio.Task[None],
    ) -> None:
        while data := await reader.read(65536):
            broken = self._next if b"COMMIT" in data else None
            is_slow = b"COMMIT" in data and self.seconds_per_commit > 0
            if is_slow and await self._is_given_up(reader):
                break
            if broken is not None:
                self._next = None
                self.breaks += 1
                back.cancel()
            if broken is Break.BEFORE_IT_ARRIVES:
                break
            requests.write(data)
            if broken is Break.BEFORE_ITS_ANSWER:
                # COMMIT stands at the end of a transaction's last answer.
                while b"COMMIT" not in await answers.read(65536):
                    pass
                break

    async def _is_given_up(self, reader: asyncio.StreamReader) -> bool:
        """Take the time that a commit takes; its sender says nothing meanwhile but goodbye."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.seconds_per_commit):
                await reader.read(1)
                return True
        return False

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                writer.write(data)
        writer.close()


@asynccontextmanager
async def unreliable_way(folder: Path, target: Path) -> AsyncIterator[UnreliableWay]:
    way = UnreliableWay(folder, target)
    connections: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.add(asyncio.create_task(way.serve(reader, writer)))

    server = await asyncio.start_unix_server(accept, str(folder / SOCKET))
    try:
        yield way
    finally:
        server.close()
        for connection in connections:
            connection.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        # A transport is closed in the loop's next turn.
        await asyncio.sleep(0)
