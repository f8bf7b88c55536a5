"""Who is given the phone in a page, and what takes it away again, on a real server."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import TOKEN, Company

pytestmark = [pytest.mark.phones, pytest.mark.slow]

PASSWORD = "a long password of theirs"
COMPANY = Company(agents=("lea", "hugo"), browser_agents=("lea", "hugo"))


class Page:
    """The phone's end of the WebSocket, as far as a page hears JSON on it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def told(self) -> Any:
        return json.loads(await self.socket.receive_str(timeout=10))


@asynccontextmanager
async def page_of(
    centre: CallCentre, agent: str, *, cookie: str | None = None
) -> AsyncIterator[Page]:
    """Open the phone of an agent's page: as whose cookie it is, or else as the operator."""
    address = f"http://127.0.0.1:{centre.server.port}/api/v1/agents/{agent}/phone"
    protocols = ("sip",) if cookie else ("sip", f"bearer.{TOKEN}")
    headers = {"cookie": cookie} if cookie else {}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(address, protocols=protocols, headers=headers) as socket,
    ):
        yield Page(socket)


async def signed_in(centre: CallCentre, name: str) -> str:
    """Let an agent sign in; gives their cookie."""
    email = f"{name}@example.org"
    user = {"email": email, "name": name, "role": "agent", "agent_id": name}
    made = await centre.server.ask("POST", "/api/v1/users", user)
    assert made.status == 200, made
    first = {"email": email, "password": made.body["password"]}
    origin = f"http://127.0.0.1:{centre.server.port}"
    async with aiohttp.ClientSession(origin) as session:
        async with session.post("/api/v1/session", json=first) as entered:
            cookie = entered.headers["set-cookie"].partition(";")[0]
        change = {"password": made.body["password"], "new_password": PASSWORD}
        own = session.put("/api/v1/session/password", json=change, headers={"cookie": cookie})
        async with own as changed:
            assert changed.status < 300, await changed.text()
        again = {"email": email, "password": PASSWORD}
        async with session.post("/api/v1/session", json=again) as entered:
            return entered.headers["set-cookie"].partition(";")[0]


async def test_phone_is_the_agents_own_and_ends_with_their_rights(
    company_asterisk: RunningAsterisk,
) -> None:
    """S24: given to the signed-in agent alone; whoever is shut out has lost it within seconds."""
    async with CallCentre(company_asterisk, COMPANY) as centre:
        await centre.open()
        cookie = await signed_in(centre, "lea")
        async with page_of(centre, "hugo", cookie=cookie) as other:
            refused = await other.told()

        async with page_of(centre, "lea", cookie=cookie) as own:
            welcome = await own.told()
            [user] = await centre.server.get("/users")
            shut = await centre.server.ask("POST", f"/api/v1/users/{user['id']}/deactivate")
            assert shut.status == 200, shut
            goodbye = await own.told()

    assert (refused["type"], refused["code"]) == ("goodbye", "not-permitted")
    assert welcome["type"] == "welcome"
    assert goodbye["code"] == "not-signed-in"


async def test_phone_gives_way_to_another_page_and_to_another_kind(
    company_asterisk: RunningAsterisk,
) -> None:
    """The last page has the phone, until the agent's calls ring elsewhere."""
    async with CallCentre(company_asterisk, COMPANY) as centre:
        await centre.open()
        async with page_of(centre, "lea") as first, page_of(centre, "hugo") as of_hugo:
            one = await first.told()
            other = await of_hugo.told()
            async with page_of(centre, "lea") as second:
                two = await second.told()
                gave_way = await first.told()
                wanted = {"phone": "outside", "number": "+33612345699"}
                moved = await centre.server.ask("PUT", "/api/v1/agents/lea/rings-on", wanted)
                assert moved.status == 200, moved
                ended = await second.told()

    assert len({one["password"], two["password"], other["password"]}) == 3
    assert one["username"] == two["username"] != other["username"]
    assert gave_way["code"] == "phone-elsewhere"
    assert ended["code"] == "no-browser-phone"
