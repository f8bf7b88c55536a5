"""The telephones in agents' pages: each has a wire to Asterisk, and an account while it lasts."""

import asyncio
import hashlib
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import aiohttp

from ringback.core.ids import AgentId
from ringback.ports import PhoneAccount, PhoneWireCut, PhoneWireRefused

from .client import AriClient, AriError
from .provisioning import BrowserPhone, change_password, provision_browser_phone

SOCKET_PATH: Final = "/ws"
SUBPROTOCOL: Final = "sip"
MESSAGE_BYTES_MAX: Final = 65_536
CONNECT_SECONDS_MAX: Final = 5.0
CLOSE_SECONDS_MAX: Final = 1.0

Socket = aiohttp.ClientWebSocketResponse


class AsteriskBrowserPhones:
    """Lets pages speak SIP with Asterisk's own WebSocket, one page of an agent at a time.

    An account's password is made when its wire begins, and another one that nobody knows takes
    its place when the wire ends (ADR 0029).
    """

    def __init__(self, client: AriClient, prefix: str) -> None:
        self._client = client
        self._prefix = prefix
        self._wires: dict[AgentId, AsteriskPhoneWire] = {}

    def endpoint_of(self, agent_id: AgentId) -> str | None:
        """Name the phone in an agent's page; None while no page has one."""
        wire = self._wires.get(agent_id)
        return None if wire is None else wire.account.username

    @asynccontextmanager
    async def connect(self, agent_id: AgentId) -> AsyncIterator["AsteriskPhoneWire"]:
        """Give an agent's page its wire, in the place of another page's."""
        username = username_of(self._prefix, agent_id)
        async with aiohttp.ClientSession() as session:
            socket = await _open(session, self._client.settings.url)
            try:
                phone = await self._known(username)
            except BaseException:
                await _close(socket)
                raise
            wire = AsteriskPhoneWire(PhoneAccount(phone.username, phone.password), socket)
            former = self._wires.get(agent_id)
            self._wires[agent_id] = wire
            if former is not None:
                former.give_way()
            try:
                yield wire
            finally:
                if self._wires.get(agent_id) is wire:
                    del self._wires[agent_id]
                    change_password(self._client, _with_new_password(username))
                await _close(socket)

    async def _known(self, username: str) -> BrowserPhone:
        phone = _with_new_password(username)
        try:
            async with asyncio.timeout(CONNECT_SECONDS_MAX):
                await provision_browser_phone(self._client, phone)
        except (AriError, TimeoutError) as failure:
            raise PhoneWireRefused("Asterisk does not take the telephone in.") from failure
        return phone


class AsteriskPhoneWire:
    """What one page's phone says to Asterisk, and hears from it."""

    def __init__(self, account: PhoneAccount, socket: Socket) -> None:
        self.account = account
        self._socket = socket
        self._gives_way = asyncio.Event()

    def give_way(self) -> None:
        """End it, because another page has the phone."""
        self._gives_way.set()

    async def send(self, message: str) -> None:
        try:
            await self._socket.send_str(message)
        except (aiohttp.ClientError, ConnectionError) as failure:
            raise PhoneWireCut from failure

    async def receive(self) -> str:
        receiving = asyncio.ensure_future(self._socket.receive())
        giving_way = asyncio.ensure_future(self._gives_way.wait())
        both = (receiving, giving_way)
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in both:
                each.cancel()
        if self._gives_way.is_set():
            raise PhoneWireCut(is_elsewhere=True)
        received = receiving.result()
        if received.type is not aiohttp.WSMsgType.TEXT:
            raise PhoneWireCut
        text: str = received.data
        return text


async def takes_browser_phones(url: str) -> bool:
    """Tell whether Asterisk's web server takes SIP over WebSockets."""
    try:
        async with aiohttp.ClientSession() as session:
            await _close(await _open(session, url))
    except PhoneWireRefused:
        return False
    return True


async def _open(session: aiohttp.ClientSession, url: str) -> Socket:
    try:
        async with asyncio.timeout(CONNECT_SECONDS_MAX):
            socket = await session.ws_connect(
                url.rstrip("/") + SOCKET_PATH,
                protocols=(SUBPROTOCOL,),
                max_msg_size=MESSAGE_BYTES_MAX,
            )
    except (aiohttp.ClientError, OSError, TimeoutError) as failure:
        raise PhoneWireRefused("Asterisk takes no telephone over WebSockets.") from failure
    if socket.protocol != SUBPROTOCOL:
        await _close(socket)
        raise PhoneWireRefused("Asterisk's WebSocket speaks no SIP.")
    return socket


def username_of(prefix: str, agent_id: AgentId) -> str:
    """Name an agent's phone: whatever the id holds, and whichever company it is of."""
    return "browser-" + hashlib.sha256(f"{prefix}{agent_id}".encode()).hexdigest()[:24]


def _with_new_password(username: str) -> BrowserPhone:
    return BrowserPhone(username, secrets.token_urlsafe(24))


async def _close(socket: Socket) -> None:
    try:
        async with asyncio.timeout(CLOSE_SECONDS_MAX):
            await socket.close()
    except TimeoutError:
        return
