"""The live WebSocket: who is there, then the snapshot, then changes and heartbeats."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import TypeAdapter, ValidationError

from ringback.access.permissions import Permission
from ringback.access.principal import Principal, PrincipalKind
from ringback.access.refusals import AccessCode, AccessRefused
from ringback.core.assignment import hidden_lines
from ringback.core.ids import AgentId
from ringback.core.refusals import RefusalCode
from ringback.ports import JournalAway

from .companies import companies_of
from .errors import EdgeCode, EdgeRefused, ErrorCode, refuses
from .gate import COMPANY_HEADER, Gate
from .live_feed import Listener, LiveFeed, TooManyListeners
from .live_messages import AskTime, Hello, PageMessage, TimeTold, live_schema
from .permitting import needs, refuse_unless_permitted
from .services import Services
from .sight import Sight, sight_of
from .sockets import (
    CLOSE_CODES,
    accepted,
    close,
    say_goodbye,
    until_one_ends,
    until_shut_out,
    who_is_there,
)

HELLO_SECONDS_MAX = 5.0
HEARTBEAT_SECONDS = 3.0
SILENCE_SECONDS_MAX = 9.0
SUBPROTOCOL = "ringback"
TOO_SLOW = 4408
SILENT = 4410

_page_message: TypeAdapter[PageMessage] = TypeAdapter(PageMessage)

router = APIRouter(tags=["live"])
schema_router = APIRouter(tags=["live"])


@schema_router.get("/live/schema", name="get_live_schema", responses=refuses())
@needs(Permission.BOARD_SEE)
async def get_live_schema() -> dict[str, Any]:
    """Return the JSON Schema of the live WebSocket's messages."""
    return live_schema()


@router.websocket("/live", name="live")
async def live(websocket: WebSocket) -> None:
    """Send the snapshot and then every change; see `/api/v1/live/schema`.

    A browser's cookie says who asks. A token or a key comes in the Authorization header, as the
    subprotocol `bearer.<token>`, or in the first message; never in the address.
    """
    if await accepted(websocket, SUBPROTOCOL):
        with suppress(WebSocketDisconnect):
            await _serve(websocket)


async def _serve(websocket: WebSocket) -> None:
    hello = await _greeting(websocket)
    gate = companies_of(websocket).gate
    who = _known(websocket, hello, gate)
    if hello is None or not isinstance(who, Principal):
        code = EdgeCode.VALIDATION_FAILED if isinstance(who, Principal) else who
        await say_goodbye(websocket, code)
        return
    company = companies_of(websocket).of(who)
    services, feed = company.services, company.live_feed
    try:
        await services.engine.committed()
    except JournalAway:
        await say_goodbye(websocket, EdgeCode.JOURNAL_AWAY)
        return
    try:
        listener = feed.join(partial(_sight, who, hello.agent_id, services))
    except TooManyListeners:
        await say_goodbye(websocket, EdgeCode.TOO_MANY_LISTENERS)
        return
    try:
        with _present(services, hello.agent_id):
            still = partial(gate.still, who)
            close_code = await _talk(websocket, services, feed, listener, still)
    finally:
        feed.leave(listener)
    await close(websocket, close_code)


async def _greeting(websocket: WebSocket) -> Hello | None:
    try:
        text = await asyncio.wait_for(websocket.receive_text(), HELLO_SECONDS_MAX)
        return Hello.model_validate_json(text)
    except (TimeoutError, ValidationError, KeyError):
        return None


def _sight(who: Principal, agent_id: str | None, services: Services) -> Sight:
    """Tell what a page sees; the operator's page of an agent sees what that agent does."""
    world = services.engine.world
    sight = sight_of(who, world)
    if who.kind is PrincipalKind.OPERATOR and agent_id is not None:
        hidden = hidden_lines(world, AgentId(agent_id))
        return replace(sight, hidden=hidden, agent_id=AgentId(agent_id))
    return sight


def _known(websocket: WebSocket, hello: Hello | None, gate: Gate) -> Principal | ErrorCode:
    """Find out who is there, or why they may not be."""
    given = [] if hello is None or hello.token is None else [hello.token]
    who = who_is_there(websocket, gate, given)
    if not isinstance(who, Principal):
        return who
    named = websocket.headers.get(COMPANY_HEADER) or (None if hello is None else hello.company)
    try:
        who = gate.in_company(who, named)
        refuse_unless_permitted(who, Permission.BOARD_SEE)
    except (AccessRefused, EdgeRefused) as refused:
        return refused.code
    if hello is None or hello.agent_id is None:
        return who
    if who.kind is not PrincipalKind.OPERATOR and hello.agent_id != who.rights.agent_id:
        return AccessCode.NOT_PERMITTED
    agents = companies_of(websocket).of(who).services.engine.world.agents
    return who if hello.agent_id in agents else RefusalCode.UNKNOWN_AGENT


@contextmanager
def _present(services: Services, agent_id: str | None) -> Iterator[None]:
    """Let the page be an agent's phone while it is open (R19); a real one tells of itself."""
    if agent_id is None or services.browser_phones is not None:
        yield
        return
    services.presence.phone_connected(AgentId(agent_id))
    try:
        yield
    finally:
        services.presence.phone_lost(AgentId(agent_id))


async def _talk(
    websocket: WebSocket,
    services: Services,
    feed: LiveFeed,
    listener: Listener,
    still: Callable[[], bool],
) -> int:
    """Talk until one side leaves; give the close code: silent, too slow, or shut out meanwhile."""
    await until_one_ends(
        _send(websocket, listener),
        _beat(feed, listener),
        _listen(websocket, services, listener),
        listener.too_slow.wait(),
        until_shut_out(still),
        expected=TimeoutError,
    )
    if not still():
        return CLOSE_CODES[AccessCode.NOT_SIGNED_IN]
    return TOO_SLOW if listener.too_slow.is_set() else SILENT


async def _send(websocket: WebSocket, listener: Listener) -> None:
    while True:
        await websocket.send_text(await listener.next_message())


async def _beat(feed: LiveFeed, listener: Listener) -> None:
    """Ask whether the page lives, also while there is much to tell; it is silent by itself."""
    while True:
        await asyncio.sleep(HEARTBEAT_SECONDS)
        listener.put(feed.heartbeat())


async def _listen(websocket: WebSocket, services: Services, listener: Listener) -> None:
    """Take the page's messages; raises `TimeoutError` when it has fallen silent."""
    while True:
        received = websocket.receive_text()
        try:
            message = _page_message.validate_json(
                await asyncio.wait_for(received, SILENCE_SECONDS_MAX)
            )
        except (ValidationError, KeyError):
            continue
        if isinstance(message, AskTime):
            told = TimeTold(sent=message.sent, server_time=services.clock.now())
            listener.put(told.model_dump_json())
