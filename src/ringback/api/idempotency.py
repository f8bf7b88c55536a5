"""Requests that are sent twice are done once: the first answer is given again, by the key sent."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256
from time import monotonic
from typing import Final, NamedTuple

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ringback.access.principal import Principal
from ringback.core.ids import AccountId

from .errors import MEANINGS, EdgeCode, EdgeRefused, error_answer
from .gate import WHO

HEADER: Final = "idempotency-key"
REPLAYED: Final = "idempotency-replayed"
KEY_LENGTH_MAX: Final = 200
KEPT_SECONDS: Final = 24 * 3600
KEPT_MAX: Final = 10_000
BODY_BYTES_MAX: Final = 65_536
"""A larger answer is not kept; its request is done again when it is sent again."""


class Key(NamedTuple):
    """What a request bears, and who has sent it: of others it may mean anything else."""

    account_id: AccountId
    actor: str
    sent: str


@dataclass(slots=True)
class _Done:
    """One request that bore a key, and its answer once there is one."""

    fingerprint: bytes
    at: float
    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""

    @property
    def is_answered(self) -> bool:
        return self.status != 0


class Idempotency:
    """Gives the first answer to a POST again when it comes with the same key and content.

    Only successes are kept, for a day and in memory: a refused request did nothing, and may be
    sent again. A key is known for whoever has sent it alone.
    """

    def __init__(self, app: ASGIApp, *, kept_max: int = KEPT_MAX) -> None:
        self._app = app
        self._kept_max = kept_max
        self._known: OrderedDict[Key, _Done] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = Headers(scope=scope).get(HEADER) if scope["type"] == "http" else None
        who = scope.get(WHO)
        if key is None or scope["method"] != "POST" or not isinstance(who, Principal):
            await self._app(scope, receive, send)
            return
        try:
            response = await self._once(Key(who.account_id, who.actor, key), scope, receive, send)
        except EdgeRefused as refused:
            response = _refusal(refused.code)
        if response is not None:
            await response(scope, receive, send)

    async def _once(self, key: Key, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """Do the request, or give what it is answered with instead."""
        if not 0 < len(key.sent) <= KEY_LENGTH_MAX or not all(
            "!" <= one <= "~" for one in key.sent
        ):
            return _refusal(EdgeCode.IDEMPOTENCY_KEY_WRONG)
        body = await _body(receive)
        fingerprint = _fingerprint(scope, body)
        self._forget_old()
        known = self._known.get(key)
        if known is None:
            await self._do(key, _Done(fingerprint, monotonic()), scope, _given(body, receive), send)
            return None
        if known.fingerprint != fingerprint:
            return _refusal(EdgeCode.IDEMPOTENCY_KEY_REUSED)
        if not known.is_answered:
            return _refusal(EdgeCode.IDEMPOTENCY_KEY_IN_USE)
        again = Response(known.body, known.status)
        again.raw_headers = [*known.headers, (REPLAYED.encode(), b"true")]
        return again

    async def _do(self, key: Key, done: _Done, scope: Scope, receive: Receive, send: Send) -> None:
        self._known[key] = done
        status = 0
        kept = False

        async def keep_and_send(message: Message) -> None:
            nonlocal status, kept
            if message["type"] == "http.response.start":
                status = message["status"]
                done.headers = list(message.get("headers", ()))
            else:
                done.body += message.get("body", b"")[: BODY_BYTES_MAX + 1]
                if not message.get("more_body") and len(done.body) <= BODY_BYTES_MAX:
                    done.status, kept = status, 200 <= status < 300
            await send(message)

        try:
            await self._app(scope, receive, keep_and_send)
        finally:
            if not kept:
                self._known.pop(key, None)

    def _forget_old(self) -> None:
        oldest = monotonic() - KEPT_SECONDS
        while self._known:
            key, done = next(iter(self._known.items()))
            if len(self._known) < self._kept_max and done.at >= oldest:
                return
            del self._known[key]


async def _body(receive: Receive) -> bytes:
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            return b"".join(parts)


def _given(body: bytes, receive: Receive) -> Receive:
    """Give what was read already, then whatever comes."""
    first = asyncio.Event()

    async def receive_again() -> Message:
        if first.is_set():
            return await receive()
        first.set()
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again


def _fingerprint(scope: Scope, body: bytes) -> bytes:
    asked = (scope["path"].encode(), scope.get("query_string", b""), body)
    return sha256(b"".join(sha256(part).digest() for part in asked)).digest()


def _refusal(code: EdgeCode) -> JSONResponse:
    return JSONResponse(
        error_answer(code).model_dump(mode="json"), status_code=MEANINGS[code].status
    )
