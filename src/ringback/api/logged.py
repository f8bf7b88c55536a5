"""Writes into the log of the company whoever changes settings erases or deletes, on any route.

What is to be logged follows from the permission a route needs, so a new route is logged as well.
"""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Final

from fastapi import Request, Response
from fastapi.routing import APIRoute

from ringback.access.directory import Deed
from ringback.access.permissions import Permission
from ringback.access.principal import Principal
from ringback.people import PeopleChanges

from .companies import company_of
from .gate import WHO
from .permitting import permission_needed

LOGGED: Final = frozenset(
    {
        Permission.ACCOUNT_CHANGE,
        Permission.CALLBACKS_HALT,
        Permission.CUSTOMERS_ERASE,
        Permission.SETTINGS_CHANGE,
        Permission.VOICEMAILS_DELETE,
        Permission.WEBHOOKS_MANAGE,
    }
)
WITHOUT_BODY: Final = frozenset({Permission.WEBHOOKS_MANAGE})
"""What is sent there may hold a secret."""
CHANGES_NOTHING: Final = frozenset({"preview_message"})
EXPORTS: Final = frozenset({"export_contact"})
"""What is logged although it changes nothing."""
BODY_BYTES_MAX: Final = 4_000
"""Of more than this only the size is logged: the log is kept for good."""


class LoggedRoute(APIRoute):
    """A route that is answered once the log has what was done; what is refused is not logged."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        if not is_logged(self):
            return handle

        async def handle_and_log(request: Request) -> Response:
            response = await handle(request)
            await log_deed(request, self.name.replace("_", "-"), await _details(request, self))
            return response

        return handle_and_log


def is_logged(route: APIRoute) -> bool:
    if permission_needed(route.endpoint) not in LOGGED:
        return False
    changes = bool((route.methods or set()) - {"GET", "HEAD"})
    return route.name in EXPORTS or (changes and route.name not in CHANGES_NOTHING)


def asked(request: Request) -> Mapping[str, object]:
    """Give what an export was narrowed by, but for a customer's number: the log is never erased."""
    return {name: text for name, text in request.query_params.items() if name != "number"}


async def log_deed(request: Request, action: str, details: Mapping[str, object]) -> None:
    """Keep who asks, from where, and what for. Raises `JournalFailed`, and `JournalAway`."""
    services = company_of(request).services
    who: Principal | None = request.scope.get(WHO)
    subject = next(reversed(request.path_params.values()), None)
    deed = Deed(who, action, subject, details)
    await services.access.directory.commit(PeopleChanges(), deed)


async def _details(request: Request, route: APIRoute) -> Mapping[str, object]:
    if permission_needed(route.endpoint) in WITHOUT_BODY:
        return {}
    if not request.headers.get("content-type", "").startswith("application/json"):
        return {}
    body = await request.body()
    if len(body) > BODY_BYTES_MAX:
        return {"given_bytes": len(body)}
    return {"given": await request.json()} if body else {}
