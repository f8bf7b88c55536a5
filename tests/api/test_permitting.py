"""Deny by default: what declares no permission is served to nobody, and keeps a server from
starting."""

import pytest
from fastapi import APIRouter, Depends
from tests.api.office import Office

from ringback.access.permissions import TABLE, Permission
from ringback.api.permitting import needs, require_declared
from ringback.api.reach import authorise
from ringback.people import Role


async def nothing_declared() -> str:
    return "served"


async def test_route_without_a_permission_is_served_to_nobody(office: Office) -> None:
    """Not even to the operator."""
    router = APIRouter(dependencies=[Depends(authorise)])
    router.add_api_route("/forgotten", nothing_declared)
    office.app.router.routes.insert(0, *router.routes)

    answer = await office.http.get("/forgotten")

    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "not-permitted")


def test_no_server_starts_with_a_route_that_declares_nothing() -> None:
    """Whoever adds a route cannot forget it."""
    forgotten, declared = APIRouter(), APIRouter()
    forgotten.add_api_route("/forgotten", nothing_declared)

    @declared.get("/declared")
    @needs(Permission.BOARD_SEE)
    async def get_declared() -> str:
        return "served"

    require_declared(declared)
    with pytest.raises(AssertionError, match="nothing_declared declares no permission"):
        require_declared(forgotten)


def test_table_names_every_permission_and_owners_have_them_all() -> None:
    """A permission that nobody has would lock everybody out."""
    assert set(TABLE) == set(Permission)
    assert all(Role.OWNER in row.roles and row.meaning for row in TABLE.values())
