"""What happened in a life, kept cheaply and told when a property breaks."""

from collections import deque
from datetime import datetime

from ringback.telephony.simulated.scheduler import VirtualScheduler

KEPT_MAX = 100_000


class Trace:
    """The last happenings, each with its virtual instant."""

    def __init__(self, scheduler: VirtualScheduler) -> None:
        self._scheduler = scheduler
        self._kept: deque[tuple[datetime, str, object]] = deque(maxlen=KEPT_MAX)

    def note(self, kind: str, what: object) -> None:
        self._kept.append((self._scheduler.now(), kind, what))

    def told(self, last: int = KEPT_MAX) -> str:
        """Tell the last happenings, one a line."""
        return "\n".join(
            f"{at:%d %H:%M:%S.%f} {kind:>8} {what}" for at, kind, what in self._last(last)
        )

    def _last(self, count: int) -> list[tuple[datetime, str, object]]:
        return list(self._kept)[-count:]
