"""A walk over every route of the compatible API as everybody: its one table of permissions."""

from datetime import timedelta

import httpx
import pytest
from fastapi.routing import APIRoute
from tests.api.office import Office
from tests.compatible.programs import program_of

from ringback.access.permissions import TABLE, Permission
from ringback.api.compatible.application import ROUTERS
from ringback.api.permitting import permission_needed
from ringback.core.ids import AgentId
from ringback.people import Rights, Role

SERVED_IN_A_MINUTE = 100


def walk() -> list[tuple[str, str, Permission]]:
    """Give every method and address there is, with the permission it declares."""
    found = []
    for prefix, router in ROUTERS:
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
