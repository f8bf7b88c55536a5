"""Keeps everybody out who is not known: deny by default, on every route."""

import re
from collections.abc import Container, Mapping
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ringback.access.refusals import AccessCode

from .errors import MEANINGS, EdgeCode, EdgeRefused, ErrorCode, error_answer
from .gate import COMPANY_HEADER, WHO, Gate

BODY_BYTES_MAX: Final = 1_048_576
LENGTH_DIGITS_MAX: Final = 15
UNAUTHORIZED: Final = 401
SOCKET_PATHS: Final = re.compile(r"/api/v1/(live|agents/[^/]+/phone)")
"""The WebSockets, which find out by themselves who may: a token may also come another way."""

SECURITY_HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Bound(NamedTuple):
    """How large a body may be, and how a larger one is refused."""

    bytes_max: int
    too_large: EdgeCode


ORDINARY: Final = Bound(BODY_BYTES_MAX, EdgeCode.BODY_TOO_LARGE)


class Guard:
    """Finds out who asks, and lets through nobody else but to the few open addresses."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        gate: Gate,
        open_paths: Container[str],
        uploads: Mapping[str, Bound],
    ) -> None:
        self._app = app
        self._uploads = uploads
        self._gate = gate
        self._open_paths = open_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match scope["type"]:
            case "lifespan":
                await self._app(scope, receive, send)
            case "websocket" if SOCKET_PATHS.fullmatch(scope["path"]):
                scope[WHO] = self._gate.who(scope)
                await self._app(scope, receive, send)
            case "http":
                await self._let_in(scope, receive, with_security_headers(send))
            case _:
                await send({"type": "websocket.close", "code": 4404})

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        bytes_max, too_large = self._uploads.get(scope["path"], ORDINARY)
        who = scope[WHO] = self._gate.who(scope)
        try:
            if who is not None:
                scope[WHO] = self._gate.in_company(who, headers.get(COMPANY_HEADER))
        except EdgeRefused as refused:
            await _refuse(refused.code, scope, receive, send)
            return
        if scope["path"] not in self._open_paths and scope[WHO] is None:
            bears_one = "authorization" in headers
            code = EdgeCode.INVALID_TOKEN if bears_one else AccessCode.NOT_SIGNED_IN
            await _refuse(code, scope, receive, send)
        elif scope["method"] not in ("GET", "HEAD") and not same_origin(headers):
            await _refuse(EdgeCode.FOREIGN_ORIGIN, scope, receive, send)
        elif announces_more_than(bytes_max, headers):
            await _refuse(too_large, scope, receive, send)
        else:
            await self._app(scope, measured(receive, bytes_max, too_large), send)


def same_origin(headers: Headers) -> bool:
    """Tell whether the request comes from our own page, or from no page at all."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None:
        return site in (None, "same-origin", "none")
    try:
        return urlsplit(origin).netloc == headers.get("host")
    except ValueError:
        return False


def announces_more_than(bytes_max: int, headers: Headers) -> bool:
    length = headers.get("content-length", "0")
    return not length.isdecimal() or len(length) > LENGTH_DIGITS_MAX or int(length) > bytes_max


def measured(receive: Receive, bytes_max: int, too_large: EdgeCode) -> Receive:
    taken = 0

    async def receive_within_bounds() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > bytes_max:
            raise EdgeRefused(too_large)
        return message

    return receive_within_bounds


def with_security_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return send_with_headers


async def _refuse(code: ErrorCode, scope: Scope, receive: Receive, send: Send) -> None:
    status = MEANINGS[code].status
    response = JSONResponse(
        error_answer(code).model_dump(mode="json"),
        status_code=status,
        headers={"www-authenticate": "Bearer"} if status == UNAUTHORIZED else None,
    )
    await response(scope, receive, send)
