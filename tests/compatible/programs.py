"""Programs with a key of their own, as they were written for the other API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
import uvicorn
from tests.api.office import MARIE, Office

from ringback.access.principal import operator
from ringback.people import Rights, Role

OWNER = Rights(role=Role.OWNER)
ENDED_AFTER = timedelta(minutes=2)


@dataclass(slots=True)
class Program:
    """A program with its credentials."""

    api_id: str
    token: str
    http: httpx.AsyncClient

    async def get(self, path: str, **asked: Any) -> Any:
        answer = await self.http.get(path, params=asked or None)
        assert answer.status_code == httpx.codes.OK, answer.text
        return answer.json()

    async def send(self, method: str, path: str, body: object = None, status: int = 200) -> Any:
        answer = await self.http.request(method, path, json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None


@dataclass(slots=True)
class Pair:
    """The two calls of one callback, by our own ids."""

    callback_id: str
    inbound_id: str
    outbound_id: str


@asynccontextmanager
async def program_of(office: Office, rights: Rights = OWNER) -> AsyncIterator[Program]:
    made = await office.services.access.keyring.make("Our CRM", rights, operator(""))
    transport = httpx.ASGITransport(office.app)
    auth = httpx.BasicAuth(made.key.id, made.token)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://ringback", auth=auth
    ) as http:
        yield Program(made.key.id, made.token, http)


async def callback_made(office: Office, *, number: str = MARIE, agent_id: str = "lea") -> Pair:
    """Let a customer press `*`, an agent take the callback, and the customer answer."""
    await office.online(agent_id)
    callback_id = await office.ask_for_callback(number)
    offer = await office.offer_of(agent_id)
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": agent_id})
    phone = office.services.booth.pick_up(number)
    await office.until(lambda: phone.state().phase == "ringing")
    await office.post(f"/booth/phones/{number}/answer")
    await office.pass_time(timedelta(seconds=30))
    await office.post(f"/agents/{agent_id}/hang-up")
    await office.pass_time(ENDED_AFTER)
    shown = (await office.get(f"/callbacks/{callback_id}"))["callback"]
    assert shown["outcome"]["kind"] == "completed"
    return Pair(callback_id, shown["inbound_call_ids"][0], shown["outbound_call_ids"][0])


@asynccontextmanager
async def served(office: Office) -> AsyncIterator[str]:
    """Serve the office on loopback, for programs that bring their own HTTP; give the address."""
    config = uvicorn.Config(office.app, port=0, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - it is told by nobody
        await asyncio.sleep(0)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await serving
