"""What all WebSockets of the API share: who is there, how they are shut out, and how it ends."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, TypeVar

from fastapi import WebSocket

from ringback.access.principal import Principal
from ringback.access.refusals import AccessCode
from ringback.core.refusals import RefusalCode

from .errors import MEANINGS, EdgeCode, ErrorCode
from .gate import WHO, Gate, address_of
from .guard import same_origin
from .live_messages import Goodbye

Expected = TypeVar("Expected", bound=Exception)

STILL_EVERY_SECONDS: Final = 3.0
CLOSE_SECONDS_MAX: Final = 2.0
TOKEN_SUBPROTOCOL: Final = "bearer."  # noqa: S105 - what stands before the token

CLOSE_CODES: Mapping[ErrorCode, int] = {
    EdgeCode.INVALID_TOKEN: 4401,
    AccessCode.NOT_SIGNED_IN: 4401,
    AccessCode.TO_DO_FIRST: 4403,
    AccessCode.NOT_PERMITTED: 4403,
    EdgeCode.FOREIGN_ORIGIN: 4403,
    EdgeCode.UNKNOWN_COMPANY: 4404,
    RefusalCode.UNKNOWN_AGENT: 4404,
    EdgeCode.NO_BROWSER_PHONE: 4409,
    EdgeCode.PHONE_ELSEWHERE: 4409,
    EdgeCode.VALIDATION_FAILED: 4422,
    EdgeCode.TOO_MANY_LISTENERS: 4503,
    EdgeCode.JOURNAL_AWAY: 4503,
    EdgeCode.PHONE_NOT_REACHED: 4503,
}


async def accepted(websocket: WebSocket, subprotocol: str) -> bool:
    """Take a WebSocket, unless a page of elsewhere opens it."""
    if not same_origin(websocket.headers):
        await websocket.close(CLOSE_CODES[EdgeCode.FOREIGN_ORIGIN])
        return False
    offered = websocket.scope.get("subprotocols", [])
    await websocket.accept(subprotocol=subprotocol if subprotocol in offered else None)
    return True


def who_is_there(
    websocket: WebSocket, gate: Gate, tokens: Sequence[str] = ()
) -> Principal | ErrorCode:
    """Find out who is there: by the cookie or header, a token given as subprotocol, or `tokens`."""
    offered = websocket.scope.get("subprotocols", [])
    given = [each.removeprefix(TOKEN_SUBPROTOCOL) for each in offered if _is_token(each)]
    given.extend(tokens)
    address = address_of(websocket.scope)
    bearers = [websocket.scope.get(WHO), *(gate.bearer(token, address) for token in given)]
    who = next((each for each in bearers if each is not None), None)
    if who is not None:
        return who
    bears_one = given or "authorization" in websocket.headers
    return EdgeCode.INVALID_TOKEN if bears_one else AccessCode.NOT_SIGNED_IN


def _is_token(subprotocol: str) -> bool:
    return subprotocol.startswith(TOKEN_SUBPROTOCOL)


async def until_one_ends(
    *doings: Coroutine[Any, Any, object], expected: type[Expected]
) -> Expected | None:
    """Let all go on until one ends; give the failure that is expected, if that was the end."""
    tasks = [asyncio.create_task(doing) for doing in doings]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        if isinstance(end, Exception) and not isinstance(end, expected):
            raise end
    return next((end for end in ends if isinstance(end, expected)), None)


async def until_shut_out(still: Callable[[], bool]) -> None:
    """Return once whoever is there is let in no more, or with other rights."""
    while still():  # noqa: ASYNC110 - rights also end by time, which no event tells
        await asyncio.sleep(STILL_EVERY_SECONDS)


async def say_goodbye(websocket: WebSocket, code: ErrorCode) -> None:
    goodbye = Goodbye(code=code.value, message=MEANINGS[code].sentence)
    await websocket.send_text(goodbye.model_dump_json())
    await close(websocket, CLOSE_CODES[code])


async def close(websocket: WebSocket, code: int) -> None:
    """Close without waiting for a page that takes nothing any more."""
    with suppress(TimeoutError):
        await asyncio.wait_for(websocket.close(code), CLOSE_SECONDS_MAX)
