"""A walk over every route of the compatible API as everybody: its one table of permissions."""

from collections.abc import Sequence
from datetime import timedelta

import httpx
import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute
from tests.api.office import Office
from tests.compatible.programs import Program, program_of

from ringback.access.permissions import TABLE, Permission
from ringback.api.compatible.application import OPEN_ROUTERS, ROUTERS
from ringback.api.permitting import permission_needed
from ringback.core.ids import AgentId
from ringback.people import Rights, Role

SERVED_IN_A_MINUTE = 100


def walk() -> list[tuple[str, str, Permission]]:
    """Give every method and address that wants credentials, with the permission it declares."""
    return _steps(ROUTERS)


def _steps(routers: Sequence[tuple[str, APIRouter]]) -> list[tuple[str, str, Permission]]:
    found = []
    for prefix, router in routers:
        for route in router.routes:
            assert isinstance(route, APIRoute)
            permission = permission_needed(route.endpoint)
            assert permission is not None
            path = prefix + route.path.replace("{number}", "999").replace("{user_number}", "999")
            found += [(method, path, permission) for method in sorted(route.methods or ())]
    return sorted(found, key=lambda step: (step[1], step[0]))


async def test_nobody_comes_in_without_credentials(office: Office) -> None:
    """Deny by default: nothing is open here."""
    transport = httpx.ASGITransport(office.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://ringback") as http:
        let_in = [
            (method, path)
            for method, path, _ in walk()
            if (await http.request(method, path, json={})).status_code != 401
        ]

    assert let_in == []
    assert len(walk()) > 90


async def test_link_is_all_that_opens_what_wants_no_credentials(
    office: Office, program: Program
) -> None:
    """Deny by default: without one nobody gets in, whoever it is."""
    transport = httpx.ASGITransport(office.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://ringback") as nobody:
        statuses = [
            (await http.request(method, path)).status_code
            for method, path, _ in _steps(OPEN_ROUTERS)
            for http in (nobody, program.http)
        ]

    assert statuses == [403] * 4


@pytest.mark.parametrize("role", list(Role))
async def test_program_of_each_role_does_what_the_table_says(office: Office, role: Role) -> None:
    """R36, S24: of every route there is, the permitted ones, and nothing beside them."""
    agent_id = AgentId("lea") if role is Role.AGENT else None
    wrong = []
    async with program_of(office, Rights(role=role, agent_id=agent_id)) as program:
        for nth, (method, path, permission) in enumerate(walk()):
            if nth % SERVED_IN_A_MINUTE == 0:
                await office.pass_time(timedelta(minutes=1))
            answer = await program.http.request(method, path, json={})
            if (answer.status_code == 403) is (role in TABLE[permission].roles):
                wrong.append((method, path, answer.status_code))

    assert wrong == []
