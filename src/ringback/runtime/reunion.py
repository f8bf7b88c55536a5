"""Tells in the log what became of the calls each time the phone system has come back."""

from collections import Counter
from collections.abc import Callable, Sequence

import structlog

from ringback.core.events import (
    CallbackClosed,
    CallEnded,
    Fact,
    FaultSuffered,
    OffersWithdrawn,
    OrphanFound,
)
from ringback.core.inputs import PhoneSystemListed
from ringback.ports import TelephonyReport

_log = structlog.get_logger(__name__)


class ReunionLog:
    """Stands between the phone world and the engine, and follows the engine's commits."""

    def __init__(self, receive: Callable[[TelephonyReport], None]) -> None:
        self._receive = receive
        self._legs_listed = 0

    def receive(self, report: TelephonyReport) -> None:
        """Hand a report on."""
        if isinstance(report, PhoneSystemListed):
            self._legs_listed = len(report.legs)
        self._receive(report)

    def follow(self, facts: Sequence[Fact]) -> None:
        """Log what the list of the phone system has changed, once it is committed."""
        settled = [type(fact.event) for fact in facts if fact.cause == PhoneSystemListed.__name__]
        if not settled:
            return
        count = Counter(settled)
        _log.info(
            "phones.reconciled",
            seq=facts[-1].sequence,
            legs_kept=max(0, self._legs_listed - count[OrphanFound]),
            orphans_hung_up=count[OrphanFound],
            calls_ended=count[CallEnded],
            offers_withdrawn=count[OffersWithdrawn],
            callbacks_interrupted=count[FaultSuffered],
            callbacks_closed=count[CallbackClosed],
        )
