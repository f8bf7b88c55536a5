"""How often callbacks may be asked for over the API: by number and day, by key and minute."""

from collections import deque
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from ringback.core.ids import AccountId, LineId
from ringback.history import CallbackFilter
from ringback.runtime.numbers import read_number

from .dependencies import GivenServices
from .errors import EdgeCode, EdgeRefused
from .permitting import GivenPrincipal
from .services import Services

NUMBER_DAY_MAX = 5
"""Requests of one number in a day, whoever made them and however."""
KEY_MINUTE_MAX = 120
KEYS_MAX = 10_000
Key = tuple[AccountId, str]
"""A company, and who asks there."""
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


class KeyLimits:
    """When each key has asked in the last minute; forgotten at a restart."""

    def __init__(self) -> None:
        self._asked: dict[Key, deque[datetime]] = {}

    def admit(self, key: Key, at: datetime) -> None:
        """Count one request; raises `EdgeRefused` where there were too many."""
        asked = self._asked.pop(key, deque())
        while asked and asked[0] <= at - MINUTE:
            asked.popleft()
        self._asked[key] = asked
        while len(self._asked) > KEYS_MAX:
            del self._asked[next(iter(self._asked))]
        if len(asked) >= KEY_MINUTE_MAX:
            raise EdgeRefused(EdgeCode.TOO_MANY_REQUESTS_OF_KEY, minute_max=KEY_MINUTE_MAX)
        asked.append(at)


class RequestLimits:
    """The limits of one request: whoever makes it, and for whom."""

    def __init__(self, services: Services, keys: KeyLimits, key: Key) -> None:
        self._services = services
        self._keys = keys
        self._key = key

    async def admit(self, line_id: str, number: str) -> None:
        """Count a request and let it pass, or raise `EdgeRefused`.

        What is stored of a number's requests counts, so a restart forgets none of them.
        """
        now = self._services.clock.now()
        self._keys.admit(self._key, now)
        line = self._services.engine.world.lines.get(LineId(line_id))
        written = None if line is None else read_number(number, line.country).written
        if written is None:
            return
        which = CallbackFilter(number=written, requested_from=now - DAY)
        made = await self._services.archive.count_callbacks(which, limit=NUMBER_DAY_MAX)
        if made >= NUMBER_DAY_MAX:
            raise EdgeRefused(EdgeCode.TOO_MANY_REQUESTS_OF_NUMBER, day_max=NUMBER_DAY_MAX)


async def _limits(request: Request, services: GivenServices, who: GivenPrincipal) -> RequestLimits:
    keys: KeyLimits = request.app.state.key_limits
    return RequestLimits(services, keys, (who.account_id, who.actor))


GivenRequestLimits = Annotated[RequestLimits, Depends(_limits)]
