"""A walk over every route as everybody: the answers are those of the one table of permissions."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute
from tests.api.office import Office
from tests.api.signed_in import browser, enrol, sign_in
from tests.api.socket import open_socket

from ringback.access.permissions import TABLE, Permission
from ringback.access.principal import operator
from ringback.api.app import ROUTES
from ringback.api.live import schema_router
from ringback.api.permitting import permission_needed
from ringback.api.routes import health, web_app
from ringback.core.ids import AgentId
from ringback.people import Rights, Role

REFUSED = {"not-permitted", "not-signed-in", "to-do-first"}
LAST = {"sign_out"}
OWN_AGENT = "lea"


def routers() -> Iterator[tuple[str, APIRouter]]:
    for module in ROUTES:
        yield "/api/v1", module.router
    yield "/api/v1", schema_router
    for router in (health.open_router, web_app.router):
        yield "", router


def walk() -> list[tuple[str, str, str, Permission]]:
    """Give every method and address there is, with the permission it declares."""
    found = []
    for prefix, router in routers():
        for route in router.routes:
            assert isinstance(route, APIRoute)
            permission = permission_needed(route.endpoint)
            assert permission is not None
            path = prefix + route.path.replace(":path", "").replace("{agent_id}", OWN_AGENT)
            found += [
                (method, path, route.name, permission) for method in sorted(route.methods or ())
            ]
    return sorted(found, key=lambda step: (step[2] in LAST, step[1], step[0]))


def rights(role: Role) -> Rights:
    return Rights(role=role, agent_id=AgentId(OWN_AGENT) if role is Role.AGENT else None)


async def refusal(http: httpx.AsyncClient, method: str, path: str) -> str | None:
    """Take one step; give the code with which it was refused for who asks."""
    body = {"agent_id": OWN_AGENT} if method in ("POST", "PUT") else None
    asked = {"agent_id": OWN_AGENT} if method == "DELETE" else None
    answer = await http.request(method, path, json=body, params=asked)
    if not answer.headers.get("content-type", "").startswith("application/json"):
        return None
    told = answer.json()
    code = told["error"]["code"] if isinstance(told, dict) and "error" in told else None
    return code if code in REFUSED else None


async def test_nobody_comes_further_than_the_open_addresses(office: Office) -> None:
    """Deny by default: a stranger is asked to sign in, everywhere else."""
    async with browser(office) as http:
        let_in = [
            (method, path)
            for method, path, _, permission in walk()
            if (await refusal(http, method, path) is None) is not (permission is Permission.OPEN)
        ]

    assert let_in == []
    assert len(walk()) > 100


@pytest.mark.parametrize("role", list(Role))
async def test_each_role_does_what_the_table_says_and_no_more(office: Office, role: Role) -> None:
    """R36, S24: of every route there is, the permitted ones, and nothing beside them."""
    await enrol(office, "walker@example.org", rights(role))
    async with browser(office) as http:
        await sign_in(http, "walker@example.org")
        wrong = [
            (method, path, code)
            for method, path, _, permission in walk()
            if ((code := await refusal(http, method, path)) is None)
            is not (role in TABLE[permission].roles)
        ]

    assert wrong == []


@pytest.mark.parametrize("role", list(Role))
async def test_key_of_each_role_does_what_the_table_says_but_for_sessions(
    office: Office, role: Role
) -> None:
    """A program has the permissions of its role, and no session to look after."""
    by = operator("")
    made = await office.services.access.keyring.make("Walker", rights(role), by)
    async with browser(office) as http:
        http.headers["authorization"] = f"Bearer {made.token}"
        wrong = [
            (method, path, code)
            for method, path, _, permission in walk()
            if ((code := await refusal(http, method, path)) is None)
            is not (role in TABLE[permission].roles and permission is not Permission.OWN_SESSION)
        ]

    assert wrong == []


@pytest.mark.parametrize("role", list(Role))
async def test_each_role_follows_the_live_feed_as_the_table_says(
    office: Office, role: Role
) -> None:
    """The one WebSocket: in as oneself, and refused as another agent."""
    await enrol(office, "walker@example.org", rights(role))
    async with browser(office) as http:
        await sign_in(http, "walker@example.org")
        cookie = {"cookie": f"ringback-session={http.cookies['ringback-session']}"}
        async with open_socket(office.app, headers=cookie) as socket:
            socket.say({"type": "hello"})
            first = await socket.hear()
        async with open_socket(office.app, headers=cookie) as socket:
            socket.say({"type": "hello", "agent_id": "tom"})
            as_another = await socket.hear()

    assert role in TABLE[Permission.BOARD_SEE].roles
    assert first["type"] == "snapshot"
    assert as_another["code"] == "not-permitted"
