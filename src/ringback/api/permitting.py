"""What each route needs, declared beside it; `reach.py` holds everybody to it."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute
from starlette.requests import HTTPConnection

from ringback.access.permissions import Permission
from ringback.access.principal import Principal
from ringback.access.refusals import AccessCode, AccessRefused

from .gate import WHO

Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])
_DECLARED = "ringback_permission"


def needs(permission: Permission) -> Callable[[Endpoint], Endpoint]:
    """Declare what somebody must be permitted to use an endpoint; without it nobody may."""

    def declare(endpoint: Endpoint) -> Endpoint:
        vars(endpoint)[_DECLARED] = permission
        return endpoint

    return declare


def permission_needed(endpoint: Callable[..., Any]) -> Permission | None:
    found = vars(endpoint).get(_DECLARED)
    return found if isinstance(found, Permission) else None


def require_declared(router: APIRouter) -> None:
    """Assert that each route says what it needs, so that no server starts without."""
    for route in router.routes:
        assert isinstance(route, APIRoute), route
        assert permission_needed(route.endpoint) is not None, f"{route.name} declares no permission"


def open_operations(routers: Iterable[tuple[str, APIRouter]]) -> frozenset[str]:
    """Give the names of the routes for which nobody must be signed in."""
    return frozenset(
        route.name
        for _, router in routers
        for route in router.routes
        if isinstance(route, APIRoute) and permission_needed(route.endpoint) is Permission.OPEN
    )


def refuse_unless_permitted(who: Principal | None, permission: Permission | None) -> None:
    """Raise `AccessRefused` unless somebody is there and has the permission."""
    if who is None:
        raise AccessRefused(AccessCode.NOT_SIGNED_IN)
    if permission is not None and permission in who.permissions:
        return
    if who.to_do:
        raise AccessRefused(AccessCode.TO_DO_FIRST, to_do=[each.value for each in who.to_do])
    raise AccessRefused(
        AccessCode.NOT_PERMITTED, permission=None if permission is None else permission.value
    )


async def _who(connection: HTTPConnection) -> Principal:
    """Give who asks; the guard and `authorise` have let nobody unknown come here."""
    who = connection.scope.get(WHO)
    if not isinstance(who, Principal):
        raise AccessRefused(AccessCode.NOT_SIGNED_IN)
    return who


GivenPrincipal = Annotated[Principal, Depends(_who)]
