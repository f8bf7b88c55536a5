"""A page's end of the live WebSocket, spoken to the application in this process."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

ANSWER_SECONDS_MAX = 5.0


class PageSocket:
    """Sends and receives JSON; `stall` makes it a page that takes nothing any more."""

    def __init__(self) -> None:
        self._to_server: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._from_server: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._takes = asyncio.Event()
        self._takes.set()
        self.subprotocol: str | None = None

    def stall(self) -> None:
        self._takes.clear()

    def say(self, message: Mapping[str, object] | str) -> None:
        text = message if isinstance(message, str) else json.dumps(message)
        self._to_server.put_nowait({"type": "websocket.receive", "text": text})

    def say_bytes(self, message: bytes) -> None:
        self._to_server.put_nowait({"type": "websocket.receive", "bytes": message})

    async def hear(self) -> Any:
        """Give the next message of the server; its closing is one too."""
        event = await asyncio.wait_for(self._from_server.get(), ANSWER_SECONDS_MAX)
        if event["type"] == "websocket.close":
            return {"type": "closed", "code": event["code"]}
        return json.loads(event["text"])

    async def hear_until(self, kind: str) -> Any:
        while (message := await self.hear())["type"] != kind:
            assert message["type"] != "closed", message
        return message

    # ---- the server's side

    async def receive(self) -> dict[str, Any]:
        return await self._to_server.get()

    async def send(self, event: Mapping[str, Any]) -> None:
        if event["type"] == "websocket.accept":
            self.subprotocol = event.get("subprotocol")
            return
        if event["type"] == "websocket.send":
            await self._takes.wait()
        self._from_server.put_nowait(dict(event))

    def connect(self) -> None:
        self._to_server.put_nowait({"type": "websocket.connect"})

    def leave(self) -> None:
        self._to_server.put_nowait({"type": "websocket.disconnect", "code": 1001})


@asynccontextmanager
async def open_socket(
    app: FastAPI,
    *,
    path: str = "/api/v1/live",
    headers: Mapping[str, str] | None = None,
    subprotocols: Sequence[str] = (),
) -> AsyncIterator[PageSocket]:
    socket = PageSocket()
    given = {"host": "ringback"} | dict(headers or {})
    scope = {
        "type": "websocket",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "ws",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "client": ("127.0.0.1", 1),
        "server": ("ringback", 80),
        "subprotocols": list(subprotocols),
        "state": {},
    }
    socket.connect()
    served = asyncio.create_task(app(scope, socket.receive, socket.send))
    try:
        yield socket
        socket.leave()
        await asyncio.wait_for(served, ANSWER_SECONDS_MAX)
    finally:
        served.cancel()
