"""Lets programs into the compatible API: with a key's id and its token, and nobody else."""

import base64
import binascii
from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from ringback.access.principal import Principal, PrincipalKind
from ringback.api.errors import EdgeCode
from ringback.api.gate import WHO, Gate, address_of
from ringback.api.guard import (
    BODY_BYTES_MAX,
    announces_more_than,
    measured,
    same_origin,
    with_security_headers,
)

from .errors import answer, answer_at_the_edge, refused_for
from .links import OPEN_PLACE

PLACES: Final = frozenset({"v1", "v2"})


class Door:
    """Stands before everything else, and keeps the addresses of that API apart."""

    def __init__(self, app: ASGIApp, *, compatible: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._compatible = compatible
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _place(scope["path"]) not in PLACES:
            await self._app(scope, receive, send)
            return
        protected = with_security_headers(send)
        if scope["path"].startswith(OPEN_PLACE):
            scope[WHO] = None
            await self._compatible(scope, receive, protected)
        else:
            await self._let_in(scope, receive, protected)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if "authorization" not in headers:
            await answer_at_the_edge(HTTPStatus.UNAUTHORIZED)(scope, receive, send)
            return
        who = self._who(headers["authorization"], address_of(scope))
        if who is None or (scope["method"] not in ("GET", "HEAD") and not same_origin(headers)):
            await answer_at_the_edge(HTTPStatus.FORBIDDEN)(scope, receive, send)
        elif announces_more_than(BODY_BYTES_MAX, headers):
            await answer(refused_for(EdgeCode.BODY_TOO_LARGE))(scope, receive, send)
        else:
            scope[WHO] = who
            too_large = EdgeCode.BODY_TOO_LARGE
            inside = measured(receive, BODY_BYTES_MAX, too_large)
            await self._compatible(scope, inside, send)

    def _who(self, given: str, address: str) -> Principal | None:
        """Tell who bears a key: by its id and token, or by the token alone."""
        scheme, _, credentials = given.partition(" ")
        match scheme.lower():
            case "bearer":
                return self._gate.bearer(credentials.strip(), address)
            case "basic":
                named, token = named_and_token(credentials.strip())
                who = self._gate.bearer(token, address) if token else None
                is_key = who is not None and who.kind is PrincipalKind.KEY and who.id == named
                return who if is_key else None
            case _:
                return None


def _place(path: str) -> str:
    return path.removeprefix("/").partition("/")[0]


def named_and_token(credentials: str) -> tuple[str, str]:
    try:
        told = base64.b64decode(credentials, validate=True).decode()
    except (binascii.Error, ValueError):
        return "", ""
    named, _, token = told.partition(":")
    return named, token
