"""How many requests a company may make in a minute."""

import math
from datetime import datetime, timedelta
from typing import Final

from fastapi import Request

from ringback.api.dependencies import GivenServices
from ringback.core.ids import AccountId

from .errors import Refused

MINUTE_MAX: Final = 120
MINUTE: Final = timedelta(minutes=1)
TOO_MANY: Final = 429


class RateLimit:
    """Counts each company's requests, a minute at a time; forgotten at a restart."""

    def __init__(self) -> None:
        self._minutes: dict[AccountId, tuple[datetime, int]] = {}

    def admit(self, account_id: AccountId, now: datetime) -> None:
        """Count a request; raises `Refused` for what is beyond the limit."""
        began, made = self._minutes.get(account_id, (now, 0))
        if now - began >= MINUTE:
            began, made = now, 0
        self._minutes[account_id] = (began, made + 1)
        if made >= MINUTE_MAX:
            raise _refusal(now, began + MINUTE)


async def limit(request: Request, services: GivenServices) -> None:
    """Hold a company to its limit, before anything else is looked at."""
    rate: RateLimit = request.app.state.compatible_rate
    rate.admit(services.engine.account_id, services.clock.now())


def _refusal(now: datetime, reset: datetime) -> Refused:
    headers = {
        "X-AircallApi-Limit": str(MINUTE_MAX),
        "X-AircallApi-Remaining": "0",
        "X-AircallApi-Reset": str(math.ceil(reset.timestamp())),
        "Retry-After": str(max(1, math.ceil((reset - now).total_seconds()))),
    }
    return Refused(TOO_MANY, f"At most {MINUTE_MAX} requests a minute are served.", headers)
