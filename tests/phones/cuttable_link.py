"""A TCP connection between a server and its Asterisk that a test can cut and restore."""

import asyncio
from dataclasses import dataclass, field

Address = tuple[str, int]


@dataclass(kw_only=True)
class CuttableLink:
    """Passes bytes between a local port and the target; the port stays the same for life."""

    target: Address
    _port: int = field(default=0, init=False)
    _server: asyncio.Server | None = field(default=None, init=False)
    _streams: list[asyncio.StreamWriter] = field(default_factory=list, init=False)
    _pumps: set[asyncio.Task[None]] = field(default_factory=set, init=False)

    async def open(self) -> int:
        """Accept connections; give the port to connect to."""
        self._server = await asyncio.start_server(
            self._accept, "127.0.0.1", self._port, reuse_address=True
        )
        self._port = self._server.sockets[0].getsockname()[1]
        return self._port

    def cut(self) -> None:
        """Break every connection at once and accept none."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for stream in self._streams:
            stream.transport.abort()
        for pump in self._pumps:
            pump.cancel()
        self._streams.clear()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._streams.append(writer)
        try:
            far_reader, far_writer = await asyncio.open_connection(*self.target)
        except OSError:
            writer.transport.abort()
            return
        self._streams.append(far_writer)
        for source, sink in ((reader, far_writer), (far_reader, writer)):
            pump = asyncio.create_task(_pump(source, sink))
            self._pumps.add(pump)
            pump.add_done_callback(self._pumps.discard)


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    try:
        while data := await source.read(65_536):
            sink.write(data)
            await sink.drain()
    except ConnectionError:
        return
    finally:
        sink.transport.abort()
