"""Faults of the way reports take: some come twice, late, in another order, or not at all."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from ringback.core.inputs import PhoneSystemListed, PhoneSystemLost
from ringback.ports import TelephonyReport

from .scheduler import Scheduler

SPARED = (PhoneSystemListed, PhoneSystemLost)
"""Our own side makes these up from answers it waits for: they cannot be lost on the way."""


@dataclass(frozen=True, slots=True)
class FaultShares:
    """How many of all reports, of one, meet each fault; a report meets at most one."""

    duplicated: float = 0.10
    late: float = 0.10
    swapped: float = 0.05
    lost: float = 0.05
    late_by_max: timedelta = timedelta(seconds=2)


class FaultyReports:
    """Stands between a phone world and its listener; one seed gives one course of faults.

    `injected` counts the faults by name, for a test to prove that they happened; `lost` keeps the
    reports that never arrived, and `disordered` those that came late. The shares may be changed at
    any time.
    """

    def __init__(self, scheduler: Scheduler, *, seed: int, shares: FaultShares) -> None:
        self.injected: Counter[str] = Counter()
        self.lost: list[TelephonyReport] = []
        self.disordered: list[TelephonyReport] = []
        self.shares = shares
        self._scheduler = scheduler
        self._chance = Random(seed)
        self._swapped: TelephonyReport | None = None

    def around(
        self, receive: Callable[[TelephonyReport], None]
    ) -> Callable[[TelephonyReport], None]:
        """Give the listener which the phone world is to be handed in the true one's place."""

        def pass_on(report: TelephonyReport) -> None:
            self._pass_on(report, receive)

        return pass_on

    def _pass_on(self, report: TelephonyReport, receive: Callable[[TelephonyReport], None]) -> None:
        fault = None if isinstance(report, SPARED) else self._draw()
        if fault:
            self.injected[fault] += 1
        if fault in ("late", "swapped"):
            self.disordered.append(report)
        match fault:
            case "lost":
                self.lost.append(report)
            case "late":
                delay = self.shares.late_by_max * self._chance.random()
                self._scheduler.call_later(delay, lambda: receive(report))
            case "swapped":
                self._swapped = report
                self._scheduler.call_later(
                    self.shares.late_by_max, lambda: self._release(report, receive)
                )
            case "duplicated":
                receive(report)
                delay = self.shares.late_by_max * self._chance.random()
                self._scheduler.call_later(delay, lambda: receive(report))
            case _:
                receive(report)
                if self._swapped is not None:
                    self._release(self._swapped, receive)

    def _release(self, report: TelephonyReport, receive: Callable[[TelephonyReport], None]) -> None:
        if self._swapped is report:
            self._swapped = None
            receive(report)

    def _draw(self) -> str | None:
        kind = self._chance.random()
        for name, share in (
            ("duplicated", self.shares.duplicated),
            ("late", self.shares.late),
            ("swapped", self.shares.swapped),
            ("lost", self.shares.lost),
        ):
            if kind < share:
                is_possible = name != "swapped" or self._swapped is None
                return name if is_possible else None
            kind -= share
        return None
