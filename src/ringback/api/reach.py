"""Holds everybody to their permissions, their own lines and their own agent, on every route.

What an address names is looked at by the name of its part, so a new route is held to it as well.
"""

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from ringback.access.permissions import Permission
from ringback.access.principal import Principal
from ringback.access.refusals import AccessCode, AccessRefused
from ringback.core.ids import CallbackId, CallId, CustomerId, LineId

from .companies import company_of
from .errors import EdgeCode, EdgeRefused
from .gate import WHO
from .permitting import permission_needed, refuse_unless_permitted
from .services import Services
from .sight import Sight, refuse_to_act_for, sight_of

JSON_TYPE = "application/json"


async def authorise(request: Request) -> None:
    """Refuse whoever may not use the endpoint that was asked for; runs before every one."""
    permission = permission_needed(request.scope["endpoint"])
    if permission is Permission.OPEN:
        return
    who: Principal | None = request.scope.get(WHO)
    refuse_unless_permitted(who, permission)
    assert who is not None
    services = company_of(request).services
    sight = sight_of(who, services.engine.world)
    if permission is Permission.AGENT_WORK:
        await _refuse_to_act_as_another(request, who, services)
    if sight.hidden:
        await _refuse_out_of_sight(request.path_params, sight, services)


async def _refuse_to_act_as_another(request: Request, who: Principal, services: Services) -> None:
    """An agent acts as themselves alone; who is to direct others says as whom, or as nobody."""
    given = {**request.query_params, **await _body(request), **request.path_params}
    agent_id = given.get("agent_id")
    if isinstance(agent_id, str):
        refuse_to_act_for(who, agent_id, services.engine.world)
    else:
        refuse_unless_permitted(who, Permission.AGENTS_DIRECT)


async def _body(request: Request) -> Mapping[str, Any]:
    """Read whom a body names; one that cannot be read is refused by its route, if it wants one."""
    if not request.headers.get("content-type", "").startswith(JSON_TYPE):
        return {}
    try:
        body = json.loads(await request.body() or b"null")
    except (ValueError, RecursionError):
        return {}
    return {key: body[key] for key in body if key == "agent_id"} if isinstance(body, dict) else {}


async def _refuse_out_of_sight(named: Mapping[str, str], sight: Sight, services: Services) -> None:
    """Raise as if what is of another line did not exist."""
    if "line_id" in named:
        sight.require_line(named["line_id"])
    if "callback_id" in named:
        callback_id = CallbackId(named["callback_id"])
        callback = await services.archive.callback(callback_id)
        if callback is not None and not sight.is_own(callback.agent_id):
            sight.require_callback(callback_id, callback.line_id)
    if "call_id" in named:
        call_id = CallId(named["call_id"])
        found = await services.archive.call(call_id)
        is_hidden = found is not None and found.call.line_id in sight.hidden
        if found is not None and is_hidden and not sight.is_own(found.call.agent_id):
            raise EdgeRefused(EdgeCode.UNKNOWN_CALL, call_id=call_id)
    if "contact_id" in named and not await sees_contact(named["contact_id"], sight, services):
        raise EdgeRefused(EdgeCode.UNKNOWN_CONTACT, contact_id=named["contact_id"])
    if "note_id" in named and not sight.agent_id:
        raise AccessRefused(AccessCode.NOT_PERMITTED)


async def sees_contact(contact_id: str, sight: Sight, services: Services) -> bool:
    """Tell whether anything went on with a contact on a line that is seen."""
    if not sight.hidden:
        return True
    hidden: tuple[LineId, ...] = tuple(sorted(sight.hidden))
    page = await services.archive.conversation(
        CustomerId(contact_id), hidden_line_ids=hidden, cursor=None, limit=1
    )
    return bool(page.items)
