"""Turns listed calls into callers with intentions, drawn once and alike for every setting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from random import Random

from ringback.core.ids import CallId, CustomerId, LineId
from ringback.core.settings import Destination, NumberKind

from .call_list import CallListFault, CallListWrong, Fate, ListedCall
from .patience import Patience
from .scenario import COUNTRY, CallerConduct

PatienceByGroup = Mapping[tuple[str, bool] | None, Patience]
GREETING_MAX = 290.0
"""The core takes a message for ended after five minutes; who heard more comes in later."""
PRIORITY_SUFFIX = "-priority"


@dataclass(frozen=True, slots=True)
class Caller:
    """One call to come, with what its caller will do. Times are seconds."""

    call_id: CallId
    arrives: float
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination
    greeting: float
    leaves_early: bool
    """Hangs up at the end of the greeting: not a caller for an agent."""
    patience: float
    service: float
    presses_after: float
    """How long after joining the queue `*` is pressed; infinite for who never does."""
    picks_up: bool


def line_id(line: str, *, priority: bool) -> LineId:
    """Name the line of a call type; priority callers have a priority line of their own."""
    return LineId(line + PRIORITY_SUFFIX if priority else line)


def plan_callers(
    calls: Sequence[ListedCall],
    *,
    patience: PatienceByGroup,
    conduct: CallerConduct,
    learned_from: Sequence[ListedCall],
    seed: int,
) -> list[Caller]:
    """Draw for each call what the list does not know: patience, intentions, missing durations.

    Each call takes the same number of draws whatever the settings, so that two runs with one
    seed differ by the settings alone.
    """
    chance = Random(seed)
    services = _services(learned_from) or _services(calls)
    shares = _priority_shares(learned_from)
    if None not in services:
        raise CallListWrong(
            "No call of the list has a service time.", CallListFault.SERVICE_UNKNOWN
        )
    callers = []
    for call in calls:
        draws = [chance.random() for _ in range(6)]
        priority = call.priority
        if priority is None:
            priority = draws[0] < shares.get(call.line, 0.0)
        known = services.get(call.line) or services[None]
        greeting = min(call.greeting, GREETING_MAX)
        callers.append(
            Caller(
                CallId(call.call_id),
                call.joins - greeting,
                line_id(call.line, priority=priority),
                _customer(call, withheld=draws[1] < conduct.withheld_share),
                _destination(withheld=draws[1] < conduct.withheld_share),
                greeting,
                call.fate is Fate.LEFT,
                _patience(call, patience, priority=priority, chance=draws[2]),
                known[int(draws[3] * len(known))] if call.service is None else call.service,
                draw_press(conduct, draws[4]),
                draws[5] < conduct.pick_up_share,
            )
        )
    return callers


def _services(calls: Iterable[ListedCall]) -> dict[str | None, list[float]]:
    found: dict[str | None, list[float]] = defaultdict(list)
    for call in calls:
        if call.service is not None and call.fate is not Fate.LEFT:
            found[call.line].append(call.service)
            found[None].append(call.service)
    return dict(found)


def _priority_shares(calls: Iterable[ListedCall]) -> dict[str, float]:
    """Of the callers whose priority is known, the share with priority, by line."""
    known: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for call in calls:
        if call.priority is not None:
            known[call.line][call.priority] += 1
    return {line: high / (low + high) for line, (low, high) in known.items()}


def _patience(
    call: ListedCall, patience: PatienceByGroup, *, priority: bool, chance: float
) -> float:
    if call.patience is not None:
        return call.patience
    estimate = patience.get((call.line, priority)) or patience.get(None)
    return inf if estimate is None else estimate.draw(chance)


def draw_press(conduct: CallerConduct, chance: float) -> float:
    """Use one draw twice: below the share it also tells how long the caller hesitates."""
    if chance >= conduct.press_share:
        return inf
    return conduct.press_from - conduct.press_mean * log(1.0 - chance / conduct.press_share)


def _customer(call: ListedCall, *, withheld: bool) -> CustomerId | None:
    """A caller nobody identified is a customer of their own."""
    return None if withheld else CustomerId(call.customer or f"of-{call.call_id}")


def _destination(*, withheld: bool) -> Destination:
    return WITHHELD if withheld else ORDINARY


ORDINARY = Destination(NumberKind.ORDINARY, COUNTRY)
WITHHELD = Destination(NumberKind.WITHHELD)
