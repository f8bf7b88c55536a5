"""The WebSocket of the phone in an agent's page: SIP, passed on to the phone system (ADR 0029)."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from typing import Final, Literal

import structlog
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.access.principal import Principal, PrincipalKind
from ringback.access.refusals import AccessCode, AccessRefused
from ringback.core.ids import AgentId
from ringback.core.refusals import RefusalCode
from ringback.core.settings import PhoneKind
from ringback.ports import BrowserPhones, PhoneWire, PhoneWireCut, PhoneWireRefused

from .companies import companies_of
from .errors import EdgeCode, ErrorCode
from .gate import Gate
from .ice_servers import IceServerView
from .permitting import refuse_unless_permitted
from .services import Services
from .sockets import accepted, say_goodbye, until_one_ends, until_shut_out, who_is_there
from .views import View

SUBPROTOCOL: Final = "sip"
MESSAGE_LENGTH_MAX: Final = 65_536
IS_ALIVE, YES_IT_IS = "\r\n\r\n", "\r\n"
"""What a phone asks its server now and then, and the answer (RFC 7118, RFC 5626)."""

_log = structlog.get_logger(__name__)

router = APIRouter(tags=["agents"])


class PhoneWelcome(View):
    """The first message: with what the phone logs in. After it, all is SIP."""

    type: Literal["welcome"] = "welcome"
    username: str
    password: str = Field(description="Made for this connection, and worth nothing after it.")
    ice_servers: list[IceServerView]


@router.websocket("/agents/{agent_id}/phone", name="agent_phone")
async def agent_phone(websocket: WebSocket, agent_id: str) -> None:
    """Connect the phone in an agent's own page; another page's phone of the agent gives way."""
    if await accepted(websocket, SUBPROTOCOL):
        with suppress(WebSocketDisconnect):
            await _serve(websocket, AgentId(agent_id))


async def _serve(websocket: WebSocket, agent_id: AgentId) -> None:
    companies = companies_of(websocket)
    who = who_is_there(websocket, companies.gate)
    if not isinstance(who, Principal):
        await say_goodbye(websocket, who)
        return
    services = companies.of(who).services
    phones = services.browser_phones
    refusal = _refusal(who, services, agent_id)
    if refusal is not None or phones is None:
        await say_goodbye(websocket, refusal or EdgeCode.NO_BROWSER_PHONE)
        return
    still = partial(_still, companies.gate, who, services, agent_id)
    try:
        await _connect(websocket, services, phones, agent_id, still)
    except PhoneWireRefused as refused:
        _log.warning("phone.refused", agent=agent_id, reason=str(refused))
        await say_goodbye(websocket, EdgeCode.PHONE_NOT_REACHED)


def _refusal(who: Principal, services: Services, agent_id: AgentId) -> ErrorCode | None:
    """Tell why somebody may not have this agent's phone; only the operator has others'."""
    try:
        refuse_unless_permitted(who, Permission.AGENT_WORK)
    except AccessRefused as refused:
        return refused.code
    if who.kind is not PrincipalKind.OPERATOR and agent_id != who.rights.agent_id:
        return AccessCode.NOT_PERMITTED
    if agent_id not in services.engine.world.agents:
        return RefusalCode.UNKNOWN_AGENT
    return None if _has_browser_phone(services, agent_id) else EdgeCode.NO_BROWSER_PHONE


def _still(gate: Gate, who: Principal, services: Services, agent_id: AgentId) -> bool:
    return gate.still(who) and _has_browser_phone(services, agent_id)


def _has_browser_phone(services: Services, agent_id: AgentId) -> bool:
    agent = services.engine.world.agents.get(agent_id)
    return agent is not None and agent.profile.phone is PhoneKind.BROWSER


async def _connect(
    websocket: WebSocket,
    services: Services,
    phones: BrowserPhones,
    agent_id: AgentId,
    still: Callable[[], bool],
) -> None:
    async with phones.connect(agent_id) as wire:
        ice_servers = services.ice_servers.views(agent_id, services.clock.now())
        welcome = PhoneWelcome(
            username=wire.account.username,
            password=wire.account.password,
            ice_servers=ice_servers,
        )
        await websocket.send_text(welcome.model_dump_json())
        with ExitStack() as presence:

            def logged_in() -> None:
                services.presence.phone_connected(agent_id)
                presence.callback(services.presence.phone_lost, agent_id)

            cut = await until_one_ends(
                _speak(websocket, wire),
                _listen(websocket, wire, logged_in),
                until_shut_out(still),
                expected=PhoneWireCut,
            )
    match cut:
        case PhoneWireCut(is_elsewhere=True):
            await say_goodbye(websocket, EdgeCode.PHONE_ELSEWHERE)
        case PhoneWireCut():
            await say_goodbye(websocket, EdgeCode.PHONE_NOT_REACHED)
        case None:
            has_phone = _has_browser_phone(services, agent_id)
            code = AccessCode.NOT_SIGNED_IN if has_phone else EdgeCode.NO_BROWSER_PHONE
            await say_goodbye(websocket, code)


async def _speak(websocket: WebSocket, wire: PhoneWire) -> None:
    """Pass on what the page says."""
    while True:
        try:
            message = await websocket.receive_text()
        except KeyError:  # It was no text.
            continue
        if message == IS_ALIVE:
            await websocket.send_text(YES_IT_IS)
        elif len(message) <= MESSAGE_LENGTH_MAX:
            await wire.send(message)


async def _listen(websocket: WebSocket, wire: PhoneWire, logged_in: Callable[[], None]) -> None:
    """Pass on what the phone system says; the first login it grants makes the phone present."""
    is_logged_in = False
    while True:
        message = await wire.receive()
        if not is_logged_in and grants_login(message):
            is_logged_in = True
            logged_in()
        await websocket.send_text(message)


def grants_login(message: str) -> bool:
    """Tell whether a message of SIP is the good answer to a REGISTER."""
    first, _, rest = message.partition("\r\n")
    if not first.startswith("SIP/2.0 200"):
        return False
    headers = rest.partition("\r\n\r\n")[0].split("\r\n")
    names = (header.partition(":") for header in headers)
    return any(
        name.strip().lower() == "cseq" and value.split()[1:] == ["REGISTER"]
        for name, _, value in names
    )
